package org.gridrollout.filesystem;

import java.io.IOException;

/** Is told before each change to the disk, so that tests can stop the writer between any two of them. */
@FunctionalInterface
interface Steps {

    /** The steps nobody watches. */
    Steps UNWATCHED = what -> {};

    /**
     * A change is about to be made; throwing keeps it from being made.
     *
     * @param what the change, for a person
     */
    void before(String what) throws IOException;
}
