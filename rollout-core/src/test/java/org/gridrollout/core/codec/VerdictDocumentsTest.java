package org.gridrollout.core.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.util.List;
import org.gridrollout.api.party.Party;
import org.gridrollout.api.verdict.Change;
import org.gridrollout.api.verdict.Finding;
import org.gridrollout.api.verdict.FindingOutcome;
import org.gridrollout.api.verdict.RuleId;
import org.gridrollout.api.verdict.Verdict;
import org.junit.jupiter.api.Test;

/** Findings are kept in words, whatever they were made of. */
class VerdictDocumentsTest {

    private static final RuleId RULE = RuleId.of("no-fridays");
    private static final Instant MONDAY = Instant.parse("2026-03-09T00:00:00Z");

    private final Finding plain = Finding.pass(RULE, () -> "It is Monday.");
    private final Finding full = Finding.waitUntil(RULE, "It is Friday.", MONDAY)
            .with("weekday", 5)
            .with("a", "b")
            .derivedFrom(List.of(RuleId.of("weekend")))
            .passesIf(List.of(Change.timeUntil(MONDAY, RULE), Change.by(Party.MIDDLEWARE_UNIT, "works", RULE)))
            .observed();

    @Test
    void leavesOutWhatIsNotThere() {
        assertThat(Documents.write(Finding.class, plain))
                .isEqualTo("{\"rule\":\"no-fridays\",\"outcome\":\"PASS\",\"sentence\":\"It is Monday.\"}");
    }

    @Test
    void keepsEverythingUnderItsName() {
        assertThat(Documents.write(Finding.class, full))
                .isEqualTo("{\"rule\":\"no-fridays\",\"outcome\":\"WAIT\",\"sentence\":\"It is Friday.\","
                        + "\"values\":{\"weekday\":\"5\",\"a\":\"b\"},\"until\":\"2026-03-09T00:00:00Z\","
                        + "\"mustAct\":[{\"kind\":\"NOBODY\",\"name\":\"\"}],\"dueTo\":[\"weekend\"],"
                        + "\"changes\":[{\"who\":{\"kind\":\"NOBODY\",\"name\":\"\"},"
                        + "\"what\":\"time passes until 2026-03-09T00:00:00Z\","
                        + "\"notBefore\":\"2026-03-09T00:00:00Z\",\"rule\":\"no-fridays\"},"
                        + "{\"who\":{\"kind\":\"MIDDLEWARE_UNIT\",\"name\":\"\"},\"what\":\"works\","
                        + "\"rule\":\"no-fridays\"}],\"enforcement\":\"OBSERVED\"}");
    }

    @Test
    void readsBackWhatItWrote() {
        for (Finding each : List.of(plain, full, plain.observed(), full.waived("mia"))) {
            assertThat(Documents.read(Finding.class, Documents.write(Finding.class, each)))
                    .isEqualTo(each);
        }
    }

    @Test
    void readsWhatWasWrittenBeforeFindingsHadRoots() {
        assertThat(
                        Documents.read(
                                Finding.class,
                                "{\"rule\":\"r\",\"outcome\":\"BLOCKED\",\"sentence\":\"No.\",\"mustAct\":[{\"kind\":\"SITE\",\"name\":\"CERN\"}]}"))
                .isEqualTo(Finding.of(
                        RuleId.of("r"), FindingOutcome.BLOCKED, "No.", List.of(new Party(Party.Kind.SITE, "CERN"))));
    }

    @Test
    void keepsVerdicts() {
        Verdict verdict = new Verdict("voms-1", List.of(plain, full));

        assertThat(Documents.write(Verdict.class, verdict)).startsWith("{\"subject\":\"voms-1\",\"findings\":[{");
        assertThat(Documents.read(Verdict.class, Documents.write(Verdict.class, verdict)))
                .isEqualTo(verdict);
    }

    @Test
    void refusesAFindingThatIsNone() {
        assertThatExceptionOfType(CodecException.class)
                .isThrownBy(() ->
                        Documents.read(Finding.class, "{\"rule\":\"r\",\"outcome\":\"BLOCKED\",\"sentence\":\"No.\"}"))
                .withMessageContaining("must say who must act");
        assertThatExceptionOfType(CodecException.class)
                .isThrownBy(() -> Documents.read(Verdict.class, "{\"subject\":\"voms-1\"}"))
                .withMessageContaining("needs a finding");
    }
}
