/**
 * Writes YUM repository metadata (primary, filelists, other, repomd) as createrepo_c does. Called by the repository in
 * this module only; nothing here touches published trees.
 */
@NullMarked
package org.gridrollout.filesystem.yum;

import org.jspecify.annotations.NullMarked;
