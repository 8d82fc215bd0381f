package org.gridrollout.core.closure.solve;

/**
 * What is known of a package that cannot be installed.
 *
 * @param depth how many packages lie between it and the root of the trouble, along the shortest way; 0 at the root
 */
public record Broken(Cause cause, int depth) {}
