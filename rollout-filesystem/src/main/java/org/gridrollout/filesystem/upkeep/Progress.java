package org.gridrollout.filesystem.upkeep;

/**
 * Is told how far a long job is, now and then, by the thread that asked for it. What it throws ends the job, which is harmless
 * at any point.
 */
@FunctionalInterface
public interface Progress {

    /** For those who do not want to know. */
    Progress UNWATCHED = (activity, done, total) -> {};

    /**
     * So much of one activity is done. An activity begins at 0 and ends at its total.
     *
     * @param activity what is being done, {@code "pool"} or {@code "production el9/x86_64"}
     * @param done how many files of it
     * @param total of how many
     */
    void reached(String activity, long done, long total);
}
