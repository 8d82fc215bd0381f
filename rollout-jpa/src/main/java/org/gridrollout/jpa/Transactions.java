package org.gridrollout.jpa;

import java.util.function.Function;
import org.gridrollout.api.store.ChangeId;

/** Who begins and ends the transactions a store works in. */
interface Transactions {

    /** Runs {@code work}, which changes nothing. */
    <T> T read(Function<Database, T> work);

    /** Runs {@code work}, which may be run several times; all it did is kept when this returns. */
    <T> T write(Function<Database, T> work);

    /**
     * As {@link #write}, for a change that can be asked for later.
     *
     * @throws org.gridrollout.api.store.UnknownOutcomeException if it may or may not have been kept
     */
    <T> T write(ChangeId change, Function<Database, T> work);
}
