package org.gridrollout.filesystem;

import java.nio.file.Path;

/** A file that is to be written. */
@SuppressWarnings("ArrayRecordComponent") // passed on as it is; nobody compares them
record NewFile(Path path, byte[] content) {}
