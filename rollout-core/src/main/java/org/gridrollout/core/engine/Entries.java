package org.gridrollout.core.engine;

import java.time.Instant;
import org.gridrollout.api.command.Command;
import org.gridrollout.api.event.RolloutEvent;
import org.gridrollout.api.party.Actor;
import org.gridrollout.api.store.JournalEntry;
import org.gridrollout.core.codec.Documents;

/** The three kinds of entries in a journal, told apart by their types: what was asked, what was refused, what happened. */
final class Entries {

    private static final String ASKED = "Asked.";
    private static final String REFUSED = "Refused.";
    private static final int ACTOR = 300;

    private Entries() {}

    static JournalEntry event(RolloutEvent event, Instant recordedAt, Actor actor) {
        return new JournalEntry(
                event.getClass().getSimpleName(),
                event.at(),
                recordedAt,
                actor(actor),
                Documents.write(RolloutEvent.class, event));
    }

    /** An accepted command, in front of what it led to. */
    static JournalEntry asked(Command command, Instant at) {
        return new JournalEntry(
                ASKED + command.getClass().getSimpleName(),
                at,
                at,
                actor(command.actor()),
                Documents.write(Command.class, command));
    }

    static JournalEntry refused(String command, RefusalEntry refusal, Instant at) {
        return new JournalEntry(
                REFUSED + command,
                at,
                at,
                actor(refusal.actor()),
                Bounded.whole(Documents.write(RefusalEntry.class, refusal)));
    }

    static boolean isAsked(JournalEntry entry) {
        return entry.type().startsWith(ASKED);
    }

    static boolean isRefused(JournalEntry entry) {
        return entry.type().startsWith(REFUSED);
    }

    static boolean isEvent(JournalEntry entry) {
        return !isAsked(entry) && !isRefused(entry);
    }

    static RolloutEvent event(JournalEntry entry) {
        return Documents.read(RolloutEvent.class, entry.body());
    }

    static Command command(JournalEntry entry) {
        return Documents.read(Command.class, entry.body());
    }

    static Refusal refusal(long position, JournalEntry entry) {
        RefusalEntry read = Documents.read(RefusalEntry.class, entry.body());
        return new Refusal(
                position,
                entry.at(),
                entry.type().substring(REFUSED.length()),
                read.actor(),
                read.command(),
                read.verdict());
    }

    private static String actor(Actor actor) {
        return Bounded.text(actor.toString(), ACTOR);
    }
}
