package org.gridrollout.core.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.gridrollout.api.party.Party;
import org.gridrollout.api.software.Signature;
import org.gridrollout.api.software.Signature.Trust;
import org.gridrollout.api.software.Stage;
import org.gridrollout.api.spi.PromotionRule;
import org.gridrollout.api.verdict.Change;
import org.gridrollout.api.verdict.Finding;
import org.gridrollout.api.verdict.FindingOutcome;
import org.junit.jupiter.api.Test;

class PackagesSignedTest {

    private static final Party OWN = Party.release(Scene.ID);
    private static final Set<Stage> PRODUCTION = Set.of(Stage.PRODUCTION);

    private final PackagesSigned rule = new PackagesSigned();
    private final Scene good = Scene.good();

    @Test
    void isNotApplicableWhereTheRepositoryChecksNoSignatures() {
        assertThat(rule.evaluate(good.candidate()).outcome()).isEqualTo(FindingOutcome.NOT_APPLICABLE);
    }

    @Test
    void trustedKeysPass() {
        Finding finding = evaluate(new Signature(Trust.TRUSTED, "Signed by Ada.", PRODUCTION));
        assertThat(finding.outcome()).isEqualTo(FindingOutcome.PASS);
    }

    @Test
    void whatProductionRequiresBlocksWithTheReason() {
        Finding finding = evaluate(new Signature(Trust.UNTRUSTED, "It is not signed.", PRODUCTION));
        assertThat(finding.outcome()).isEqualTo(FindingOutcome.BLOCKED);
        assertThat(finding.sentence()).isEqualTo("voms-2.1.0-1.el9.x86_64: It is not signed.");
        assertThat(finding.mustAct()).containsExactly(OWN, Party.MIDDLEWARE_UNIT);
        assertThat(finding.changes())
                .containsExactly(
                        Change.by(OWN, "is contributed again, signed by a trusted key", BuiltInRules.PACKAGES_SIGNED));
    }

    @Test
    void whatOnlyBetaRequiresPassesWithAWarning() {
        Finding finding = evaluate(new Signature(Trust.UNTRUSTED, "It is not signed.", Set.of(Stage.BETA)));
        assertThat(finding.outcome()).isEqualTo(FindingOutcome.PASS);
        assertThat(finding.sentence())
                .isEqualTo("voms-2.1.0-1.el9.x86_64: It is not signed. Production only warns of that.");
    }

    @Test
    void aSignatureThatCouldNotBeCheckedHolds() {
        Finding finding = evaluate(new Signature(Trust.UNKNOWN, "The disk is gone.", Set.of()));
        assertThat(finding.outcome()).isEqualTo(FindingOutcome.ERROR);
        assertThat(finding.mustAct()).containsExactly(Party.MIDDLEWARE_UNIT);
    }

    @Test
    void nothingLetsItPassButTheTruth() {
        assertThat(rule.kind()).isEqualTo(PromotionRule.Kind.INTEGRITY);
    }

    private Finding evaluate(Signature signature) {
        return rule.evaluate(good.signed(signature).candidate());
    }
}
