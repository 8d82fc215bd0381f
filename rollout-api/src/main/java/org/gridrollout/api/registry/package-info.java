/**
 * Who is enrolled for what, and what runs where: products, sites, enrolments, downtimes, inventories. Callers make these
 * values; nobody implements them.
 */
@NullMarked
package org.gridrollout.api.registry;

import org.jspecify.annotations.NullMarked;
