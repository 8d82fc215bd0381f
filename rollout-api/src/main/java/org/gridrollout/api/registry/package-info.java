/**
 * Who is enrolled for what: products, sites and enrolments. Callers make these values; nobody implements them.
 */
@NullMarked
package org.gridrollout.api.registry;

import org.jspecify.annotations.NullMarked;
