/**
 * What keeping a repository in order finds and does: garbage, damage, repairs, imports. Made by
 * {@link org.gridrollout.filesystem.FilesystemRepository}, read by hosts and by the people behind them; all values are
 * immutable. {@link org.gridrollout.filesystem.upkeep.Progress} is for hosts to implement.
 */
@NullMarked
package org.gridrollout.filesystem.upkeep;

import org.jspecify.annotations.NullMarked;
