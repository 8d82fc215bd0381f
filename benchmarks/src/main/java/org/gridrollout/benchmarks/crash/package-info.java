/**
 * {@code benchmarks/run crash}: publishers killed at random moments. What they leave is looked at as clients look, and the
 * next run is tried.
 */
@org.jspecify.annotations.NullMarked
package org.gridrollout.benchmarks.crash;
