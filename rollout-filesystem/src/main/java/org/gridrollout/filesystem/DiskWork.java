package org.gridrollout.filesystem;

import java.io.IOException;

/** Something that the disk may fail. */
@FunctionalInterface
interface DiskWork<T> {

    T run() throws IOException;
}
