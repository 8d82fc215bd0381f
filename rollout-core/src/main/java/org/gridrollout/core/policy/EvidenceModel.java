package org.gridrollout.core.policy;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.gridrollout.api.Violations;

/**
 * What a host knows of its releases and sites before a rollout, for an estimate of the fault that silence leaves. It is
 * quoted in the finding and decides nothing.
 *
 * @param prior how many releases have a fault, as a share; from 0 to less than 1
 * @param detectionRate how often a faulty release shows itself per site-day; not negative
 * @param reliability with which probability a site reports a failure it met; from 0 to 1
 * @param reliabilityBySite the same for sites that are known to differ, by their names
 */
public record EvidenceModel(
        double prior, double detectionRate, double reliability, Map<String, Double> reliabilityBySite) {

    public EvidenceModel {
        reliabilityBySite = Collections.unmodifiableMap(new TreeMap<>(reliabilityBySite));
        Violations violations = Violations.of("EvidenceModel")
                .unless(prior >= 0 && prior < 1, "prior must be from 0 to less than 1, was %s", prior)
                .unless(
                        detectionRate >= 0 && detectionRate < Double.POSITIVE_INFINITY,
                        "detectionRate must not be negative, was %s",
                        detectionRate)
                .unless(isShare(reliability), "reliability must be from 0 to 1, was %s", reliability);
        reliabilityBySite.forEach((site, value) ->
                violations.unless(isShare(value), "reliability of %s must be from 0 to 1, was %s", site, value));
        violations.throwIfAny();
    }

    /** The same reliability for every site. */
    public EvidenceModel(double prior, double detectionRate, double reliability) {
        this(prior, detectionRate, reliability, Map.of());
    }

    /** With which probability that site reports a failure it met. */
    public double reliabilityOf(String site) {
        return reliabilityBySite.getOrDefault(site, reliability);
    }

    private static boolean isShare(double value) {
        return value >= 0 && value <= 1;
    }
}
