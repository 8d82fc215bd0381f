package org.gridrollout.core.engine;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
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

    /** What a decision came to, and what people will be told of it. */
    record Result(Decision decision, List<Notice> notices) {}

    Situation situation(ReleaseId id) {
        return reader.read(id, now.get());
    }

    Context context(Situation situation) {
        return context(situation, now.get());
    }

    Context context(Situation situation, Instant at) {
        return new Context(
                at,
                policy,
                rules,
                versions,
                situation.around(),
                situation.lineOrEmpty(),
                situation.otherRollouts());
    }

    Result decide(RolloutCommand command) {
        return decide(
                command.releaseId(),
                command.actor(),
                () -> reader.read(command, now.get()),
                situation -> Lifecycle.decide(situation.rollout().value(), command, context(situation)));
    }

    /** What time alone has brought about. */
    Result advance(ReleaseId id) {
        return decide(
                id,
                Actor.SYSTEM,
                () -> reader.read(id, now.get()),
                situation -> Lifecycle.advance(situation.rollout().value().orElseThrow(), context(situation)));
    }

    /** @param decide a pure function of what was read; it is called again when that turns out to be stale */
    private Result decide(
            ReleaseId id, Actor actor, Supplier<Situation> read, Function<Situation, Decision> decide) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Situation situation = read.get();
            Decision decision = decide.apply(situation);
            List<Notice> notices = notices(situation, decision);
            if (decision.events().isEmpty() || isKept(change(situation, decision, notices, actor))) {
                return new Result(decision, notices);
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

    private StoreChange change(Situation situation, Decision decision, List<Notice> notices, Actor actor) {
        return change(writes(situation, decision, actor), notices);
    }

    List<StreamWrite> writes(Situation situation, Decision decision, Actor actor) {
        Instant recordedAt = now.get();
        List<StreamWrite> writes = new ArrayList<>();
        decision.rollouts().forEach((id, rollout) -> {
            List<JournalEntry> entries = decision.eventsOf(id).stream()
                    .map(each -> Ledger.entry(each, recordedAt, actor.toString()))
                    .toList();
            writes.add(new StreamWrite(
                    Streams.of(id),
                    situation.revisionOf(id),
                    Documents.write(Rollout.class, rollout),
                    index(rollout, situation),
                    entries));
        });
        if (!decision.line().equals(situation.lineOrEmpty())) {
            writes.add(new StreamWrite(
                    Streams.lineOf(situation.release()),
                    situation.line().revision(),
                    Documents.write(ProductLine.class, decision.line()),
                    IndexEntry.NONE,
                    List.of()));
        }
        return writes;
    }

    private IndexEntry index(Rollout rollout, Situation situation) {
        return new IndexEntry(
                rollout.state().name(),
                rollout.release().product().value(),
                rollout.release().platform().toString(),
                Lifecycle.nextDue(rollout, context(situation)));
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
