package org.gridrollout.filesystem;

import java.io.IOException;

/** Work in pieces that come one after the other, on whatever thread; see {@link Workers#weave}. */
interface Strand {

    /** Does the next piece; false if that was the last. One thread at a time, each sees what those before it did. */
    boolean goOn() throws IOException;

    /** About how much is left, in any unit that all strands woven together share; the most if nobody knows yet. */
    long left();
}
