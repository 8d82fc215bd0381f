/**
 * {@code benchmarks/run index}, {@code promotion} and {@code intake}: the filesystem repository against createrepo_c and
 * against the machine's rate of SHA-256, on packages generated once.
 */
package org.gridrollout.benchmarks.repository;
