package org.gridrollout.core.metrics;

/**
 * The incidents a site filed in a period, by how they were last decided. One that a newer release inherited is the same
 * incident; what is decided there counts.
 *
 * @param undecided not decided yet
 * @param noProblem of the release
 * @param duplicate the same as another one
 */
public record FiledIncidents(long undecided, long critical, long nonCritical, long noProblem, long duplicate) {

    static FiledIncidents of(Selection selection) {
        return new FiledIncidents(
                selection.count(Decision.UNDECIDED.code()),
                selection.count(Decision.CRITICAL.code()),
                selection.count(Decision.NON_CRITICAL.code()),
                selection.count(Decision.NO_PROBLEM.code()),
                selection.count(Decision.DUPLICATE.code()));
    }

    /** All of them. */
    public long filed() {
        return undecided + critical + nonCritical + noProblem + duplicate;
    }
}
