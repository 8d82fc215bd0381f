/** Finds installable sets, or proves that there is none. Called by the closure's own packages only; not exported. */
@NullMarked
package org.gridrollout.core.closure.solve;

import org.jspecify.annotations.NullMarked;
