/**
 * Installability of Debian's whole archive, against libsolv's {@code installcheck} and {@code dose-debcheck}. Started by
 * {@code benchmarks/run closure}.
 */
@NullMarked
package org.gridrollout.benchmarks.closure;

import org.jspecify.annotations.NullMarked;
