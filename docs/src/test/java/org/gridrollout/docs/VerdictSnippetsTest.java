package org.gridrollout.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gridrollout.api.command.RegistryCommand.Enrol;
import org.gridrollout.api.command.RegistryCommand.RegisterProduct;
import org.gridrollout.api.command.RegistryCommand.RegisterSite;
import org.gridrollout.api.command.RolloutCommand.Announce;
import org.gridrollout.api.command.RolloutCommand.Contribute;
import org.gridrollout.api.command.RolloutCommand.Promote;
import org.gridrollout.api.command.RolloutCommand.RecordCheck;
import org.gridrollout.api.command.RolloutCommand.Waive;
import org.gridrollout.api.party.Actor;
import org.gridrollout.api.party.Party;
import org.gridrollout.api.party.SiteId;
import org.gridrollout.api.party.TeamId;
import org.gridrollout.api.registry.Enrolment;
import org.gridrollout.api.registry.Product;
import org.gridrollout.api.registry.Site;
import org.gridrollout.api.rollout.CheckResult;
import org.gridrollout.api.rollout.Scope;
import org.gridrollout.api.sla.Sla;
import org.gridrollout.api.software.Certification;
import org.gridrollout.api.software.Evr;
import org.gridrollout.api.software.Nevra;
import org.gridrollout.api.software.Platform;
import org.gridrollout.api.software.ProductId;
import org.gridrollout.api.software.Release;
import org.gridrollout.api.software.ReleaseId;
import org.gridrollout.api.software.Sha256;
import org.gridrollout.api.spi.Candidate;
import org.gridrollout.api.spi.PromotionRule;
import org.gridrollout.api.verdict.Change;
import org.gridrollout.api.verdict.Finding;
import org.gridrollout.api.verdict.FindingOutcome;
import org.gridrollout.api.verdict.Grounds;
import org.gridrollout.api.verdict.RuleId;
import org.gridrollout.api.verdict.Verdict;
import org.gridrollout.core.engine.Outcome;
import org.gridrollout.core.engine.RolloutEngine;
import org.gridrollout.core.engine.RolloutEngineBuilder;
import org.gridrollout.core.evidence.SubjectDigest;
import org.gridrollout.core.evidence.UpperBound;
import org.gridrollout.core.memory.InMemoryPackageRepository;
import org.gridrollout.core.memory.InMemoryRolloutStore;
import org.gridrollout.core.policy.EvidenceModel;
import org.gridrollout.core.policy.EvidencePolicy;
import org.gridrollout.core.policy.RequiredCheck;
import org.gridrollout.core.policy.RolloutPolicy;
import org.gridrollout.core.rule.BuiltInRules;
import org.junit.jupiter.api.Test;

/** The snippets about verdicts, rules, checks and evidence. */
class VerdictSnippetsTest {

    private final Actor manager = Actor.middlewareUnit("mia");
    private final Actor packager = Actor.productTeam("tom", TeamId.of("voms-team"));
    private final ProductId voms = ProductId.of("voms");
    private final SiteId cern = SiteId.of("CERN-PROD");
    private final InMemoryPackageRepository packages = new InMemoryPackageRepository();
    private final List<String> page = new ArrayList<>();
    private Instant now = Instant.parse("2026-03-02T08:00:00Z");

    @Test
    void verdictSaysWhatIsInTheWayAndWhatWouldOpenIt() {
        RolloutEngine engine = registered(builder().build());
        ReleaseId release = contributed(engine).id();

        // snippet:verdict
        Verdict verdict = engine.explain(release);
        show(verdict.tree()); // what is in the way, each below what it derives from
        verdict.roots().forEach(each -> show(each.sentence()));
        verdict.mustAct().forEach(each -> show("waits for " + each));
        verdict.until().ifPresent(each -> show("opens by itself at " + each));
        for (Change change : verdict.smallestChanges()) { // enough to make it pass, and none too many
            show(change.toString());
        }
        // end

        assertThat(page.get(0).lines())
                .startsWith(
                        "voms-2.1.0 (voms VOMS 2.1.0 on el9/x86_64): NO_EVIDENCE",
                        "- NEEDS_DECISION announced: It is not announced yet. (MU)",
                        "  - NO_EVIDENCE enough-exposure: No rollout site takes part, so that silence says nothing.")
                .endsWith(
                        "  - NEEDS_DECISION observation-period-over: No observation period runs before it is announced.");
        assertThat(page)
                .contains("waits for MU")
                .endsWith("MU announces it", "MU finds 1 more site that deploys it", "the observation period passes");
    }

    @Test
    void newRuleBeginsObservedOnly() {
        // snippet:observed
        RolloutEngine engine =
                builder().rule(PromotionRule.observed(new NotTooLarge(2))).build();
        // end
        registered(engine);
        ReleaseId release = contributed(engine).id();

        // snippet:would-hold
        List<Finding> wouldHold = engine.explain(release).wouldHold();
        // end

        assertThat(wouldHold).isEmpty();
    }

    // snippet:rule-with-grounds
    record NotTooLarge(int most) implements PromotionRule {

        private static final RuleId ID = RuleId.of("not-too-large");

        @Override
        public RuleId id() {
            return ID;
        }

        @Override
        public Kind kind() {
            return Kind.PROCESS;
        }

        @Override
        public Finding evaluate(Candidate candidate) {
            Size size = new Size(candidate.rollout().release().packages().size(), most);
            Party team = Party.release(candidate.rollout().id());
            return size.packages() <= most
                    ? Finding.pass(ID, size)
                    : Finding.of(ID, FindingOutcome.BLOCKED, size, List.of(team))
                            .passesIf(List.of(Change.by(team, "is contributed again in smaller parts", ID)));
        }

        /** What the finding rests on; put into words only when somebody reads it. */
        record Size(int packages, int most) implements Grounds {
            @Override
            public String sentence() {
                return "It has " + packages + " packages; " + most + " are easy to roll back together.";
            }
        }
    }
    // end

    @Test
    void checkOutsideIsRequired() {
        // snippet:checks
        RuleId installs = RuleId.of("installs-on-a-clean-host");
        RolloutPolicy policy = RolloutPolicy.STANDARD.withChecks(new RequiredCheck(installs, Duration.ofDays(7)));
        // end
        RolloutEngine engine = registered(builder().policy(policy).build());
        Release release = contributed(engine);
        Sha256 tested = SubjectDigest.of(release);

        // snippet:check-result
        Sha256 subject = SubjectDigest.of(release); // these very packages, whatever the release is called
        CheckResult result =
                new CheckResult(installs, CheckResult.Outcome.PASSED, subject, now, "https://ci.example.org/job/4711");
        engine.execute(new RecordCheck(release.id(), result, manager)).orThrow();
        // end

        assertThat(subject).isEqualTo(tested);
        assertThat(engine.explain(release.id()).findings())
                .filteredOn(each -> each.rule().equals(installs))
                .extracting(Finding::outcome)
                .containsExactly(FindingOutcome.PASS);
    }

    @Test
    void evidenceIsAskedForAndEstimated() {
        // snippet:evidence
        EvidencePolicy evidence = new EvidencePolicy(2, 10.0) // two sites, ten site-days
                .estimating(new EvidenceModel(
                        0.15, // so many of our releases had a fault
                        0.05, // per site-day such a fault shows itself
                        0.9, // and is then reported,
                        Map.of("DESY-HH", 0.5))); // less often by this site
        // end
        // snippet:bounds
        double failuresPerSiteDay = UpperBound.ofFailureRate(0.05, 30); // 0.0999 after 30 silent site-days
        double affectedSites = UpperBound.ofAffectedShare(0.05, 5); // 0.451 after 5 silent sites
        // end

        assertThat(evidence.asksForExposure()).isTrue();
        assertThat(failuresPerSiteDay).isBetween(0.09985, 0.09995);
        assertThat(affectedSites).isBetween(0.4505, 0.4515);
    }

    @Test
    void waiverHasAScope() {
        RolloutEngine engine = registered(builder().build());
        ReleaseId release = contributed(engine).id();
        engine.execute(Announce.of(release, manager)).orThrow();

        // snippet:waiver
        Instant expiry = now.plus(Duration.ofDays(30));
        engine.execute(new Waive(
                        release,
                        BuiltInRules.ENOUGH_EXPOSURE,
                        Scope.CLEARING, // good without evidence, but not into production without
                        "no site has this hardware",
                        expiry,
                        manager))
                .orThrow();
        // end
        now = now.plus(Duration.ofDays(8));
        engine.sweep();

        assertThat(engine.execute(new Promote(release, manager)))
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(refused.verdict().blockers())
                                .extracting(Finding::rule)
                                .contains(BuiltInRules.ENOUGH_EXPOSURE));
    }

    private RolloutEngineBuilder builder() {
        return RolloutEngine.builder()
                .store(new InMemoryRolloutStore())
                .repository(packages)
                .policy(RolloutPolicy.STANDARD)
                .clock(() -> now);
    }

    private RolloutEngine registered(RolloutEngine engine) {
        engine.execute(new RegisterProduct(new Product(voms, TeamId.of("voms-team"), Set.of("voms")), manager))
                .orThrow();
        engine.execute(new RegisterSite(new Site(cern, ""), manager)).orThrow();
        engine.execute(new Enrol(
                        new Enrolment(cern, voms, Sla.failuresWithin(Duration.ofDays(7)), now, Optional.empty()),
                        manager))
                .orThrow();
        return engine;
    }

    private Release contributed(RolloutEngine engine) {
        Nevra nevra = new Nevra("voms", Evr.of("2.1.0", "1.el9"), "x86_64");
        Release release = Release.builder()
                .id(ReleaseId.of("voms-2.1.0"))
                .product(voms)
                .label("VOMS 2.1.0")
                .platform(Platform.parse("el9/x86_64"))
                .addPackages(packages.intake(
                                new ByteArrayInputStream(InMemoryPackageRepository.packageFile(nevra)),
                                nevra.toString())
                        .ref())
                .certification(new Certification("voms-team", now, "all tests passed"))
                .build();
        engine.execute(new Contribute(release, packager)).orThrow();
        return release;
    }

    private void show(String text) {
        page.add(text);
    }
}
