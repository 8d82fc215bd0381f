/**
 * Scorecards of sites over releases, folded from a made-up grid's journal. Started by {@code benchmarks/run scorecard}.
 */
@NullMarked
package org.gridrollout.benchmarks.scorecard;

import org.jspecify.annotations.NullMarked;
