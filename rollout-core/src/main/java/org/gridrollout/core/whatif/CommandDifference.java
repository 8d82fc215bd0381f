package org.gridrollout.core.whatif;

import java.time.Instant;
import java.util.Optional;
import org.gridrollout.api.command.Command;
import org.gridrollout.api.verdict.Verdict;

/**
 * A command that was accepted and would have been refused, or the other way round.
 *
 * @param position where the journal has it
 * @param before why it was refused; absent if it was accepted
 * @param after why it would have been refused; absent if it would have been accepted
 */
public record CommandDifference(
        long position, Instant at, Command command, Optional<Verdict> before, Optional<Verdict> after) {}
