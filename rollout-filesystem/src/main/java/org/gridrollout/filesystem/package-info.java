/**
 * Keeps RPM packages in a directory and publishes YUM repositories from it. Hosts open a
 * {@link org.gridrollout.filesystem.FilesystemRepository} and hand it to the engine; nobody implements anything here.
 */
@NullMarked
package org.gridrollout.filesystem;

import org.jspecify.annotations.NullMarked;
