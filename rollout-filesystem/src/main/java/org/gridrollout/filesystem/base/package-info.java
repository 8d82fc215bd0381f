/**
 * Reads YUM repositories of others. Hosts give a {@link org.gridrollout.filesystem.base.RepositorySource} for each; nothing
 * that such a repository says is trusted before it is checked, and nothing it says can take more than {@link
 * org.gridrollout.filesystem.base.ReadLimits} allow.
 */
@NullMarked
package org.gridrollout.filesystem.base;

import org.jspecify.annotations.NullMarked;
