/**
 * Scorecards of a grid's sites: one pass over the journal, and what they cost after one more event. Started by
 * {@code benchmarks/run scorecard}.
 */
@NullMarked
package org.gridrollout.benchmarks.scorecard;

import org.jspecify.annotations.NullMarked;
