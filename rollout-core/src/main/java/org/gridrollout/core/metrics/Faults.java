package org.gridrollout.core.metrics;

/**
 * Critical incidents in production in a period, counted when they made a release faulty.
 *
 * @param escaped of releases that had passed their staged rollout on evidence
 * @param unguarded of releases that went on without evidence, by waiver or in an emergency
 * @param lowered how many times a faulty release's criticality was lowered in the period, so that it is faulty no more
 */
public record Faults(long escaped, long unguarded, long lowered) {}
