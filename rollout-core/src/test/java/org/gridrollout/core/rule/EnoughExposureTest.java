package org.gridrollout.core.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.gridrollout.api.incident.Criticality;
import org.gridrollout.api.party.Party;
import org.gridrollout.api.party.SiteId;
import org.gridrollout.api.rollout.RolloutState;
import org.gridrollout.api.sla.ObligationOutcome;
import org.gridrollout.api.verdict.Change;
import org.gridrollout.api.verdict.Finding;
import org.gridrollout.api.verdict.FindingOutcome;
import org.gridrollout.core.policy.EvidenceModel;
import org.gridrollout.core.policy.EvidencePolicy;
import org.junit.jupiter.api.Test;

class EnoughExposureTest {

    private static final Party CERN = Party.site(SiteId.of("CERN-PROD"));
    private static final Party DESY = Party.site(SiteId.of("DESY-HH"));
    private static final Party INFN = Party.site(SiteId.of("INFN-T1"));

    private final Scene three = Scene.good().asked("CERN-PROD", "DESY-HH", "INFN-T1");

    @Test
    void silenceIsGoodIfThePolicySaysSo() {
        Finding finding = evaluate(EvidencePolicy.SILENCE_IS_GOOD, three);

        assertThat(finding.outcome()).isEqualTo(FindingOutcome.NOT_APPLICABLE);
        assertThat(finding.sentence()).isEqualTo("The policy takes silence for good, with or without exposure.");
    }

    @Test
    void quotesWhatSilenceBounds() {
        Finding finding = evaluate(
                EvidencePolicy.ONE_SITE, three.running("DESY-HH", days(7)).running("CERN-PROD", days(7)));

        assertThat(finding.outcome()).isEqualTo(FindingOutcome.PASS);
        assertThat(finding.sentence())
                .isEqualTo(
                        "CERN-PROD and DESY-HH ran it for 14.0 site-days without a failure: at 95 % confidence less than"
                                + " 0.21 failures per site-day, and less than 78 % of such sites affected.");
        assertThat(finding.values().toString())
                .isEqualTo("{sitesAsked=3, sitesThatRan=2, siteDays=14.0, sitesNeeded=1, siteDaysNeeded=0.0,"
                        + " failuresPerSiteDayBelow=0.21, affectedShareBelow=0.78}");
    }

    @Test
    void quotesHowProbableAFaultStillIs() {
        EvidencePolicy policy = EvidencePolicy.ONE_SITE.estimating(new EvidenceModel(0.2, 0.05, 0.9));
        Finding finding = evaluate(policy, three.running("CERN-PROD", days(10)));

        assertThat(finding.sentence()).endsWith(" A fault is left with a probability of 14 %, 20 % before.");
        assertThat(finding.values()).containsEntry("faultProbability", "0.14");
    }

    @Test
    void boundsNothingAfterAnIssue() {
        EvidencePolicy policy = EvidencePolicy.ONE_SITE.estimating(new EvidenceModel(0.2, 0.05, 0.9));
        Finding finding =
                evaluate(policy, three.running("CERN-PROD", days(7)).decided("GGUS-1", Criticality.NON_CRITICAL));

        assertThat(finding.outcome()).isEqualTo(FindingOutcome.PASS);
        assertThat(finding.sentence()).isEqualTo("CERN-PROD ran it for 7.0 site-days.");
        assertThat(finding.values()).hasSize(5);
    }

    @Test
    void issueThatWasNoneIsSilence() {
        Scene scene = three.running("CERN-PROD", days(7))
                .filed("GGUS-1")
                .incident("GGUS-1", each -> each.dismissed(Scene.NOW, "a full disk"));

        assertThat(evaluate(EvidencePolicy.ONE_SITE, scene).sentence()).contains("without a failure");
    }

    @Test
    void boundsNothingWithoutTime() {
        Finding finding = evaluate(EvidencePolicy.ONE_SITE, three.running("CERN-PROD", days(0)));

        assertThat(finding.sentence()).isEqualTo("CERN-PROD ran it for 0.0 site-days.");
        assertThat(finding.values()).hasSize(5);
    }

    @Test
    void silenceOfSitesThatNeverRanItIsNoEvidence() {
        Finding finding = evaluate(new EvidencePolicy(2, 0), three.running("DESY-HH", days(7)));

        assertThat(finding.outcome()).isEqualTo(FindingOutcome.NO_EVIDENCE);
        assertThat(finding.sentence())
                .isEqualTo("1 of 3 rollout sites ran it, 2 needed; not deployed at CERN-PROD and INFN-T1.");
        assertThat(finding.mustAct()).containsExactly(CERN, INFN);
        assertThat(finding.changes()).containsExactly(change(CERN, "deploys it"));
        assertThat(finding.dueTo()).isEmpty();
    }

    @Test
    void isEnoughAtExactlyTheSitesAndSiteDaysNeeded() {
        Scene scene = three.running("CERN-PROD", days(7)).running("DESY-HH", days(7));

        assertThat(evaluate(new EvidencePolicy(2, 14), scene).outcome()).isEqualTo(FindingOutcome.PASS);
        assertThat(evaluate(new EvidencePolicy(3, 14), scene).outcome()).isEqualTo(FindingOutcome.NO_EVIDENCE);
        assertThat(evaluate(new EvidencePolicy(2, 14.01), scene).outcome()).isEqualTo(FindingOutcome.WAIT);
        assertThat(evaluate(new EvidencePolicy(2, 14), scene.at(Scene.NOW.minusNanos(1_000)))
                        .outcome())
                .isEqualTo(FindingOutcome.WAIT);
    }

    @Test
    void waitsWhileEnoughSitesRunIt() {
        Finding finding = evaluate(
                new EvidencePolicy(2, 20), three.running("CERN-PROD", days(7)).running("DESY-HH", days(7)));
        Instant enough = Scene.NOW.plus(days(3));

        assertThat(finding.outcome()).isEqualTo(FindingOutcome.WAIT);
        assertThat(finding.sentence()).isEqualTo("Sites ran it for 14.0 site-days, 20.0 needed; 2 run it now.");
        assertThat(finding.until()).contains(enough);
        assertThat(finding.mustAct()).containsExactly(Party.NOBODY);
        assertThat(finding.changes())
                .containsExactly(new Change(
                        Party.NOBODY,
                        "time passes until 2026-03-13 08:00 UTC",
                        Optional.of(enough),
                        BuiltInRules.ENOUGH_EXPOSURE));
    }

    @Test
    void timeAloneBringsNothingWhereNobodyRunsIt() {
        Finding finding = evaluate(new EvidencePolicy(1, 10), three.ran("DESY-HH", days(7), days(2)));

        assertThat(finding.outcome()).isEqualTo(FindingOutcome.NO_EVIDENCE);
        assertThat(finding.sentence()).isEqualTo("Sites ran it for 5.0 site-days, 10.0 needed; 0 run it now.");
        assertThat(finding.mustAct()).containsExactly(CERN, DESY, INFN);
        assertThat(finding.changes())
                .extracting(Change::toString)
                .containsExactly("site CERN-PROD deploys it", "time passes until 2026-03-15 08:00 UTC");
    }

    @Test
    void sitesThatStillOweItComeFirst() {
        Scene scene = three.with(rollout -> rollout.withObligations(rollout.obligations().stream()
                .map(each -> each.debtor().equals(CERN) ? each.ended(ObligationOutcome.MET, Scene.NOW, "") : each)
                .toList()));

        assertThat(evaluate(new EvidencePolicy(2, 0), scene).changes())
                .containsExactly(change(DESY, "deploys it"), change(INFN, "deploys it"));
        assertThat(evaluate(new EvidencePolicy(3, 0), scene).changes())
                .containsExactly(change(DESY, "deploys it"), change(INFN, "deploys it"), change(CERN, "deploys it"));
    }

    @Test
    void theMuFindsTheSitesThatAreTooFew() {
        Finding one = evaluate(new EvidencePolicy(4, 0), three);
        Finding two = evaluate(new EvidencePolicy(5, 0), three);

        assertThat(one.mustAct()).containsExactly(CERN, DESY, INFN, Party.MIDDLEWARE_UNIT);
        assertThat(one.changes())
                .endsWith(change(Party.MIDDLEWARE_UNIT, "finds 1 more site that deploys it"))
                .hasSize(4);
        assertThat(two.changes()).endsWith(change(Party.MIDDLEWARE_UNIT, "finds 2 more sites that deploy it"));
        assertThat(evaluate(new EvidencePolicy(3, 0), three).mustAct()).containsExactly(CERN, DESY, INFN);
    }

    @Test
    void whatMissesSitesAndTimeNeedsBoth() {
        Finding finding = evaluate(new EvidencePolicy(2, 15), three.running("CERN-PROD", days(7)));

        assertThat(finding.changes())
                .extracting(Change::toString)
                .containsExactly("site DESY-HH deploys it", "time passes until 2026-03-14 08:00 UTC");
    }

    @Test
    void beforeTheAnnouncementItIsDueToThat() {
        Finding finding = evaluate(EvidencePolicy.ONE_SITE, Scene.good().unannounced());

        assertThat(finding.outcome()).isEqualTo(FindingOutcome.NO_EVIDENCE);
        assertThat(finding.sentence()).isEqualTo("No rollout site takes part, so that silence says nothing.");
        assertThat(finding.dueTo()).containsExactly(BuiltInRules.ANNOUNCED);
        assertThat(finding.mustAct()).containsExactly(Party.MIDDLEWARE_UNIT);
        assertThat(finding.changes())
                .containsExactly(change(Party.MIDDLEWARE_UNIT, "finds 1 more site that deploys it"));
    }

    @Test
    void announcedToNobodyNothingIsLeftButAWaiver() {
        Scene toNobody =
                Scene.good().state(RolloutState.INCONCLUSIVE).with(each -> each.withObservation(Optional.empty()));
        Finding finding = evaluate(new EvidencePolicy(2, 10), toNobody);

        assertThat(finding.outcome()).isEqualTo(FindingOutcome.NO_EVIDENCE);
        assertThat(finding.dueTo()).isEmpty();
        assertThat(finding.changes()).containsExactly(change(Party.MIDDLEWARE_UNIT, "waives enough-exposure"));
    }

    private static Finding evaluate(EvidencePolicy policy, Scene scene) {
        return new EnoughExposure(policy).evaluate(scene.candidate());
    }

    private static Change change(Party who, String what) {
        return Change.by(who, what, BuiltInRules.ENOUGH_EXPOSURE);
    }

    private static Duration days(int days) {
        return Duration.ofDays(days);
    }
}
