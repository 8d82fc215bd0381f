package org.gridrollout.core.rule;

import static org.assertj.core.api.Assertions.assertThat;

import org.gridrollout.api.incident.Criticality;
import org.gridrollout.api.incident.IncidentId;
import org.gridrollout.api.party.Party;
import org.gridrollout.api.verdict.Change;
import org.gridrollout.api.verdict.Finding;
import org.gridrollout.api.verdict.FindingOutcome;
import org.junit.jupiter.api.Test;

class IncidentRulesTest {

    private final NoUndecidedIncident undecided = new NoUndecidedIncident();
    private final NoCriticalIncident critical = new NoCriticalIncident();

    @Test
    void nothingFiledIsFine() {
        assertThat(undecided.evaluate(Scene.good().candidate()).sentence()).isEqualTo("No issue is undecided.");
        assertThat(critical.evaluate(Scene.good().candidate()).sentence()).isEqualTo("No incident is critical.");
    }

    @Test
    void undecidedIncidentIsForTheMuToDecide() {
        Finding finding = undecided.evaluate(Scene.good().filed("GGUS-1").candidate());

        assertThat(finding.outcome()).isEqualTo(FindingOutcome.NEEDS_DECISION);
        assertThat(finding.sentence()).isEqualTo("The MU has to decide how critical GGUS-1 (it leaks) is.");
        assertThat(finding.mustAct()).containsExactly(Party.MIDDLEWARE_UNIT);
    }

    @Test
    void eachUndecidedIncidentIsOneChange() {
        Finding finding =
                undecided.evaluate(Scene.good().filed("GGUS-1").filed("GGUS-2").candidate());

        assertThat(finding.sentence())
                .isEqualTo("The MU has to decide how critical GGUS-1 (it leaks) and GGUS-2 (it leaks) are.");
        assertThat(finding.changes())
                .containsExactly(
                        Change.by(Party.MIDDLEWARE_UNIT, "decides GGUS-1", BuiltInRules.NO_UNDECIDED_INCIDENT),
                        Change.by(Party.MIDDLEWARE_UNIT, "decides GGUS-2", BuiltInRules.NO_UNDECIDED_INCIDENT));
    }

    @Test
    void whatIsDecidedIsDecidedWhateverItWasFoundToBe() {
        Scene scene = Scene.good()
                .decided("GGUS-1", Criticality.NON_CRITICAL)
                .decided("GGUS-2", Criticality.CRITICAL)
                .filed("GGUS-3")
                .incident("GGUS-3", each -> each.dismissed(Scene.NOW, "a full disk"))
                .filed("GGUS-4")
                .incident("GGUS-4", each -> each.duplicateOf(IncidentId.of("GGUS-1"), Scene.NOW));

        assertThat(undecided.evaluate(scene.candidate()).outcome()).isEqualTo(FindingOutcome.PASS);
    }

    @Test
    void criticalIncidentBlocks() {
        Finding finding = critical.evaluate(Scene.good()
                .decided("GGUS-1", Criticality.NON_CRITICAL)
                .decided("GGUS-2", Criticality.CRITICAL)
                .filed("GGUS-3")
                .candidate());

        assertThat(finding.outcome()).isEqualTo(FindingOutcome.BLOCKED);
        assertThat(finding.sentence()).isEqualTo("Critical: GGUS-2 (it leaks).");
        assertThat(finding.mustAct()).containsExactly(Party.MIDDLEWARE_UNIT);
        assertThat(finding.changes())
                .containsExactly(Change.by(
                        Party.MIDDLEWARE_UNIT, "lowers the criticality of GGUS-2", BuiltInRules.NO_CRITICAL_INCIDENT));
    }
}
