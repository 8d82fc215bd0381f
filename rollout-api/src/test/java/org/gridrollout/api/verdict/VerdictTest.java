package org.gridrollout.api.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.gridrollout.api.InvalidValueException;
import org.gridrollout.api.party.Party;
import org.gridrollout.api.party.SiteId;
import org.gridrollout.api.software.Evr;
import org.gridrollout.api.software.Nevra;
import org.gridrollout.api.software.PackageRef;
import org.gridrollout.api.software.Platform;
import org.gridrollout.api.software.ProductId;
import org.gridrollout.api.software.Release;
import org.gridrollout.api.software.ReleaseId;
import org.gridrollout.api.software.Sha256;
import org.junit.jupiter.api.Test;

class VerdictTest {

    private static final Party MU = Party.MIDDLEWARE_UNIT;
    private static final Party DESY = Party.site(SiteId.of("DESY-HH"));
    private static final Instant MONDAY = Instant.parse("2026-03-09T00:00:00Z");
    private static final Instant TUESDAY = Instant.parse("2026-03-10T00:00:00Z");

    private final Finding announced = blocked("announced", FindingOutcome.NEEDS_DECISION, MU);
    private final Finding period =
            blocked("period", FindingOutcome.NEEDS_DECISION, MU).derivedFrom(rules("announced"));
    private final Finding exposure = blocked("exposure", FindingOutcome.NO_EVIDENCE, DESY)
            .derivedFrom(rules("announced", "period"))
            .passesIf(List.of(Change.by(DESY, "deploys it", rule("exposure"))));

    @Test
    void tellsDerivedFindingsUnderTheFirstOfTheirRoots() {
        Finding freeze = Finding.waitUntil(rule("freeze"), "Frozen.", MONDAY);
        Finding fine = Finding.pass(rule("fine"), "Fine.");
        Finding observed = blocked("scan", FindingOutcome.BLOCKED, MU).observed();

        assertThat(new Verdict("voms-1", List.of(fine, observed, freeze, period, exposure, announced)).tree())
                .isEqualTo("""
                        voms-1: NO_EVIDENCE
                        - NEEDS_DECISION announced: announced is in the way. (MU)
                          - NO_EVIDENCE exposure: exposure is in the way.
                          - NEEDS_DECISION period: period is in the way.
                        - WAIT freeze: Frozen.
                        - observed: BLOCKED scan: scan is in the way. (MU)""");
    }

    @Test
    void explanationThatIsNotInTheWayExplainsNothing() {
        Finding passed = Finding.pass(rule("announced"), "Announced.");

        assertThat(new Verdict("voms-1", List.of(passed, exposure)).roots()).containsExactly(exposure);
        assertThat(new Verdict("voms-1", List.of(announced.observed(), exposure)).roots())
                .containsExactly(exposure);
    }

    @Test
    void derivesOverSeveralSteps() {
        Finding end = blocked("end", FindingOutcome.BLOCKED, MU).derivedFrom(rules("exposure"));

        assertThat(new Verdict("voms-1", List.of(end, exposure, announced))
                        .tree()
                        .lines())
                .containsExactly(
                        "voms-1: BLOCKED",
                        "- NEEDS_DECISION announced: announced is in the way. (MU)",
                        "  - NO_EVIDENCE exposure: exposure is in the way.",
                        "    - BLOCKED end: end is in the way.");
    }

    @Test
    void refusesExplanationsInACircle() {
        Finding one = blocked("one", FindingOutcome.BLOCKED, MU).derivedFrom(rules("two"));
        Finding two = blocked("two", FindingOutcome.WAIT_FOR, MU).derivedFrom(rules("one"));
        Finding hanging = blocked("hanging", FindingOutcome.ERROR, MU).derivedFrom(rules("two"));

        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> new Verdict("voms-1", List.of(announced, period, one, two, hanging)))
                .withMessage("Verdict on voms-1: findings explain each other in a circle: [one, hanging, two]");
    }

    @Test
    void refusesFindingsThatHaveNothingBesidesTheirCircle() {
        Finding one = blocked("one", FindingOutcome.BLOCKED, MU).derivedFrom(rules("two"));
        Finding two = blocked("two", FindingOutcome.BLOCKED, MU).derivedFrom(rules("one"));

        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> new Verdict("voms-1", List.of(one, two)))
                .withMessageContaining("in a circle: [one, two]");
    }

    @Test
    void circleOfFindingsThatPassOrDoNotCountIsNone() {
        Finding one = blocked("one", FindingOutcome.BLOCKED, MU).derivedFrom(rules("two"));
        Finding two = blocked("two", FindingOutcome.BLOCKED, MU).derivedFrom(rules("one"));

        assertThat(new Verdict("voms-1", List.of(one, two.observed())).roots()).containsExactly(one);
    }

    @Test
    void needsAFinding() {
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> new Verdict("voms-1", List.of()))
                .withMessage("Verdict on voms-1: needs a finding");
    }

    @Test
    void addsUpWhatRootsAndDerivedFindingsNeedAndSaysItOnce() {
        Finding again = blocked("again", FindingOutcome.BLOCKED, MU)
                .passesIf(List.of(
                        Change.by(DESY, "deploys it", rule("again")), Change.by(MU, "deploys it", rule("again"))));

        assertThat(new Verdict("voms-1", List.of(announced, period, exposure, again)).smallestChanges())
                .extracting(Change::toString)
                .containsExactly("site DESY-HH deploys it", "MU deploys it", "MU settles announced");
    }

    @Test
    void takesItThatThoseActWhoMustWhereARuleDidNotSay() {
        Finding two = Finding.of(rule("two"), FindingOutcome.BLOCKED, "Two.", List.of(MU, DESY, Party.NOBODY));
        Finding waits = Finding.waitUntil(rule("waits"), "Waits.", MONDAY);
        Finding ended = Finding.of(rule("ended"), FindingOutcome.BLOCKED, "Ended.", List.of(Party.NOBODY));

        assertThat(new Verdict("voms-1", List.of(two, waits, ended)).smallestChanges())
                .containsExactly(
                        Change.by(MU, "settles two", rule("two")),
                        Change.by(DESY, "settles two", rule("two")),
                        Change.timeUntil(MONDAY, rule("waits")));
    }

    @Test
    void derivedFindingThatDidNotSayNeedsNothingUntilItIsARoot() {
        assertThat(new Verdict("voms-1", List.of(announced, period)).smallestChanges())
                .containsExactly(Change.by(MU, "settles announced", rule("announced")));
        assertThat(new Verdict("voms-1", List.of(period)).smallestChanges())
                .containsExactly(Change.by(MU, "settles period", rule("period")));
    }

    @Test
    void letsTheLatestTimePassAfterEverythingElse() {
        Finding soon = Finding.waitUntil(rule("soon"), "Soon.", MONDAY);
        Finding later = Finding.waitUntil(rule("later"), "Later.", TUESDAY);
        Finding unknown = blocked("unknown", FindingOutcome.BLOCKED, MU)
                .passesIf(List.of(
                        new Change(Party.NOBODY, "the period passes", Optional.empty(), rule("unknown")),
                        Change.by(MU, "announces it", rule("unknown"))));

        assertThat(new Verdict("voms-1", List.of(soon, later, unknown)).smallestChanges())
                .extracting(Change::toString)
                .containsExactly("MU announces it", "the period passes", "time passes until " + TUESDAY);
        assertThat(new Verdict("voms-1", List.of(later, soon)).smallestChanges())
                .containsExactly(Change.timeUntil(TUESDAY, rule("later")));
    }

    @Test
    void inWordsSaysWhatIsInTheWayOrWhatLetsItPass() {
        Finding fine = Finding.pass(rule("fine"), "Fine.");
        Finding none = Finding.notApplicable(rule("none"), "None.");

        assertThat(new Verdict("voms-1", List.of(fine, none, announced)).inWords())
                .isEqualTo("announced is in the way.");
        assertThat(new Verdict("voms-1", List.of(fine, none, announced.observed())))
                .hasToString("voms-1: PASS. Fine.");
    }

    @Test
    void tellsWhatObservedRulesWouldHold() {
        Finding fine = Finding.pass(rule("fine"), "Fine.");

        assertThat(new Verdict("voms-1", List.of(fine.observed(), announced.observed(), period)).wouldHold())
                .containsExactly(announced.observed());
    }

    @Test
    void namesEverybodyWhoMustActOnce() {
        assertThat(new Verdict("voms-1", List.of(announced, exposure, period)).mustAct())
                .containsExactly(DESY, MU);
    }

    @Test
    void opensByItselfAtTheLatestInstantOfWhatWaits() {
        Finding soon = Finding.waitUntil(rule("soon"), "Soon.", MONDAY);
        Finding later = Finding.waitUntil(rule("later"), "Later.", TUESDAY);
        Finding unknown = Finding.of(rule("unknown"), FindingOutcome.WAIT, "Sometime.", List.of(Party.NOBODY));

        assertThat(new Verdict("voms-1", List.of(soon, later)).until()).contains(TUESDAY);
        assertThat(new Verdict("voms-1", List.of(later, soon)).until()).contains(TUESDAY);
        assertThat(new Verdict("voms-1", List.of(soon, unknown)).until()).contains(MONDAY);
        assertThat(new Verdict("voms-1", List.of(unknown, soon)).until()).contains(MONDAY);
        assertThat(new Verdict("voms-1", List.of(soon, announced)).until()).isEmpty();
    }

    @Test
    void isCalledAfterTheRelease() {
        Release release = Release.builder()
                .id(ReleaseId.of("voms-1"))
                .product(ProductId.of("voms"))
                .label("VOMS 1")
                .platform(Platform.parse("el9/x86_64"))
                .addPackages(new PackageRef(new Nevra("voms", Evr.of("1", "1"), "x86_64"), new Sha256("ab".repeat(32))))
                .build();

        assertThat(Verdict.on(release, List.of(announced)).subject()).isEqualTo("voms-1 (voms VOMS 1 on el9/x86_64)");
        assertThat(Verdict.on(release, List.of(announced)))
                .isEqualTo(new Verdict("voms-1 (voms VOMS 1 on el9/x86_64)", List.of(announced)));
    }

    @Test
    void equalsBySubjectAndFindings() {
        Verdict verdict = new Verdict("voms-1", List.of(announced, exposure));

        assertThat(verdict)
                .isEqualTo(new Verdict("voms-1", List.of(exposure, announced)))
                .hasSameHashCodeAs(new Verdict("voms-1", List.of(exposure, announced)))
                .isNotEqualTo(new Verdict("voms-2", List.of(announced, exposure)))
                .isNotEqualTo(new Verdict("voms-1", List.of(announced)))
                .isNotEqualTo("voms-1");
        assertThat(verdict.hashCode())
                .isNotEqualTo(new Verdict("voms-2", List.of(announced, exposure)).hashCode())
                .isNotEqualTo(new Verdict("voms-1", List.of(announced)).hashCode());
    }

    private static Finding blocked(String rule, FindingOutcome outcome, Party mustAct) {
        return Finding.of(rule(rule), outcome, rule + " is in the way.", List.of(mustAct));
    }

    private static RuleId rule(String name) {
        return RuleId.of(name);
    }

    private static List<RuleId> rules(String... names) {
        return List.of(names).stream().map(RuleId::of).toList();
    }
}
