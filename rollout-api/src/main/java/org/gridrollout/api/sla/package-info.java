/**
 * What sites and the Middleware Unit promise (SLA) and owe (obligations). Callers make and read these values; nobody implements them.
 */
@NullMarked
package org.gridrollout.api.sla;

import org.jspecify.annotations.NullMarked;
