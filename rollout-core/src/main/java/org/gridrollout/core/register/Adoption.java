package org.gridrollout.core.register;

import java.time.Instant;

/**
 * How far a release had come from an instant on, until the next one of its course.
 *
 * @param running sites that ran it
 * @param known sites that had ever been known to run any version of one of its components on its platform; at least 1
 */
public record Adoption(Instant from, int running, int known) {

    /** The share of sites that ran it, from 0 to 1. */
    public double share() {
        return (double) running / known;
    }
}
