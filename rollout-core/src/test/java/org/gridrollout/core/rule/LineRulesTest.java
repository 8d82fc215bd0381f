package org.gridrollout.core.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.gridrollout.api.party.Party;
import org.gridrollout.api.rollout.ProductLine;
import org.gridrollout.api.rollout.RolloutState;
import org.gridrollout.api.software.Evr;
import org.gridrollout.api.software.Nevra;
import org.gridrollout.api.software.PackageRef;
import org.gridrollout.api.software.ReleaseId;
import org.gridrollout.api.software.Sha256;
import org.gridrollout.api.verdict.Change;
import org.gridrollout.api.verdict.Finding;
import org.gridrollout.api.verdict.FindingOutcome;
import org.gridrollout.core.version.RpmVersionScheme;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The rules that look at the other releases of the product. */
class LineRulesTest {

    private static final Party OWN = Party.release(Scene.ID);

    private final VersionsRise versionsRise = new VersionsRise(new RpmVersionScheme());
    private final OnePromotionAtATime onePromotion = new OnePromotionAtATime();
    private final Scene good = Scene.good();

    @Test
    void versionsRiseOverALowerOneInProduction() {
        Finding finding = versionsRise.evaluate(
                good.beside("old", RolloutState.IN_PRODUCTION, "2.0.9").candidate());

        assertThat(finding.outcome()).isEqualTo(FindingOutcome.PASS);
        assertThat(finding.sentence()).isEqualTo("Versions rise.");
    }

    @Test
    void sameOrHigherVersionInProductionBlocks() {
        assertThat(versionsRise
                        .evaluate(good.beside("old", RolloutState.IN_PRODUCTION, "2.1.0")
                                .candidate())
                        .outcome())
                .isEqualTo(FindingOutcome.BLOCKED);
        Finding finding = versionsRise.evaluate(
                good.beside("old", RolloutState.FAULTY, "2.1.1").candidate());

        assertThat(finding.outcome()).isEqualTo(FindingOutcome.BLOCKED);
        assertThat(finding.sentence())
                .isEqualTo("voms-2.1.0-1.el9.x86_64 is not higher than voms-2.1.1-1.el9.x86_64 in production.");
        assertThat(finding.mustAct()).containsExactly(OWN, Party.MIDDLEWARE_UNIT);
        assertThat(finding.changes())
                .containsExactly(
                        Change.by(OWN, "is contributed again with higher versions", BuiltInRules.VERSIONS_RISE));
    }

    @Test
    void namesEveryFall() {
        assertThat(versionsRise
                        .evaluate(good.beside("a", RolloutState.FAULTY, "2.1.1")
                                .beside("b", RolloutState.IN_PRODUCTION, "2.2")
                                .candidate())
                        .sentence())
                .isEqualTo("voms-2.1.0-1.el9.x86_64 is not higher than voms-2.1.1-1.el9.x86_64 in production;"
                        + " voms-2.1.0-1.el9.x86_64 is not higher than voms-2.2-1.el9.x86_64 in production.");
    }

    @ParameterizedTest
    @EnumSource
    void onlyWhatIsInProductionBounds(RolloutState state) {
        Finding finding =
                versionsRise.evaluate(good.beside("other", state, "3.0").candidate());

        assertThat(finding.outcome().passes())
                .isEqualTo(state != RolloutState.IN_PRODUCTION && state != RolloutState.FAULTY);
    }

    @Test
    void ownPackagesAndOtherComponentsBoundNothing() {
        PackageRef other =
                new PackageRef(new Nevra("dcache", Evr.of("9.0", "1"), "x86_64"), new Sha256("ab".repeat(32)));
        Scene scene = good.beside(Scene.ID.value(), RolloutState.IN_PRODUCTION, "2.1.0");
        List<ProductLine.Entry> both = List.of(
                scene.candidate().line().living().get(0),
                new ProductLine.Entry(ReleaseId.of("d"), RolloutState.IN_PRODUCTION, List.of(other)));

        assertThat(versionsRise.evaluate(good.line(both).candidate()).outcome()).isEqualTo(FindingOutcome.PASS);
    }

    @ParameterizedTest
    @EnumSource
    void waitsForAnotherReleaseOnItsWayOnly(RolloutState state) {
        Finding finding =
                onePromotion.evaluate(good.beside("other", state, "3.0").candidate());

        assertThat(finding.outcome())
                .isEqualTo(state == RolloutState.PROMOTING ? FindingOutcome.WAIT_FOR : FindingOutcome.PASS);
    }

    @Test
    void waitsForEachOfThem() {
        Finding one = onePromotion.evaluate(
                good.beside("a", RolloutState.PROMOTING, "3.0").candidate());
        Finding two = onePromotion.evaluate(good.beside("a", RolloutState.PROMOTING, "3.0")
                .beside("b", RolloutState.PROMOTING, "3.1")
                .candidate());

        assertThat(one.sentence()).isEqualTo("a is on the way into production.");
        assertThat(two.sentence()).isEqualTo("a and b are on the way into production.");
        assertThat(two.mustAct()).containsExactly(Party.release(ReleaseId.of("a")), Party.release(ReleaseId.of("b")));
        assertThat(two.changes())
                .extracting(Change::toString)
                .containsExactly("release a arrives in production", "release b arrives in production");
    }

    @Test
    void doesNotWaitForItself() {
        Finding finding = onePromotion.evaluate(
                good.beside(Scene.ID.value(), RolloutState.PROMOTING, "2.1.0").candidate());

        assertThat(finding.sentence()).isEqualTo("No other release of the product is on its way into production.");
    }
}
