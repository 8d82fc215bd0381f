package org.gridrollout.core.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.gridrollout.api.party.Party;
import org.gridrollout.api.publication.Breakage;
import org.gridrollout.api.software.Evr;
import org.gridrollout.api.software.Nevra;
import org.gridrollout.api.software.ReleaseId;
import org.gridrollout.api.spi.PromotionRule;
import org.gridrollout.api.verdict.Change;
import org.gridrollout.api.verdict.Finding;
import org.gridrollout.api.verdict.FindingOutcome;
import org.junit.jupiter.api.Test;

class ProductionStaysInstallableTest {

    private static final Party OWN = Party.release(Scene.ID);
    private static final ReleaseId CREAM = ReleaseId.of("cream-1.17");
    private static final ReleaseId DCACHE = ReleaseId.of("dcache-2.0");

    @Test
    void saysNothingWhereTheBaseIsNotKnown() {
        assertThat(evaluate(Scene.good()).outcome()).isEqualTo(FindingOutcome.NOT_APPLICABLE);
    }

    @Test
    void passesIfNothingBreaks() {
        assertThat(evaluate(Scene.good().breaking()).outcome()).isEqualTo(FindingOutcome.PASS);
    }

    @Test
    void blocksWhatNobodyMendsAndAsksItsOwnTeam() {
        Finding finding = evaluate(Scene.good().breaking(breakage("cream breaks."), breakage("dcache breaks.")));

        assertThat(finding.outcome()).isEqualTo(FindingOutcome.BLOCKED);
        assertThat(finding.sentence()).isEqualTo("cream breaks. dcache breaks.");
        assertThat(finding.mustAct()).containsExactly(OWN);
        assertThat(finding.changes())
                .containsExactly(Change.by(
                        OWN,
                        "is contributed again so that it breaks nothing",
                        BuiltInRules.PRODUCTION_STAYS_INSTALLABLE));
    }

    @Test
    void waitsForWhatMendsItAndSaysToGoTogether() {
        Finding finding = evaluate(Scene.good().breaking(breakage("cream breaks.", DCACHE, CREAM)));

        assertThat(finding.outcome()).isEqualTo(FindingOutcome.WAIT_FOR);
        assertThat(finding.sentence()).isEqualTo("cream breaks. Promote it together with cream-1.17 and dcache-2.0.");
        assertThat(finding.mustAct()).containsExactly(Party.release(CREAM), Party.release(DCACHE));
        assertThat(finding.changes())
                .extracting(Change::who)
                .containsExactly(Party.release(CREAM), Party.release(DCACHE));
    }

    @Test
    void doesNotWaitIfSomethingStaysBrokenAllTheSame() {
        Finding finding = evaluate(Scene.good().breaking(breakage("cream breaks.", CREAM), breakage("dcache breaks.")));

        assertThat(finding.outcome()).isEqualTo(FindingOutcome.BLOCKED);
    }

    @Test
    void isAboutTheRepositorySoThatNobodyWaivesIt() {
        assertThat(new ProductionStaysInstallable().kind()).isEqualTo(PromotionRule.Kind.INTEGRITY);
    }

    private static Breakage breakage(String sentence, ReleaseId... mendedWith) {
        return new Breakage(
                sentence, List.of(new Nevra("cream", Evr.of("1.16", "1.el9"), "x86_64")), Set.of(mendedWith));
    }

    private static Finding evaluate(Scene scene) {
        return new ProductionStaysInstallable().evaluate(scene.candidate());
    }
}
