package org.gridrollout.core.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gridrollout.core.evidence.AskedSites.START;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.gridrollout.api.party.Party;
import org.gridrollout.api.party.SiteId;
import org.gridrollout.api.rollout.Answer;
import org.gridrollout.api.sla.Duty;
import org.junit.jupiter.api.Test;

class ExposureTest {

    private static final String CERN = "CERN-PROD";
    private static final String DESY = "DESY-HH";
    private static final String INFN = "INFN-T1";

    private final AskedSites both = AskedSites.of(List.of(CERN, DESY));

    @Test
    void addsUpTheTimeOfEachSite() {
        Exposure exposure = both.runs(CERN, START)
                .ran(DESY, START, days(1))
                .runs(DESY, days(2))
                .exposure(days(3));

        assertThat(exposure.siteDays(0)).isEqualTo(3);
        assertThat(exposure.siteDays(1)).isEqualTo(2);
        assertThat(exposure.siteDays()).isEqualTo(5);
    }

    @Test
    void countsWholeMicrosecondsOfADay() {
        assertThat(both.ran(CERN, START, START.plus(Duration.ofHours(6).plusNanos(1_000)))
                        .exposure(days(9))
                        .siteDays())
                .isEqualTo((6 * 3_600_000_000.0 + 1) / 86_400_000_000.0);
    }

    @Test
    void countsUntilNowAndNotFurther() {
        Exposure exposure = both.ran(CERN, START, days(5)).runs(DESY, days(4)).exposure(days(3));

        assertThat(exposure.siteDays(0)).isEqualTo(3);
        assertThat(exposure.siteDays(1)).as("begins later").isZero();
    }

    @Test
    void tellsWhoRanItFromWhoRunsItStill() {
        Exposure exposure = AskedSites.of(List.of(CERN, DESY, INFN))
                .ran(CERN, START, days(1))
                .runs(DESY, START)
                .exposure(days(3));

        assertThat(exposure.sitesAsked()).isEqualTo(3);
        assertThat(exposure.sitesThatRan()).isEqualTo(2);
        assertThat(exposure.sitesRunning()).isEqualTo(1);
        assertThat(exposure.thatRan()).containsExactly(site(CERN), site(DESY));
        assertThat(exposure.thatNeverRan()).containsExactly(site(INFN));
        assertThat(exposure.thatAreIdle()).containsExactly(site(CERN), site(INFN));
        assertThat(exposure.site(1)).isEqualTo(site(DESY));
    }

    @Test
    void ranHoweverShortItWas() {
        Exposure exposure = both.runs(CERN, START).exposure(START);

        assertThat(exposure.sitesThatRan()).isEqualTo(1);
        assertThat(exposure.siteDays()).isZero();
    }

    @Test
    void leavesSitesOutThatWereNotAsked() {
        Exposure exposure = both.runs(INFN, START).exposure(days(3));

        assertThat(exposure.sitesThatRan()).isZero();
        assertThat(exposure.siteDays()).isZero();
    }

    @Test
    void asksOnlyWhomItWasAnnouncedTo() {
        both.owing(Duty.DEPLOY, INFN).owing(Duty.REPORT, Party.MIDDLEWARE_UNIT);

        assertThat(Exposure.sitesAsked(both.rollout())).containsExactly(SiteId.of(CERN), SiteId.of(DESY));
    }

    @Test
    void siteAskedAgainIsAskedOnce() {
        both.owing(Duty.REPORT, CERN).owing(Duty.REPORT, INFN);

        assertThat(Exposure.sitesAsked(both.rollout()))
                .containsExactly(SiteId.of(CERN), SiteId.of(DESY), SiteId.of(INFN));
    }

    @Test
    void siteThatDeclinedDoesNotCount() {
        both.runs(CERN, START).answered(CERN, Answer.Kind.DECLINED).answered(DESY, Answer.Kind.ACCEPTED);

        assertThat(Exposure.sitesAsked(both.rollout())).containsExactly(SiteId.of(DESY));
        assertThat(both.exposure(days(3)).siteDays()).isZero();
    }

    @Test
    void everySiteHasReportedOnceThoseAskedHave() {
        assertThat(Exposure.everySiteReportedWorking(
                        both.reported(DESY).reported(INFN).rollout()))
                .isFalse();
        assertThat(Exposure.everySiteReportedWorking(both.reported(CERN).rollout()))
                .isTrue();
    }

    @Test
    void nobodyAskedIsNotEverybodyReported() {
        assertThat(Exposure.everySiteReportedWorking(
                        AskedSites.of(List.of()).reported(CERN).rollout()))
                .isFalse();
    }

    @Test
    void neverReachesAnythingIfNobodyRunsIt() {
        Exposure exposure = both.ran(CERN, START, days(1)).exposure(days(3));

        assertThat(exposure.reachesAt(1, 0)).contains(days(3));
        assertThat(exposure.reachesAt(1.5, 0)).isEmpty();
        assertThat(exposure.reachesAt(1.5, 1)).contains(days(3).plus(Duration.ofHours(12)));
    }

    @Test
    void moreSitesReachItSooner() {
        Exposure exposure = both.runs(CERN, START).exposure(days(1));

        assertThat(exposure.reachesAt(3, 0)).contains(days(3));
        assertThat(exposure.reachesAt(3, 1)).contains(days(2));
    }

    private static Party site(String name) {
        return Party.site(SiteId.of(name));
    }

    private static Instant days(int days) {
        return START.plus(Duration.ofDays(days));
    }
}
