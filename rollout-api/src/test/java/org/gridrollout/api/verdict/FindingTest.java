package org.gridrollout.api.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.gridrollout.api.InvalidValueException;
import org.gridrollout.api.party.Party;
import org.gridrollout.api.party.SiteId;
import org.junit.jupiter.api.Test;

class FindingTest {

    private static final RuleId RULE = RuleId.of("no-fridays");
    private static final Instant MONDAY = Instant.parse("2026-03-09T00:00:00Z");
    private static final Party CERN = Party.site(SiteId.of("CERN-PROD"));

    @Test
    void isPutIntoWordsOnlyWhenRead() {
        AtomicInteger told = new AtomicInteger();
        Finding finding = Finding.pass(RULE, () -> "told " + told.incrementAndGet());
        new Verdict("voms", List.of(finding, finding)).passes();

        assertThat(told).hasValue(0);
        assertThat(finding.sentence()).isEqualTo("told 1");
    }

    @Test
    void saysEverythingThatIsWrongWithIt() {
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> Finding.of(RULE, FindingOutcome.BLOCKED, " ", List.of()))
                .satisfies(thrown -> {
                    assertThat(thrown.subject()).isEqualTo("Finding of no-fridays");
                    assertThat(thrown.violations())
                            .containsExactly("sentence must not be blank", "BLOCKED must say who must act");
                });
    }

    @Test
    void needsWordsAlsoWhereSomebodyActs() {
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> Finding.of(RULE, FindingOutcome.BLOCKED, " ", List.of(CERN)))
                .satisfies(thrown -> assertThat(thrown.violations()).containsExactly("sentence must not be blank"));
    }

    @Test
    void needsSomebodyToActEvenIfItsWordsComeLater() {
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> Finding.of(RULE, FindingOutcome.ERROR, () -> "It broke.", List.of()))
                .satisfies(thrown -> assertThat(thrown.violations()).containsExactly("ERROR must say who must act"));
    }

    @Test
    void cannotExplainItself() {
        Finding finding = Finding.waitUntil(RULE, "It is Friday.", MONDAY);

        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> finding.derivedFrom(List.of(RULE)))
                .withMessageContaining("cannot explain itself");
    }

    @Test
    void nothingPassesButWhatIsFineOrWaived() {
        assertThat(FindingOutcome.values())
                .filteredOn(FindingOutcome::passes)
                .containsExactly(FindingOutcome.NOT_APPLICABLE, FindingOutcome.PASS, FindingOutcome.PASS_WAIVED);
    }

    @Test
    void changeSaysWhatHappens() {
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> Change.by(CERN, " ", RULE))
                .withMessage("Change for no-fridays: what must not be blank");
    }

    @Test
    void rulesSortByName() {
        assertThat(RuleId.of("b")).isGreaterThan(RuleId.of("a")).isEqualByComparingTo(RuleId.of("b"));
    }

    @Test
    void saysWhichChangesItNeeds() {
        Change change = Change.by(CERN, "deploys it", RULE);

        assertThat(Finding.of(RULE, FindingOutcome.NO_EVIDENCE, "Nobody ran it.", List.of(CERN))
                        .passesIf(List.of(change))
                        .changes())
                .containsExactly(change);
    }

    @Test
    void takesMoreValuesInTheirOrder() {
        Finding finding = Finding.waitUntil(RULE, "It is Friday.", MONDAY)
                .with("weekday", 5)
                .with("until", MONDAY);

        assertThat(finding.values().toString()).isEqualTo("{weekday=5, until=2026-03-09T00:00:00Z}");
        assertThat(finding.sentence()).isEqualTo("It is Friday.");
        assertThat(finding.until()).contains(MONDAY);
        assertThat(finding.mustAct()).containsExactly(Party.NOBODY);
    }

    @Test
    void differsInEverythingThatCanBeRead() {
        Finding finding = finding("a", "x", Optional.empty(), CERN);

        assertThat(finding)
                .isNotEqualTo(finding("b", "x", Optional.empty(), CERN))
                .isNotEqualTo(finding("a", "y", Optional.empty(), CERN))
                .isNotEqualTo(finding("a", "x", Optional.of(MONDAY), CERN))
                .isNotEqualTo(finding("a", "x", Optional.empty(), Party.MIDDLEWARE_UNIT))
                .isNotEqualTo(finding.observed())
                .isNotEqualTo(finding.derivedFrom(List.of(RuleId.of("root"))))
                .isNotEqualTo(finding.passesIf(List.of(Change.by(CERN, "goes home", RULE))))
                .isNotEqualTo(Finding.of(RULE, FindingOutcome.ERROR, "a", List.of(CERN))
                        .with("v", "x"))
                .isNotEqualTo(Finding.of(RuleId.of("other"), FindingOutcome.BLOCKED, "a", List.of(CERN))
                        .with("v", "x"))
                .isNotEqualTo("a");
        assertThat(finding.hashCode())
                .isNotEqualTo(finding("b", "x", Optional.empty(), CERN).hashCode());
    }

    @Test
    void observedSaysSo() {
        Finding finding = Finding.of(RULE, FindingOutcome.BLOCKED, "It is Friday.", List.of(CERN));

        assertThat(finding).hasToString("no-fridays: BLOCKED. It is Friday.");
        assertThat(finding.observed()).hasToString("no-fridays: BLOCKED (observed). It is Friday.");
    }

    private static Finding finding(String sentence, String value, Optional<Instant> until, Party mustAct) {
        return new Finding(RULE, FindingOutcome.BLOCKED, sentence, Map.of("v", value), until, List.of(mustAct));
    }
}
