package org.gridrollout.core.rule;

import java.util.ArrayList;
import java.util.List;
import org.gridrollout.api.spi.PromotionRule;
import org.gridrollout.api.spi.VersionScheme;
import org.gridrollout.api.verdict.RuleId;
import org.gridrollout.core.policy.RolloutPolicy;

/** The rules every rollout is judged by, and their names. */
public final class BuiltInRules {

    /** The sites have been told, or it was decided to tell nobody. */
    public static final RuleId ANNOUNCED = RuleId.of("announced");
    /** Every site's period is over. */
    public static final RuleId OBSERVATION_PERIOD_OVER = RuleId.of("observation-period-over");
    /** Enough of the sites ran the release for their silence to count. */
    public static final RuleId ENOUGH_EXPOSURE = RuleId.of("enough-exposure");
    /** The MU has decided every incident. */
    public static final RuleId NO_UNDECIDED_INCIDENT = RuleId.of("no-undecided-incident");
    /** No incident is critical. */
    public static final RuleId NO_CRITICAL_INCIDENT = RuleId.of("no-critical-incident");
    /** Every package is higher than what production has. */
    public static final RuleId VERSIONS_RISE = RuleId.of("versions-rise");
    /** Every package is signed by a key the repository trusts, where it asks for that. */
    public static final RuleId PACKAGES_SIGNED = RuleId.of("packages-signed");
    /** Nothing else of the product is on its way into production. */
    public static final RuleId ONE_PROMOTION_AT_A_TIME = RuleId.of("one-promotion-at-a-time");
    /** What the release needs is in production. */
    public static final RuleId NEEDED_RELEASES_FIRST = RuleId.of("needed-releases-first");
    /** Whatever could be installed from production still can be, and all that is new. */
    public static final RuleId PRODUCTION_STAYS_INSTALLABLE = RuleId.of("production-stays-installable");
    /** The product team certified the release. */
    public static final RuleId CERTIFICATION_PRESENT = RuleId.of("certification-present");
    /** No freeze window is closed. */
    public static final RuleId NO_FREEZE_WINDOW = RuleId.of("no-freeze-window");

    private BuiltInRules() {}

    /** All of them, in the order people care; one more for each check the policy requires. */
    public static List<PromotionRule> all(RolloutPolicy policy, VersionScheme versions) {
        List<PromotionRule> rules = new ArrayList<>(List.of(
                new NoCriticalIncident(),
                new NoUndecidedIncident(),
                new Announced(),
                new ObservationPeriodOver(),
                new EnoughExposure(policy.evidence()),
                new VersionsRise(versions),
                new PackagesSigned(),
                new OnePromotionAtATime(),
                new NeededReleasesFirst(),
                new ProductionStaysInstallable(),
                new CertificationPresent(policy.certificationRequired())));
        Subjects subjects = new Subjects();
        policy.checks().forEach(each -> rules.add(new ExternalCheck(each, subjects)));
        rules.add(new NoFreezeWindow(policy));
        return rules;
    }
}
