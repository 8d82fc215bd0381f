/**
 * A disk in memory, as a {@code java.nio.file} file system, that fails where it is told to and forgets what was not forced
 * when its power goes. Authors of file based backends put their root on a {@link
 * org.gridrollout.testkit.faults.FaultyDisk} in tests; nobody implements anything here.
 */
@NullMarked
package org.gridrollout.testkit.faults;

import org.jspecify.annotations.NullMarked;
