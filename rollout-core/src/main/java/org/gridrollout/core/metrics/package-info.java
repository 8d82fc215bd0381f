/**
 * How sites, products and the Middleware Unit do: exact scorecards folded from the journal, one event at a time. Callers ask
 * {@link org.gridrollout.core.metrics.Metrics} and read the values it gives; nobody implements anything here.
 */
@NullMarked
package org.gridrollout.core.metrics;

import org.jspecify.annotations.NullMarked;
