package org.gridrollout.core.engine;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.gridrollout.api.command.Command;

/**
 * One atomic change as the journal holds it: what was asked, and what happened.
 *
 * @param position its last entry's place in the journal; read on after it
 * @param at when it was recorded
 * @param command the command that was accepted and led to it; one of the engine itself where a repository answered; absent
 *     if time alone led to it, or an earlier report of versions, or if it only records a refusal
 * @param refusal the command that was refused; what time alone had brought about by then is a change of its own before it
 * @param events what happened, in the order of the journal; none if the registry changed, or a command was refused
 */
public record RecordedChange(
        long position, Instant at, Optional<Command> command, Optional<Refusal> refusal, List<RecordedEvent> events) {

    public RecordedChange {
        events = List.copyOf(events);
    }
}
