package org.gridrollout.core.whatif;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.gridrollout.api.command.Command;
import org.gridrollout.api.command.RegistryCommand.Enrol;
import org.gridrollout.api.registry.Enrolment;
import org.gridrollout.api.sla.Sla;
import org.gridrollout.api.verdict.Verdict;
import org.gridrollout.core.engine.ContentionException;
import org.gridrollout.core.engine.RecordedChange;
import org.gridrollout.core.engine.Refusal;
import org.gridrollout.core.engine.Rehearsal;
import org.gridrollout.core.engine.RolloutEngine;
import org.gridrollout.core.memory.InMemoryRolloutStore;
import org.gridrollout.core.policy.RolloutPolicy;

/**
 * Asks what would have happened: plays a recorded journal under another policy or other terms, and compares.
 *
 * <p>People ask the same at the same instants, whatever has become of it: a command that does not fit any more is refused,
 * which is part of the difference; one that was refused may be accepted. Commands that changed nothing were not recorded and
 * are not asked again. Publications happen when they happened, others at once. Where the policy promotes automatically, what
 * is due is done at the instant it is due, as if an engine swept all the time.
 *
 * <p>The engine's store and repository are only read; nobody is told. The journal is read twice, in pages. What it takes in
 * memory is one document per stream and, per release, its rollout and states in both timelines; the journal's length counts
 * only for the change ids, some 100 bytes each. Immutable.
 */
public final class WhatIf {

    private static final int ATTEMPTS = 20;

    private final RolloutEngine engine;
    private final RolloutPolicy policy;
    private final UnaryOperator<Sla> terms;
    private final Optional<Instant> until;

    private WhatIf(RolloutEngine engine, RolloutPolicy policy, UnaryOperator<Sla> terms, Optional<Instant> until) {
        this.engine = engine;
        this.policy = policy;
        this.terms = terms;
        this.until = until;
    }

    /** About the journal that the engine's store holds, by the engine's rules and versions; so far nothing is different. */
    public static WhatIf of(RolloutEngine engine) {
        return new WhatIf(engine, engine.policy(), UnaryOperator.identity(), Optional.empty());
    }

    /** With another policy from the beginning. */
    public WhatIf with(RolloutPolicy other) {
        return new WhatIf(engine, other, terms, until);
    }

    /**
     * With other terms in every enrolment, from the beginning.
     *
     * @param change gives the SLA to play instead of the recorded one; what it throws, {@link #run} throws
     */
    public WhatIf terms(UnaryOperator<Sla> change) {
        return new WhatIf(engine, policy, change, until);
    }

    /**
     * Compares up to that instant, inclusive; after the end of the journal time passes in both timelines and nobody asks
     * anything. Unless given, it is the latest instant recorded.
     */
    public WhatIf until(Instant instant) {
        return new WhatIf(engine, policy, terms, Optional.of(instant));
    }

    /**
     * Plays it and compares.
     *
     * @throws ContentionException if others write to the store faster than it can be read
     */
    public Difference run() {
        Recording recording = new Recording(engine, until.orElse(Instant.MAX));
        recording.readOn();
        Timelines before = onward(recording);
        Instant end = end(recording);
        List<CommandDifference> commands = new ArrayList<>();
        Timelines after = otherwise(recording, end, commands);
        return Difference.between(before, after, commands, end);
    }

    private Instant end(Recording recording) {
        return until.or(recording::latest).orElse(Instant.EPOCH);
    }

    /** What was recorded, and what time alone has brought about since then that nobody has looked at yet. */
    private Timelines onward(Recording recording) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Timelines before = recording.timelines().copy();
            Rehearsal.onward(engine, end(recording), before);
            if (!recording.readOn()) {
                return before;
            }
        }
        throw new ContentionException("Reading the journal to its end", ATTEMPTS);
    }

    private Timelines otherwise(Recording recording, Instant end, List<CommandDifference> commands) {
        Timelines after = new Timelines(end);
        Rehearsal rehearsal =
                Rehearsal.anew(engine, policy, new InMemoryRolloutStore(), Rehearsal.Keeps.DOCUMENTS, after);
        rehearsal.await(recording.publications());
        recording.again(change -> {
            if (!change.at().isAfter(end)) {
                if (policy.promotion() == RolloutPolicy.Promotion.AUTOMATIC) {
                    rehearsal.advanceTo(change.at());
                }
                compare(change, rehearsal.play(underOtherTerms(change))).ifPresent(commands::add);
            }
        });
        recording.latest().filter(latest -> !latest.isAfter(end)).ifPresent(rehearsal::conclude);
        rehearsal.advanceTo(end);
        return after;
    }

    private static Optional<CommandDifference> compare(RecordedChange change, Optional<Verdict> after) {
        Optional<Verdict> before = change.refusal().map(Refusal::verdict);
        Optional<Command> command = change.command().or(() -> change.refusal().flatMap(Refusal::command));
        return before.isPresent() == after.isPresent()
                ? Optional.empty()
                : command.map(each -> new CommandDifference(change.position(), change.at(), each, before, after));
    }

    private RecordedChange underOtherTerms(RecordedChange change) {
        return new RecordedChange(
                change.position(),
                change.at(),
                change.command().map(this::underOtherTerms),
                change.refusal()
                        .map(each -> new Refusal(
                                each.position(),
                                each.at(),
                                each.name(),
                                each.actor(),
                                each.command().map(this::underOtherTerms),
                                each.verdict())),
                change.events());
    }

    private Command underOtherTerms(Command command) {
        if (command instanceof Enrol enrol) {
            Enrolment old = enrol.enrolment();
            Enrolment other = new Enrolment(old.site(), old.product(), terms.apply(old.sla()), old.from(), old.until());
            return new Enrol(other, enrol.actor());
        }
        return command;
    }
}
