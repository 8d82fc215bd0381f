/**
 * Which products have rollout sites on which platforms, and whom to ask where they have none. Pure; callers read these
 * values, nobody implements them.
 */
@NullMarked
package org.gridrollout.core.coverage;

import org.jspecify.annotations.NullMarked;
