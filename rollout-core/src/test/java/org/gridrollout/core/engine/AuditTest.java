package org.gridrollout.core.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gridrollout.api.InvalidValueException;
import org.gridrollout.api.command.Command;
import org.gridrollout.api.command.RolloutCommand;
import org.gridrollout.api.command.RolloutCommand.Announce;
import org.gridrollout.api.command.RolloutCommand.ConfirmPublication;
import org.gridrollout.api.command.RolloutCommand.Contribute;
import org.gridrollout.api.command.RolloutCommand.Promote;
import org.gridrollout.api.command.SiteCommand;
import org.gridrollout.api.event.SiteEvent;
import org.gridrollout.api.party.Actor;
import org.gridrollout.api.party.Role;
import org.gridrollout.api.software.Certification;
import org.gridrollout.api.software.Release;
import org.gridrollout.api.software.ReleaseId;
import org.gridrollout.api.store.JournalRecord;
import org.gridrollout.api.store.Snapshot;
import org.gridrollout.api.store.StoreException;
import org.gridrollout.api.store.StreamId;
import org.gridrollout.core.memory.InMemoryPackageRepository;
import org.gridrollout.core.memory.InMemoryRolloutStore;
import org.gridrollout.core.policy.RolloutPolicy;
import org.gridrollout.core.whatif.PlayedGrid;
import org.junit.jupiter.api.Test;

/** What the journal says of who asked for what. */
class AuditTest {

    private final PlayedGrid grid = new PlayedGrid();
    private final RolloutEngine engine = grid.engine();

    @Test
    void commandStandsInTheJournalInFrontOfWhatItLedTo() {
        ReleaseId release = grid.contribute("2.1.0");
        assertThat(types(release)).startsWith("Asked.Contribute", "Contributed", "Asked.ConfirmPublication");
        List<JournalRecord> records = grid.store().journal(Streams.of(release), 0, 2);
        assertThat(records)
                .extracting(JournalRecord::change)
                .containsOnly(records.get(0).change());
        assertThat(records).extracting(each -> each.entry().actor()).containsOnly(PlayedGrid.TEAM.toString());
        assertThat(records).extracting(each -> each.entry().at()).containsOnly(grid.now());
    }

    @Test
    void historiesTellEventsOnly() {
        ReleaseId release = grid.announced("2.1.0");
        List<RecordedEvent> history = engine.history(release);
        assertThat(history)
                .extracting(each -> each.event().getClass().getSimpleName())
                .containsExactly("Contributed", "BetaPublished", "ObligationEnded", "Announced");
        assertThat(engine.history(0, 100)).isEqualTo(history);
    }

    @Test
    void pageOfAHistoryIsFullWhateverLiesBetweenItsEvents() {
        ReleaseId release = grid.announced("2.1.0");
        List<RecordedEvent> all = engine.history(release);
        List<RecordedEvent> paged = new ArrayList<>();
        long after = 0;
        List<RecordedEvent> page = engine.history(after, 1);
        while (!page.isEmpty()) {
            assertThat(page).hasSize(1);
            paged.addAll(page);
            page = engine.history(page.get(0).position(), 1);
        }
        assertThat(paged).isEqualTo(all);
    }

    @Test
    void changesSayWhatWasAskedAndWhatItLedTo() {
        grid.contribute("2.1.0");
        List<RecordedChange> changes = engine.changes(0, 100);
        assertThat(changes)
                .extracting(each -> each.command().orElseThrow().getClass().getSimpleName())
                .containsExactly("RegisterProduct", "RegisterSite", "Enrol", "Contribute", "ConfirmPublication");
        assertThat(changes.get(4).command().orElseThrow().actor()).isEqualTo(Actor.SYSTEM);
        assertThat(changes).flatExtracting(RecordedChange::events).isEqualTo(engine.history(0, 100));
    }

    @Test
    void changesCanBeReadInPagesOfAnySize() {
        ReleaseId release = grid.announced("2.1.0");
        grid.triesInVain(Announce.of(release, PlayedGrid.TEAM));
        List<RecordedChange> all = engine.changes(0, Integer.MAX_VALUE);
        for (int size = 1; size <= all.size() + 1; size++) {
            List<RecordedChange> paged = new ArrayList<>();
            List<RecordedChange> page = engine.changes(0, size);
            while (!page.isEmpty()) {
                paged.addAll(page);
                page = engine.changes(page.get(page.size() - 1).position(), size);
            }
            assertThat(paged).as("pages of %d", size).isEqualTo(all);
        }
    }

    @Test
    void nobodyAskedForWhatTimeBroughtAbout() {
        ReleaseId release = grid.announced("2.1.0");
        grid.deploy(release);
        grid.passesAndIsSwept(Duration.ofDays(15));
        List<RecordedChange> changes = engine.changes(0, 100);
        RecordedChange last = changes.get(changes.size() - 1);
        assertThat(last.events())
                .extracting(each -> each.event().getClass().getSimpleName())
                .contains("Cleared");
        assertThat(last.command()).isEmpty();
        assertThat(last.refusal()).isEmpty();
    }

    @Test
    void acceptedCommandThatHasNothingLeftToDoLeavesNoTrace() {
        ReleaseId release = grid.announced("2.1.0");
        grid.deploy(release);
        long before = grid.store().head().position();
        grid.deploy(release);
        assertThat(grid.store().head().position()).isEqualTo(before);
    }

    @Test
    void commandOfSomebodyWithoutTheRightIsRecorded() {
        ReleaseId release = grid.contribute("2.1.0");
        Command overreach = new Promote(release, PlayedGrid.AT_CERN);
        Outcome.Refused outcome = grid.triesInVain(overreach);
        assertThat(engine.refusals(0, 10)).singleElement().satisfies(refusal -> {
            assertThat(refusal.command()).contains(overreach);
            assertThat(refusal.name()).isEqualTo("Promote");
            assertThat(refusal.actor()).isEqualTo(PlayedGrid.AT_CERN);
            assertThat(refusal.verdict()).isEqualTo(outcome.verdict());
            assertThat(refusal.at()).isEqualTo(grid.now());
        });
    }

    @Test
    void commandThatTheRulesRefuseIsRecorded() {
        ReleaseId release = grid.contribute("2.1.0");
        Command tooEarly = new Promote(release, PlayedGrid.MU);
        Outcome.Refused outcome = grid.triesInVain(tooEarly);
        assertThat(engine.refusals(0, 10))
                .extracting(Refusal::command, Refusal::verdict)
                .containsExactly(tuple(Optional.of(tooEarly), outcome.verdict()));
    }

    @Test
    void refusalsDoNotTouchTheRolloutTheyAreAbout() {
        ReleaseId release = grid.contribute("2.1.0");
        Snapshot before = grid.store().load(Streams.of(release)).orElseThrow();
        grid.triesInVain(new Promote(release, PlayedGrid.MU));
        grid.triesInVain(new Promote(release, PlayedGrid.AT_CERN));
        assertThat(grid.store().load(Streams.of(release))).contains(before);
        assertThat(grid.store().journal(0, 100).stream()
                        .filter(each -> each.stream().kind() == StreamId.Kind.AUDIT)
                        .map(each -> each.stream().name()))
                .containsExactly("MIDDLEWARE_UNIT:MU", "SITE:CERN-PROD");
    }

    @Test
    void refusedCommandStillLeavesWhatTimeHadBroughtAbout() {
        ReleaseId release = grid.announced("2.1.0");
        grid.passes(Duration.ofDays(15));
        grid.triesInVain(new Promote(release, PlayedGrid.MU));
        List<RecordedChange> changes = engine.changes(0, 100);
        RecordedChange time = changes.get(changes.size() - 2);
        assertThat(time.command()).isEmpty();
        assertThat(time.events())
                .extracting(RecordedEvent::event)
                .anyMatch(SiteEvent.ObligationEnded.class::isInstance);
        assertThat(changes.get(changes.size() - 1).refusal()).isPresent();
    }

    @Test
    void refusalsOfAllOrganisationsComeInTheOrderOfTheJournalAndInPages() {
        ReleaseId release = grid.contribute("2.1.0");
        for (Actor each : List.of(PlayedGrid.TEAM, PlayedGrid.AT_DESY, PlayedGrid.AT_CERN, PlayedGrid.TEAM)) {
            grid.triesInVain(Announce.of(release, each));
        }
        List<Refusal> all = engine.refusals(0, 10);
        assertThat(all)
                .extracting(Refusal::actor)
                .containsExactly(PlayedGrid.TEAM, PlayedGrid.AT_DESY, PlayedGrid.AT_CERN, PlayedGrid.TEAM);
        assertThat(engine.refusals(0, 3)).isEqualTo(all.subList(0, 3));
        assertThat(engine.refusals(all.get(2).position(), 3)).isEqualTo(all.subList(3, 4));
        assertThatThrownBy(() -> engine.refusals(0, 0)).isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> engine.changes(0, 0)).isInstanceOf(InvalidValueException.class);
    }

    @Test
    void tooLongACommandIsRecordedWithoutItself() {
        Release longest = grid.release("2.1.0", Optional.of(new Certification("tom", grid.now(), "x".repeat(70_000))));
        grid.triesInVain(new Contribute(longest, PlayedGrid.AT_CERN));
        Refusal refusal = engine.refusals(0, 1).get(0);
        assertThat(refusal.command()).isEmpty();
        assertThat(refusal.name()).isEqualTo("Contribute");
        assertThat(refusal.actor()).isEqualTo(PlayedGrid.AT_CERN);
        assertThat(longestEntry()).isLessThan(1_000);
    }

    @Test
    void namesAndVerdictsThatAreTooLongAreCut() {
        Actor wordy = new Actor("n".repeat(100_000), Role.SITE, "o".repeat(100_000));
        grid.triesInVain(Announce.of(grid.contribute("2.1.0"), wordy));
        Refusal refusal = engine.refusals(0, 1).get(0);
        assertThat(refusal.actor()).isEqualTo(new Actor("n".repeat(300), Role.SITE, "o".repeat(300)));
        assertThat(refusal.verdict().inWords())
                .startsWith("Only the MU decides this; nnn")
                .endsWith(" (and more)");
        assertThat(longestEntry()).isLessThan(10_000);
    }

    @Test
    void halfACharacterInANameStopsNoRecord() {
        Actor odd = new Actor("an\ud83dn", Role.SITE, "\ud83d\ude80\ude80");
        grid.triesInVain(Announce.of(grid.contribute("2.1.0"), odd));
        assertThat(engine.refusals(0, 1))
                .extracting(each -> each.actor().name(), each -> each.actor().organisation())
                .containsExactly(tuple("an\ufffdn", "\ud83d\ude80\ufffd"));
    }

    @Test
    void failingStoreSurfacesThoughTheCommandWouldHaveBeenRefused() {
        InMemoryRolloutStore kept = new InMemoryRolloutStore();
        PlayedGrid played = new PlayedGrid(RolloutPolicy.STANDARD, kept);
        ReleaseId release = played.contribute("2.1.0");
        StoreException full = new StoreException("disk full");
        RolloutEngine onAFullDisk = RolloutEngine.builder()
                .store(new RefusingStore(kept, full))
                .repository(new InMemoryPackageRepository())
                .build();
        assertThatThrownBy(() -> onAFullDisk.execute(new Promote(release, PlayedGrid.AT_CERN)))
                .isSameAs(full);
    }

    @Test
    void outsiderWhoConfirmsAPublicationIsRecordedAndNotBelieved() {
        ReleaseId release = grid.contribute("2.1.0");
        RolloutCommand confirmed =
                (RolloutCommand) engine.changes(0, 100).get(4).command().orElseThrow();
        ConfirmPublication forged =
                new ConfirmPublication(release, ((ConfirmPublication) confirmed).changeSet(), 7, PlayedGrid.MU);
        grid.triesInVain(forged);
        assertThat(engine.refusals(0, 10)).extracting(Refusal::command).containsExactly(Optional.of(forged));
    }

    @Test
    void siteThatSpeaksForAnotherIsRecordedUnderItsOwnName() {
        ReleaseId release = grid.contribute("2.1.0");
        grid.triesInVain(new SiteCommand.ReportDeployment(release, PlayedGrid.CERN, PlayedGrid.AT_DESY));
        assertThat(engine.refusals(0, 10)).extracting(Refusal::actor).containsExactly(PlayedGrid.AT_DESY);
    }

    private List<String> types(ReleaseId release) {
        return grid.store().journal(Streams.of(release), 0, 100).stream()
                .map(each -> each.entry().type())
                .toList();
    }

    private int longestEntry() {
        return grid.store().journal(0, 100).stream()
                .filter(each -> each.stream().kind() == StreamId.Kind.AUDIT)
                .mapToInt(each -> each.entry().body().length()
                        + each.entry().actor().length()
                        + each.stream().name().length())
                .max()
                .orElseThrow();
    }
}
