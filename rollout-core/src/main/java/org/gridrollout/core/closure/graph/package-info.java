/** The universe as numbers: what the solver walks on. Called by the closure's own packages only; not exported. */
@NullMarked
package org.gridrollout.core.closure.graph;

import org.jspecify.annotations.NullMarked;
