/**
 * Whether every package can be installed, why one cannot, and what a change does to that. Hosts and rules build a
 * {@link org.gridrollout.core.closure.Universe}, check it with {@link org.gridrollout.core.closure.Closure} and ask for the
 * difference a change makes. Everything here is immutable and thread-safe but for the builder; nothing does I/O or reads a
 * clock. Ecosystems are in the packages below; another one implements {@link org.gridrollout.core.closure.Ecosystem}.
 */
@NullMarked
package org.gridrollout.core.closure;

import org.jspecify.annotations.NullMarked;
