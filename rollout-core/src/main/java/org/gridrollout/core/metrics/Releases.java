package org.gridrollout.core.metrics;

/**
 * What became of a product's releases in a period, each counted at the instant it happened.
 *
 * @param intoProduction came into production
 * @param refused by the beta repository
 * @param rejected for a critical incident before production
 * @param withdrawn by the team
 * @param superseded by a newer one before production, after a site had run it
 * @param supersededBeforeEvidence by a newer one before production and before any site had run it
 * @param inFlight on their way to production at the end of the period
 */
public record Releases(
        long contributed,
        long intoProduction,
        long refused,
        long rejected,
        long withdrawn,
        long superseded,
        long supersededBeforeEvidence,
        long inFlight) {

    /** All that were on their way and are not any more. */
    public long arrivedOrEnded() {
        return intoProduction + refused + rejected + withdrawn + superseded + supersededBeforeEvidence;
    }

    /** Superseded before evidence, of all that arrived or ended: a team at 1 submits faster than anybody can try. */
    public Share starved() {
        return new Share(supersededBeforeEvidence, arrivedOrEnded());
    }
}
