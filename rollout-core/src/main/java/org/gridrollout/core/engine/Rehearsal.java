package org.gridrollout.core.engine;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.gridrollout.api.command.Command;
import org.gridrollout.api.command.RolloutCommand.AbortPublication;
import org.gridrollout.api.command.RolloutCommand.ConfirmPublication;
import org.gridrollout.api.event.RolloutEvent;
import org.gridrollout.api.party.Party;
import org.gridrollout.api.party.SiteId;
import org.gridrollout.api.publication.ChangeSetId;
import org.gridrollout.api.software.ReleaseId;
import org.gridrollout.api.spi.RolloutStore;
import org.gridrollout.api.store.StreamId;
import org.gridrollout.api.store.StreamQuery;
import org.gridrollout.api.verdict.Finding;
import org.gridrollout.api.verdict.FindingOutcome;
import org.gridrollout.api.verdict.RuleId;
import org.gridrollout.api.verdict.Verdict;
import org.gridrollout.core.policy.RolloutPolicy;

/**
 * An engine's rules on a timeline of its own: recorded changes are played at their instants, nothing is published, nobody is
 * told, and the engine's own store and repository are only read.
 *
 * <p>Who may was decided when it was recorded and is not asked again. A publication that the recorded repository was asked
 * for too gets its answer when it came; any other is published at once. What a site reported is followed at once, also where
 * the recorded engine stopped before it did and went on later. Not thread-safe.
 */
public final class Rehearsal {

    private static final RuleId KNOWN = RuleId.of("release-known");
    private static final int PAGE = 1_000;

    private final Dues dues = new Dues();
    private final RolloutEngine engine;
    private final RehearsedPublications publications;
    private Instant now = Instant.EPOCH;
    private Optional<String> mayNot = Optional.empty();
    private long changes;

    /** Hears of every event of a rehearsal, in order. */
    public interface Listener {
        /** Something happened to a release. */
        void happened(ReleaseId release, RolloutEvent event);
    }

    /** What a rehearsal's store is to keep. */
    public enum Keeps {
        /** What is there now; the memory it takes does not grow with the time it plays. */
        DOCUMENTS,
        /** The journal as well. */
        JOURNAL
    }

    private Rehearsal(
            RolloutEngine of,
            RolloutPolicy policy,
            RolloutStore store,
            Keeps keeps,
            RehearsalRepository.Begins begins,
            Listener listener) {
        RolloutEngineBuilder parts = of.parts();
        RehearsalRepository repository = new RehearsalRepository(parts.repository(), begins);
        publications = new RehearsedPublications(repository);
        parts.policy(policy)
                .store(new WatchedStore(store, keeps, dues, listener))
                .repository(repository)
                .authorizer((command, product) -> mayNot)
                .announcer(notices -> {})
                .changeIds(() -> "rehearsal-" + ++changes);
        engine = new RolloutEngine(parts, () -> now, publications::otherwise);
    }

    /**
     * A timeline from the beginning.
     *
     * @param of whose rules, versions and knowledge of packages to use
     * @param store empty, and nobody else's
     */
    public static Rehearsal anew(
            RolloutEngine of, RolloutPolicy policy, RolloutStore store, Keeps keeps, Listener listener) {
        return new Rehearsal(of, policy, store, keeps, RehearsalRepository.Begins.EMPTY, listener);
    }

    /** What time alone would bring about by an instant, from where the engine's store stands now. */
    public static void onward(RolloutEngine of, Instant until, Listener listener) {
        RolloutEngineBuilder parts = of.parts();
        RolloutStore store = new OverlayStore(parts.store());
        Rehearsal rehearsal = new Rehearsal(
                of, parts.policy(), store, Keeps.DOCUMENTS, RehearsalRepository.Begins.AS_IT_IS, listener);
        rehearsal.now = store.latestInstant().orElse(until);
        StreamQuery due = StreamQuery.of(StreamId.Kind.ROLLOUT, PAGE).withDueBy(until);
        List<StreamId> page = store.find(due);
        while (!page.isEmpty()) {
            for (StreamId each : page) {
                ReleaseId release = ReleaseId.of(each.name());
                rehearsal.dues.put(release, rehearsal.engine.nextDue(release));
            }
            page = store.find(due.withAfter(page.get(page.size() - 1).name()));
        }
        if (!rehearsal.now.isAfter(until)) {
            rehearsal.conclude(rehearsal.now);
        }
        rehearsal.advanceTo(until);
    }

    /** These publications get the recorded repository's answer, when a change that has it is played. */
    public void await(Collection<ChangeSetId> changeSets) {
        changeSets.forEach(publications::await);
    }

    /**
     * Nothing was recorded after that instant: what waits for a repository's answer is published from then on, and what
     * sites reported and had to wait is followed.
     */
    public void conclude(Instant at) {
        now = at;
        publications.awaitNoMore();
        engine.follow();
    }

    /**
     * Plays a change at its instant: asks what was asked, hands on what a repository answered, or looks at what somebody
     * looked at then.
     *
     * @return why what was asked is refused here, if it is; for a refused command that was too long to be kept, as it was
     */
    public Optional<Verdict> play(RecordedChange change) {
        now = change.at();
        if (change.command().isPresent()) {
            return playAccepted(change.command().get());
        } else if (change.refusal().isPresent()) {
            Refusal refusal = change.refusal().get();
            mayNot = unauthorised(refusal.verdict());
            return refusal.command().isPresent() ? ask(refusal.command().get()) : Optional.of(refusal.verdict());
        }
        for (RecordedEvent each : change.events()) {
            reportedBy(each.event()).ifPresent(site -> follow(site, each.release()));
        }
        change.events().stream().map(RecordedEvent::release).distinct().forEach(this::look);
        return Optional.empty();
    }

    /** Time alone deploys nothing: what a site reported had to wait, and somebody swept. */
    private static Optional<SiteId> reportedBy(RolloutEvent event) {
        if (event instanceof RolloutEvent.Deployed deployed) {
            return Optional.of(deployed.deployment().site());
        }
        return event instanceof RolloutEvent.Undeployed gone ? Optional.of(gone.site()) : Optional.empty();
    }

    /** Only this site's: what another one reported may have had to wait longer. */
    private void follow(SiteId site, ReleaseId release) {
        engine.rollout(release)
                .ifPresent(each -> engine.follow(site, each.release().platform()));
    }

    /** Does everything that is due by an instant, each at the instant it is due, as if somebody looked at all times. */
    public void advanceTo(Instant until) {
        Optional<Dues.Due> first = dues.takeFirst(until);
        while (first.isPresent()) {
            Dues.Due due = first.get();
            now = due.at().isAfter(now) ? due.at() : now;
            if (engine.look(due.release()).isEmpty()) {
                dues.inVain(due, engine.explain(due.release()).until().filter(each -> each.isAfter(now)));
            }
            first = dues.takeFirst(until);
        }
    }

    private Optional<Verdict> playAccepted(Command command) {
        if (command instanceof ConfirmPublication confirmed) {
            publications.answered(confirmed);
            engine.settle(confirmed.releaseId());
            return Optional.empty();
        } else if (command instanceof AbortPublication aborted) {
            publications.answered(aborted);
            engine.settle(aborted.releaseId());
            return Optional.empty();
        }
        mayNot = Optional.empty();
        return ask(command);
    }

    private Optional<Verdict> ask(Command command) {
        try {
            return engine.execute(command) instanceof Outcome.Refused refused
                    ? Optional.of(refused.verdict())
                    : Optional.empty();
        } catch (UnknownReleaseException e) {
            return Optional.of(new Verdict(
                    command.getClass().getSimpleName(),
                    List.of(Finding.of(KNOWN, FindingOutcome.BLOCKED, e.getMessage() + ".", List.of(Party.NOBODY)))));
        }
    }

    private void look(ReleaseId release) {
        if (engine.rollout(release).isPresent()) {
            engine.look(release);
        }
    }

    private static Optional<String> unauthorised(Verdict verdict) {
        return verdict.findings().stream()
                .filter(each -> each.rule().equals(Admission.AUTHORISED))
                .map(Finding::sentence)
                .findFirst();
    }
}
