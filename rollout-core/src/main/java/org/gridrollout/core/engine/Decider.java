package org.gridrollout.core.engine;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.gridrollout.api.command.Command;
import org.gridrollout.api.command.RolloutCommand;
import org.gridrollout.api.event.RolloutEvent;
import org.gridrollout.api.notice.Notice;
import org.gridrollout.api.party.Actor;
import org.gridrollout.api.rollout.ProductLine;
import org.gridrollout.api.rollout.Rollout;
import org.gridrollout.api.software.ReleaseId;
import org.gridrollout.api.spi.RolloutStore;
import org.gridrollout.api.spi.VersionScheme;
import org.gridrollout.api.store.ChangeId;
import org.gridrollout.api.store.CommitResult;
import org.gridrollout.api.store.IndexEntry;
import org.gridrollout.api.store.JournalEntry;
import org.gridrollout.api.store.StoreChange;
import org.gridrollout.api.store.StreamId;
import org.gridrollout.api.store.StreamWrite;
import org.gridrollout.api.store.UnknownOutcomeException;
import org.gridrollout.core.codec.Documents;
import org.gridrollout.core.lifecycle.Context;
import org.gridrollout.core.lifecycle.Decision;
import org.gridrollout.core.lifecycle.Lifecycle;
import org.gridrollout.core.policy.RolloutPolicy;
import org.gridrollout.core.rule.RuleBook;

/** Load, decide, append; again from the start if somebody else was faster. */
final class Decider {

    private static final int ATTEMPTS = 50;

    private final RolloutStore store;
    private final SituationReader reader;
    private final RolloutPolicy policy;
    private final RuleBook rules;
    private final VersionScheme versions;
    private final Supplier<Instant> now;
    private final Supplier<String> ids;

    Decider(
            RolloutStore store,
            SituationReader reader,
            RolloutPolicy policy,
            RuleBook rules,
            VersionScheme versions,
            Supplier<Instant> now,
            Supplier<String> ids) {
        this.store = store;
        this.reader = reader;
        this.policy = policy;
        this.rules = rules;
        this.versions = versions;
        this.now = now;
        this.ids = ids;
    }

    /** What a decision came to at which instant, and what people will be told of it. */
    record Result(Decision decision, List<Notice> notices, Instant at) {}

    /** A pure function of what was read. */
    private interface Decide {
        Decision apply(Situation situation, Context context);
    }

    Situation situation(ReleaseId id, Instant at) {
        return reader.read(id, at);
    }

    Situation situationToExplain(ReleaseId id, Instant at) {
        return reader.readToExplain(id, at);
    }

    Context context(Situation situation, Instant at) {
        return new Context(
                at, policy, rules, versions, situation.around(), situation.lineOrEmpty(), situation.otherRollouts());
    }

    Result decide(RolloutCommand command) {
        return decide(
                command.releaseId(),
                Optional.of(command),
                at -> reader.read(command, at),
                (situation, context) -> Lifecycle.decide(situation.rollout().value(), command, context));
    }

    /** What time alone has brought about. */
    Result advance(ReleaseId id) {
        return decide(
                id,
                Optional.empty(),
                at -> reader.read(id, at),
                (situation, context) ->
                        Lifecycle.advance(situation.rollout().value().orElseThrow(), context));
    }

    /** One instant per attempt, for what is read, decided and recorded, so that a replay at that instant does the same. */
    private Result decide(
            ReleaseId id, Optional<RolloutCommand> command, Function<Instant, Situation> read, Decide decide) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Instant at = now.get();
            Situation situation = read.apply(at);
            Context context = context(situation, at);
            Decision decision = decide.apply(situation, context);
            List<Notice> notices = notices(situation, decision);
            if (decision.events().isEmpty() || isKept(change(writes(situation, decision, command, at), notices))) {
                return new Result(decision, notices, at);
            }
        }
        throw new ContentionException("A decision on " + id, ATTEMPTS);
    }

    boolean isKept(StoreChange change) {
        try {
            return store.commit(change) instanceof CommitResult.Stored;
        } catch (UnknownOutcomeException unknown) {
            return store.holds(change.id());
        }
    }

    StoreChange change(List<StreamWrite> writes, List<Notice> notices) {
        return new StoreChange(ChangeId.of(ids.get()), writes, notices);
    }

    private List<StreamWrite> writes(
            Situation situation, Decision decision, Optional<RolloutCommand> command, Instant recordedAt) {
        return writes(situation, decision, command, command.map(Command::actor).orElse(Actor.SYSTEM), recordedAt);
    }

    /** The same by an actor whose command stands in another stream of the same change. */
    List<StreamWrite> writes(
            Situation situation,
            Decision decision,
            Optional<? extends RolloutCommand> command,
            Actor actor,
            Instant recordedAt) {
        List<StreamWrite> writes = writes(situation, decision, actor, recordedAt);
        Optional<? extends RolloutCommand> asked = command.filter(each -> tookEffect(each, decision));
        if (asked.isPresent()) {
            StreamId target = Streams.of(asked.get().releaseId());
            JournalEntry entry = Entries.asked(asked.get(), recordedAt);
            writes.replaceAll(each -> each.stream().equals(target) ? behind(entry, each) : each);
            writes.sort(
                    Comparator.comparing(each -> !each.stream().equals(target))); // a change begins with what was asked
        }
        return writes;
    }

    private static StreamWrite behind(JournalEntry first, StreamWrite write) {
        List<JournalEntry> entries = new ArrayList<>();
        entries.add(first);
        entries.addAll(write.entries());
        return new StreamWrite(write.stream(), write.expectedRevision(), write.body(), write.index(), entries);
    }

    /** What a decision that nobody asked for as such comes to in the store. */
    List<StreamWrite> writes(Situation situation, Decision decision, Actor actor, Instant recordedAt) {
        Context context = context(situation, recordedAt);
        List<StreamWrite> writes = new ArrayList<>();
        decision.rollouts().forEach((id, rollout) -> {
            List<JournalEntry> entries = decision.eventsOf(id).stream()
                    .map(each -> Entries.event(each, recordedAt, actor))
                    .toList();
            writes.add(new StreamWrite(
                    Streams.of(id),
                    situation.revisionOf(id),
                    Documents.write(Rollout.class, rollout),
                    index(rollout, context),
                    entries));
        });
        if (!decision.line().equals(situation.lineOrEmpty()) || arrivesAtASite(decision)) {
            writes.add(new StreamWrite(
                    Streams.lineOf(situation.release()),
                    situation.line().revision(),
                    Documents.write(ProductLine.class, decision.line()),
                    IndexEntry.NONE,
                    List.of()));
        }
        return writes;
    }

    /**
     * A site that comes to a release leaves the others of the line. Which it was at is in their own documents, so two
     * engines would not hear of each other: by the line's revision they do.
     */
    private static boolean arrivesAtASite(Decision decision) {
        return decision.rollouts().keySet().stream()
                .flatMap(each -> decision.eventsOf(each).stream())
                .anyMatch(each -> each instanceof RolloutEvent.Deployed);
    }

    /** Whatever a command does, it does something to the release it is about; what else happened is time's doing. */
    private static boolean tookEffect(RolloutCommand command, Decision decision) {
        return decision.refusal().isEmpty()
                && !decision.eventsOf(command.releaseId()).isEmpty();
    }

    private static IndexEntry index(Rollout rollout, Context context) {
        return new IndexEntry(
                rollout.state().name(),
                rollout.release().product().value(),
                rollout.release().platform().toString(),
                Lifecycle.nextDue(rollout, context));
    }

    static List<Notice> notices(Situation situation, Decision decision) {
        List<Notice> notices = new ArrayList<>();
        decision.rollouts().forEach((id, rollout) -> {
            List<RolloutEvent> events = decision.eventsOf(id);
            for (int i = 0; i < events.size(); i++) {
                notices.addAll(Notices.of(rollout, events.get(i), i, situation.team()));
            }
        });
        return notices;
    }
}
