package org.gridrollout.core.policy;

import java.util.Optional;
import org.gridrollout.api.Violations;

/**
 * When silence counts: how much exposure turns "no issue filed" into "good". Silence where nobody ran the release says
 * nothing.
 *
 * <p>It is asked of each rollout by itself. A release is for one platform, so that a product on several platforms has to
 * meet it on every one of them.
 *
 * @param deployedSites at least so many of the sites asked to have run it; 0 with {@code siteDays} 0 is the process
 *     as first written: silence is good
 * @param siteDays at least so many days of running it, added up over those sites
 * @param model for an estimate of the fault that silence leaves, quoted in the finding; absent for none
 */
public record EvidencePolicy(int deployedSites, double siteDays, Optional<EvidenceModel> model) {

    /** One enrolled site has to run it. */
    public static final EvidencePolicy ONE_SITE = new EvidencePolicy(1, 0);

    /** Silence alone is good. */
    public static final EvidencePolicy SILENCE_IS_GOOD = new EvidencePolicy(0, 0);

    public EvidencePolicy {
        Violations.of("EvidencePolicy")
                .unless(deployedSites >= 0, "deployedSites must not be negative, was %d", deployedSites)
                .unless(siteDays >= 0 && siteDays < 1e9, "siteDays must be from 0 to 10^9, was %s", siteDays)
                .throwIfAny();
    }

    /** A policy without an estimate. */
    public EvidencePolicy(int deployedSites, double siteDays) {
        this(deployedSites, siteDays, Optional.empty());
    }

    /** The same policy, with an estimate in its findings. */
    public EvidencePolicy estimating(EvidenceModel how) {
        return new EvidencePolicy(deployedSites, siteDays, Optional.of(how));
    }

    /** Whether any exposure is asked for. */
    public boolean asksForExposure() {
        return deployedSites > 0 || siteDays > 0;
    }
}
