package org.gridrollout.core.metrics;

/**
 * What a site made of the releases that were announced to it in a period.
 *
 * @param announced how many there were, each once, however often the period was extended
 * @param deployed how many of them it ran before they were in production
 * @param declined of how many it said that it does not take part, and was not asked again since
 */
public record Participation(long announced, long deployed, long declined) {

    /** Deployed, of what was announced; undefined if nothing was. */
    public Share coverage() {
        return new Share(deployed, announced);
    }
}
