/**
 * Problems with releases, filed through one channel at every stage. Callers read these values; nobody implements them.
 */
@NullMarked
package org.gridrollout.api.incident;

import org.jspecify.annotations.NullMarked;
