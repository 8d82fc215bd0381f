package org.gridrollout.core.metrics;

import java.util.Map;
import java.util.Optional;
import org.gridrollout.api.party.SiteId;
import org.gridrollout.api.sla.Duty;
import org.gridrollout.api.software.ProductId;

/**
 * How a site kept its promises over a period. Obligations belong to the period of their due instant, releases to that of
 * their announcement, incidents to that of their filing.
 *
 * @param product the only product looked at; absent if all are
 * @param duties the score of each duty that it owed something of; in the order of {@link Duty}
 * @param participation what it made of the releases announced to it
 * @param incidents what it filed
 * @param cap how much may be unknown before honour is not to be relied on
 */
public record SiteScorecard(
        SiteId site,
        Optional<ProductId> product,
        Period period,
        Map<Duty, DutyScore> duties,
        Participation participation,
        FiledIncidents incidents,
        UnknownCap cap) {

    /** How it kept one duty. */
    public DutyScore duty(Duty duty) {
        return duties.getOrDefault(duty, DutyScore.none(duty));
    }

    /** All it owed, by how it counts. */
    public Tally obligations() {
        return duties.values().stream().map(DutyScore::counted).reduce(Tally.NONE, Tally::plus);
    }

    /** All it owed, by how it counted before anything was counted anew. */
    public Tally beforeRecomputation() {
        return duties.values().stream().map(DutyScore::beforeRecomputation).reduce(Tally.NONE, Tally::plus);
    }

    /** Met, of what fell due without what is excused or unknown; undefined if nothing is left. */
    public Share honour() {
        return obligations().honour();
    }

    /** Deployed before production, of what was announced; undefined if nothing was. */
    public Share coverage() {
        return participation.coverage();
    }

    /** What cannot be known, of what fell due. */
    public Share unknownShare() {
        return obligations().unknownShare();
    }

    /** Whether little enough is unknown for honour to mean something. */
    public boolean isHonourReliable() {
        return cap.allows(unknownShare());
    }

    /** Obligations first kept by silence that count as missed since a fault was proven. */
    public long faultsMissed() {
        return duties.values().stream().mapToLong(DutyScore::faultsMissed).sum();
    }

    /** A table for people, one line a duty, with coverage and incidents below. */
    @Override
    public String toString() {
        return Scorecards.text(this);
    }
}
