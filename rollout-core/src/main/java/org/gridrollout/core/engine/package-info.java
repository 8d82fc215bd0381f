/**
 * The thin shell around the lifecycle: load, decide, append, carry out, repeat. Hosts build and call {@code
 * RolloutEngine}; nobody implements anything here.
 */
@NullMarked
package org.gridrollout.core.engine;

import org.jspecify.annotations.NullMarked;
