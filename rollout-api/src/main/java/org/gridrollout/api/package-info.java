/**
 * What every part of Grid Rollout shares: validation and the exceptions' common root.
 *
 * <p>Callers catch and read these types; nobody implements them.
 */
@NullMarked
package org.gridrollout.api;

import org.jspecify.annotations.NullMarked;
