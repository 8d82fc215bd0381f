package org.gridrollout.core.engine;

import java.time.Instant;
import java.util.Optional;
import org.gridrollout.api.command.Command;
import org.gridrollout.api.party.Actor;
import org.gridrollout.api.verdict.Verdict;

/**
 * A command that was refused, as the journal holds it.
 *
 * @param position its place in the whole journal
 * @param at the instant it was refused at
 * @param name what was asked: the command's simple class name, such as {@code Promote}
 * @param actor who asked; names of more than 300 characters are cut
 * @param command the command itself; absent if its text has more than 65,536 characters, so that nobody can fill a store by
 *     asking for what is refused
 * @param verdict why
 */
public record Refusal(
        long position, Instant at, String name, Actor actor, Optional<Command> command, Verdict verdict) {}
