package org.gridrollout.core.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gridrollout.core.scenario.Infrastructure.CERN;
import static org.gridrollout.core.scenario.Infrastructure.DESY;
import static org.gridrollout.core.scenario.Infrastructure.MU;

import java.time.Duration;
import java.util.List;
import org.gridrollout.api.command.RolloutCommand;
import org.gridrollout.api.incident.Criticality;
import org.gridrollout.api.rollout.RolloutState;
import org.gridrollout.api.software.ReleaseId;
import org.gridrollout.api.verdict.Change;
import org.gridrollout.api.verdict.Finding;
import org.gridrollout.api.verdict.FindingOutcome;
import org.gridrollout.api.verdict.Verdict;
import org.gridrollout.core.policy.EvidencePolicy;
import org.gridrollout.core.policy.RolloutPolicy;
import org.junit.jupiter.api.Test;

/** What an explanation takes for the root, and what would open the way. */
class ExplanationTest {

    private Infrastructure grid = new Infrastructure().product("voms");

    @Test
    void nothingBeforeTheAnnouncementIsARootButThat() {
        ReleaseId voms = grid.contribute("voms", "2.1.0");

        assertThat(roots(voms)).containsExactly("announced");
        assertThat(grid.engine.explain(voms).blockers()).hasSize(4);
        assertThat(changes(voms))
                .containsExactly(
                        "MU announces it", "MU finds 1 more site that deploys it", "the observation period passes");
    }

    @Test
    void holdOfAnUndecidedIncidentDerivesFromIt() {
        ReleaseId voms = grid.good(grid.contribute("voms", "2.1.0"));
        grid.file(voms, "GGUS-1", DESY);

        assertThat(grid.state(voms)).isEqualTo(RolloutState.HELD);
        assertThat(roots(voms)).containsExactly("no-undecided-incident");
        assertThat(changes(voms)).containsExactly("MU decides GGUS-1");
    }

    @Test
    void holdOfTheMuIsItsOwnRoot() {
        ReleaseId voms = grid.good(grid.contribute("voms", "2.1.0"));
        grid.does(new RolloutCommand.PutOnHold(voms, "a look at it", grid.now.plus(Duration.ofDays(3)), MU));

        assertThat(roots(voms)).containsExactly("state");
        assertThat(sentences(voms)).contains("Held by MU, a look at it; to be looked at by 2026-03-12 08:00 UTC.");
        assertThat(changes(voms)).containsExactly("MU releases the hold");
    }

    @Test
    void inconclusiveNeedsTheEvidenceAndThenTheMu() {
        ReleaseId voms = grid.contribute("voms", "2.1.0");
        grid.announce(voms);
        grid.passes(Duration.ofDays(8));

        assertThat(grid.state(voms)).isEqualTo(RolloutState.INCONCLUSIVE);
        assertThat(roots(voms)).containsExactly("enough-exposure");
        assertThat(changes(voms)).containsExactly("site CERN-PROD deploys it", "MU clears it");
        grid.deploy(voms, CERN);
        assertThat(roots(voms)).containsExactly("state");
        assertThat(changes(voms)).containsExactly("MU clears it");
        grid.does(new RolloutCommand.ClearEarly(voms, MU));
        assertThat(changes(voms)).isEmpty();
    }

    @Test
    void inconclusiveDoesNotOpenByItselfThoughTimeBringsTheEvidence() {
        grid = new Infrastructure(parts -> parts.policy(RolloutPolicy.STANDARD.withEvidence(new EvidencePolicy(1, 20))))
                .product("voms");
        ReleaseId voms = grid.contribute("voms", "2.1.0");
        grid.announce(voms);
        grid.deploy(voms, CERN);
        assertThat(grid.engine.explain(voms).until()).contains(grid.now.plus(Duration.ofDays(20)));
        grid.passes(Duration.ofDays(8));

        Verdict verdict = grid.engine.explain(voms);
        assertThat(grid.state(voms)).isEqualTo(RolloutState.INCONCLUSIVE);
        assertThat(verdict.until()).isEmpty();
        assertThat(verdict.roots()).extracting(Finding::outcome).containsExactly(FindingOutcome.WAIT);
        assertThat(changes(voms)).containsExactly("MU clears it", "time passes until 2026-03-22 08:00 UTC");
    }

    @Test
    void announcedToNobodyOnlyAWaiverIsLeft() {
        ReleaseId voms = grid.contribute("voms", "2.1.0");
        grid.does(new RolloutCommand.AnnounceToNobody(voms, "nobody has the hardware", MU));

        assertThat(changes(voms)).containsExactly("MU waives enough-exposure");
    }

    @Test
    void faultyReleaseIsBlockedUntilItIsRestoredAndSaysBecauseOfWhatAndBySoWhen() {
        ReleaseId voms = grid.inProduction(grid.contribute("voms", "2.1.0"));
        grid.file(voms, "GGUS-1", DESY);
        grid.decide(voms, "GGUS-1", Criticality.CRITICAL);

        assertThat(grid.engine.explain(voms).outcome()).isEqualTo(FindingOutcome.BLOCKED);
        assertThat(sentences(voms))
                .containsExactly("Faulty in production because of GGUS-1; a restoring release with a higher version is"
                        + " owed by 2026-03-12 08:00 UTC. Mend the fault and release voms 2.1.0-2.el9 or higher.");
    }

    private List<String> sentences(ReleaseId release) {
        return grid.engine.explain(release).findings().stream()
                .map(Finding::sentence)
                .toList();
    }

    private List<String> roots(ReleaseId release) {
        return grid.engine.explain(release).roots().stream()
                .map(each -> each.rule().value())
                .toList();
    }

    private List<String> changes(ReleaseId release) {
        return grid.engine.explain(release).smallestChanges().stream()
                .map(Change::toString)
                .toList();
    }
}
