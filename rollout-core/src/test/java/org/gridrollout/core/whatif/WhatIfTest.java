package org.gridrollout.core.whatif;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.gridrollout.api.InvalidValueException;
import org.gridrollout.api.command.RolloutCommand;
import org.gridrollout.api.command.RolloutCommand.Contribute;
import org.gridrollout.api.command.RolloutCommand.Promote;
import org.gridrollout.api.command.SiteCommand;
import org.gridrollout.api.incident.Criticality;
import org.gridrollout.api.rollout.RolloutState;
import org.gridrollout.api.sla.ObligationOutcome;
import org.gridrollout.api.sla.Reporting;
import org.gridrollout.api.sla.Sla;
import org.gridrollout.api.software.ReleaseId;
import org.gridrollout.core.engine.RolloutEngine;
import org.gridrollout.core.memory.InMemoryRolloutStore;
import org.gridrollout.core.policy.EvidencePolicy;
import org.gridrollout.core.policy.FreezeWindow;
import org.gridrollout.core.policy.RolloutPolicy;
import org.junit.jupiter.api.Test;

/** What would have happened, asked of small recorded histories. */
class WhatIfTest {

    private static final UnaryOperator<Sla> SEVEN_DAYS = sla -> sla.withReportWithin(Duration.ofDays(7));

    private final PlayedGrid grid = new PlayedGrid();
    private final Instant start = grid.now();

    @Test
    void withNothingDifferentEverythingIsTheSame() {
        promotedAfterTwoWeeks();
        Difference difference = WhatIf.of(grid.engine()).run();
        assertThat(difference.isEmpty()).isTrue();
        assertThat(difference.until()).isEqualTo(grid.now());
        assertThat(difference).hasToString("Until 2026-03-17 08:00 UTC everything would have been the same.\n");
    }

    @Test
    void withASevenDayPeriodTheReleaseIsGoodAWeekEarlier() {
        ReleaseId release = promotedAfterTwoWeeks();
        ReleaseDifference difference =
                WhatIf.of(grid.engine()).terms(SEVEN_DAYS).run().of(release).orElseThrow();
        assertThat(since(difference.before(), RolloutState.GOOD)).isEqualTo(start.plus(firstAfter(14)));
        assertThat(since(difference.after(), RolloutState.GOOD)).isEqualTo(start.plus(firstAfter(7)));
        assertThat(since(difference.after(), RolloutState.IN_PRODUCTION))
                .as("people promote when they did")
                .isEqualTo(since(difference.before(), RolloutState.IN_PRODUCTION));
    }

    @Test
    void withASevenDayPeriodAndAutomaticPromotionItIsInProductionAWeekEarlier() {
        ReleaseId release = promotedAfterTwoWeeks();
        Difference difference = WhatIf.of(grid.engine())
                .terms(SEVEN_DAYS)
                .with(RolloutPolicy.STANDARD.withPromotion(RolloutPolicy.Promotion.AUTOMATIC))
                .run();
        assertThat(since(difference.of(release).orElseThrow().after(), RolloutState.IN_PRODUCTION))
                .isEqualTo(start.plus(firstAfter(7)));
        assertThat(difference.commands())
                .as("the promotion that people asked for comes too late")
                .singleElement()
                .satisfies(each -> {
                    assertThat(each.command()).isInstanceOf(Promote.class);
                    assertThat(each.before()).isEmpty();
                    assertThat(each.after().orElseThrow().inWords()).contains("is IN_PRODUCTION");
                });
    }

    @Test
    void withStricterEvidenceTheReleaseIsInconclusiveAndCannotBePromoted() {
        ReleaseId release = promotedAfterTwoWeeks();
        RolloutPolicy strict = RolloutPolicy.STANDARD.withEvidence(new EvidencePolicy(2, 0));
        Difference difference = WhatIf.of(grid.engine()).with(strict).run();
        List<Stay> after = difference.of(release).orElseThrow().after();
        assertThat(after.get(after.size() - 1).state()).isEqualTo(RolloutState.INCONCLUSIVE);
        assertThat(difference.commands())
                .extracting(
                        each -> each.command().getClass().getSimpleName(),
                        each -> each.before().isPresent())
                .containsExactly(tuple("Promote", false));
    }

    @Test
    void commandThatWasRefusedMayBeAccepted() {
        ReleaseId release = grid.announced("2.1.0");
        grid.deploy(release);
        grid.passesAndIsSwept(Duration.ofDays(10));
        grid.triesInVain(new Promote(release, PlayedGrid.MU));
        Difference difference = WhatIf.of(grid.engine()).terms(SEVEN_DAYS).run();
        assertThat(difference.commands()).singleElement().satisfies(each -> {
            assertThat(each.before()).isPresent();
            assertThat(each.after()).isEmpty();
        });
        List<Stay> after = difference.of(release).orElseThrow().after();
        assertThat(after.get(after.size() - 1).state()).isEqualTo(RolloutState.IN_PRODUCTION);
    }

    @Test
    void commandOfSomebodyWithoutTheRightIsRefusedUnderEveryPolicy() {
        ReleaseId release = grid.announced("2.1.0");
        grid.deploy(release);
        grid.passesAndIsSwept(Duration.ofDays(10));
        grid.triesInVain(new Promote(release, PlayedGrid.AT_CERN));
        assertThat(WhatIf.of(grid.engine()).terms(SEVEN_DAYS).run().commands()).isEmpty();
    }

    @Test
    void whatIsAskedOfAReleaseThatWasNeverAcceptedIsRefusedAndNoError() {
        PlayedGrid lenient =
                new PlayedGrid(RolloutPolicy.STANDARD.withCertificationRequired(false), new InMemoryRolloutStore());
        ReleaseId release = lenient.release("2.1.0", Optional.empty()).id();
        lenient.does(new Contribute(lenient.release("2.1.0", Optional.empty()), PlayedGrid.TEAM));
        lenient.does(RolloutCommand.Announce.of(release, PlayedGrid.MU));
        lenient.deploy(release);
        Difference difference =
                WhatIf.of(lenient.engine()).with(RolloutPolicy.STANDARD).run();
        assertThat(difference.of(release).orElseThrow().after()).isEmpty();
        assertThat(difference.commands())
                .extracting(each -> each.command().getClass().getSimpleName())
                .containsExactly("Contribute", "Announce", "ReportDeployment");
        assertThat(difference.commands().get(2).after().orElseThrow().inWords())
                .isEqualTo("No release voms-2.1.0 was ever contributed.");
    }

    @Test
    void obligationsThatEndOtherwiseAreTold() {
        ReleaseId release = grid.announced("2.1.0");
        grid.deploy(release);
        grid.passes(Duration.ofDays(10));
        grid.does(new SiteCommand.ReportWorking(release, PlayedGrid.CERN, "fine", PlayedGrid.AT_CERN));
        Difference difference = WhatIf.of(grid.engine())
                .terms(sla -> sla.withReportWithin(Duration.ofDays(7)).withReporting(Reporting.EVERY_RELEASE))
                .run();
        assertThat(difference.of(release).orElseThrow().obligations())
                .singleElement()
                .satisfies(each -> {
                    assertThat(each.before()).contains(ObligationOutcome.MET);
                    assertThat(each.after()).contains(ObligationOutcome.MISSED);
                });
    }

    @Test
    void obligationThatCountsTheSameIsNoDifference() {
        ReleaseId release = grid.announced("2.1.0");
        grid.deploy(release);
        grid.passesAndIsSwept(Duration.ofDays(15));
        grid.file(release, "GGUS-1", PlayedGrid.AT_DESY);
        grid.decide(release, "GGUS-1", Criticality.NON_CRITICAL);
        grid.does(new SiteCommand.RecordMissedFault(release, PlayedGrid.CERN, "seen in its logs", PlayedGrid.MU));
        Difference difference = WhatIf.of(grid.engine())
                .terms(sla -> sla.withReporting(Reporting.EVERY_RELEASE))
                .run();
        assertThat(difference.commands()).hasSize(1);
        assertThat(difference.releases())
                .as("missed by a fault that was there, or by saying nothing")
                .flatExtracting(ReleaseDifference::obligations)
                .isEmpty();
    }

    @Test
    void whatNobodyHasLookedAtYetIsNoDifference() {
        ReleaseId release = grid.announced("2.1.0");
        grid.deploy(release);
        grid.passes(Duration.ofDays(20));
        grid.contribute("2.2.0");
        grid.passes(Duration.ofDays(20));
        assertThat(WhatIf.of(grid.engine()).run().isEmpty()).isTrue();
        assertThat(WhatIf.of(grid.engine()).until(grid.now()).run().isEmpty()).isTrue();
    }

    @Test
    void afterTheJournalsEndTimePassesInBothTimelines() {
        ReleaseId release = grid.announced("2.1.0");
        grid.deploy(release);
        ReleaseDifference difference = WhatIf.of(grid.engine())
                .terms(SEVEN_DAYS)
                .until(start.plus(Duration.ofDays(30)))
                .run()
                .of(release)
                .orElseThrow();
        assertThat(since(difference.before(), RolloutState.GOOD)).isEqualTo(start.plus(firstAfter(14)));
        assertThat(since(difference.after(), RolloutState.GOOD)).isEqualTo(start.plus(firstAfter(7)));
        assertThat(grid.state(release)).as("nothing happened in truth").isEqualTo(RolloutState.ROLLING_OUT);
    }

    @Test
    void differencesAfterTheInstantAskedForDoNotCount() {
        promotedAfterTwoWeeks();
        WhatIf question = WhatIf.of(grid.engine()).terms(SEVEN_DAYS);
        assertThat(question.until(start.plus(Duration.ofDays(7))).run().isEmpty())
                .isTrue();
        assertThat(question.until(start.plus(firstAfter(7))).run().isEmpty()).isFalse();
    }

    @Test
    void publicationThatWasStillPendingIsNoDifference() {
        grid.announced("2.1.0");
        grid.passes(Duration.ofDays(1));
        RolloutEngine broken = grid.engineThatCannotPublish();
        assertThatThrownBy(() -> broken.execute(
                        new Contribute(grid.release("2.2.0", Optional.of(grid.certification())), PlayedGrid.TEAM)))
                .hasMessageContaining("out of order");
        grid.passes(Duration.ofDays(1));
        assertThat(grid.state(ReleaseId.of("voms-2.2.0"))).isEqualTo(RolloutState.CONTRIBUTED);
        assertThat(WhatIf.of(grid.engine()).run().isEmpty()).isTrue();
        assertThat(WhatIf.of(grid.engine()).until(grid.now()).run().isEmpty()).isTrue();
    }

    @Test
    void answersOfTheRepositoryComeWhenTheyCame() {
        RolloutEngine broken = grid.engineThatCannotPublish();
        assertThatThrownBy(() -> broken.execute(
                        new Contribute(grid.release("2.1.0", Optional.of(grid.certification())), PlayedGrid.TEAM)))
                .hasMessageContaining("out of order");
        grid.passesAndIsSwept(Duration.ofDays(1));
        ReleaseId release = ReleaseId.of("voms-2.1.0");
        grid.does(RolloutCommand.Announce.of(release, PlayedGrid.MU));
        grid.deploy(release);
        grid.passesAndIsSwept(Duration.ofDays(20));
        ReleaseDifference difference =
                WhatIf.of(grid.engine()).terms(SEVEN_DAYS).run().of(release).orElseThrow();
        assertThat(since(difference.after(), RolloutState.IN_BETA)).isEqualTo(start.plus(Duration.ofDays(1)));
    }

    @Test
    void freezeThatWasNotThereRefusesAnnouncements() {
        ReleaseId release = grid.announced("2.1.0");
        FreezeWindow freeze = new FreezeWindow(start, start.plus(Duration.ofDays(3)), "data taking");
        Difference difference = WhatIf.of(grid.engine())
                .with(RolloutPolicy.STANDARD.withFreezeWindows(List.of(freeze)))
                .run();
        assertThat(difference.commands())
                .singleElement()
                .satisfies(
                        each -> assertThat(each.after().orElseThrow().inWords()).contains("data taking"));
        assertThat(difference.of(release).orElseThrow().after())
                .extracting(Stay::state)
                .containsExactly(RolloutState.CONTRIBUTED, RolloutState.IN_BETA);
    }

    @Test
    void wordsOfTheOtherTermsAreTheAskersOwn() {
        grid.announced("2.1.0");
        WhatIf question = WhatIf.of(grid.engine()).terms(sla -> sla.withReportWithin(Duration.ZERO));
        assertThatThrownBy(question::run)
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("reportWithin");
    }

    @Test
    void emptyJournalHasNoDifferences() {
        PlayedGrid unused = new PlayedGrid(RolloutPolicy.STANDARD, new InMemoryRolloutStore());
        assertThat(WhatIf.of(unused.engine()).terms(SEVEN_DAYS).run().isEmpty()).isTrue();
    }

    @Test
    void askingChangesNothing() {
        promotedAfterTwoWeeks();
        long before = grid.store().head().position();
        WhatIf.of(grid.engine())
                .terms(SEVEN_DAYS)
                .until(start.plus(Duration.ofDays(99)))
                .run();
        assertThat(grid.store().head().position()).isEqualTo(before);
        assertThat(grid.store().undelivered(100)).isEmpty();
    }

    @Test
    void tableIsAlignedAndSaysByHowMuch() {
        ReleaseId release = grid.announced("2.1.0");
        grid.deploy(release);
        grid.passesAndIsSwept(Duration.ofDays(10));
        grid.file(release, "GGUS-1", PlayedGrid.AT_CERN);
        grid.decide(release, "GGUS-1", Criticality.NON_CRITICAL);
        grid.passesAndIsSwept(Duration.ofDays(5));
        grid.promote(release);
        String table = WhatIf.of(grid.engine())
                .terms(SEVEN_DAYS)
                .with(RolloutPolicy.STANDARD.withPromotion(RolloutPolicy.Promotion.AUTOMATIC))
                .run()
                .asTable();
        assertThat(table).isEqualTo("""
                Until 2026-03-17 08:00 UTC this would have been different:

                Release     State          Before            After
                voms-2.1.0  CONTRIBUTED    2026-03-02 08:00  2026-03-02 08:00
                            IN_BETA        2026-03-02 08:00  2026-03-02 08:00
                            ROLLING_OUT    2026-03-02 08:00  2026-03-02 08:00
                            HELD           2026-03-12 08:00  -
                            ROLLING_OUT    2026-03-12 08:00  -
                            GOOD           2026-03-16 08:00  2026-03-09 08:00  7 d earlier
                            PROMOTING      2026-03-17 08:00  2026-03-09 08:00  8 d earlier
                            IN_PRODUCTION  2026-03-17 08:00  2026-03-09 08:00  8 d earlier

                At                Command             By        Before    After
                2026-03-17 08:00  Promote voms-2.1.0  mia (MU)  accepted  refused: voms-2.1.0 is IN_PRODUCTION; this is possible only GOOD.
                """);
    }

    private ReleaseId promotedAfterTwoWeeks() {
        ReleaseId release = grid.announced("2.1.0");
        grid.deploy(release);
        grid.passesAndIsSwept(Duration.ofDays(15));
        grid.promote(release);
        return release;
    }

    private static Duration firstAfter(int days) {
        return Duration.ofDays(days).plusNanos(1_000);
    }

    private static Instant since(List<Stay> stays, RolloutState state) {
        return stays.stream()
                .filter(each -> each.state() == state)
                .map(Stay::since)
                .findFirst()
                .orElseThrow();
    }
}
