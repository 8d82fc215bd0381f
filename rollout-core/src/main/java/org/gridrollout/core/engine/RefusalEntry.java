package org.gridrollout.core.engine;

import java.util.List;
import java.util.Optional;
import org.gridrollout.api.command.Command;
import org.gridrollout.api.party.Actor;
import org.gridrollout.api.party.Party;
import org.gridrollout.api.verdict.Finding;
import org.gridrollout.api.verdict.Verdict;
import org.gridrollout.core.codec.Documents;

/** What is kept of a refused command. Bounded, since anybody who may ask can be refused as often as he likes. */
record RefusalEntry(Actor actor, Optional<Command> command, Verdict verdict) {

    private static final int COMMAND = 65_536;
    private static final int VERDICT = 65_536;
    private static final int NAME = 300;
    private static final int SENTENCE = 4_000;

    static RefusalEntry of(Command command, Verdict verdict) {
        boolean kept = Documents.write(Command.class, command).length() <= COMMAND;
        return new RefusalEntry(
                bounded(command.actor()), kept ? Optional.of(command) : Optional.empty(), bounded(verdict));
    }

    private static Actor bounded(Actor actor) {
        return new Actor(
                Bounded.notBlank(actor.name(), NAME), actor.role(), Bounded.notBlank(actor.organisation(), NAME));
    }

    /** A verdict that is too long keeps its worst finding's sentence. */
    private static Verdict bounded(Verdict verdict) {
        if (Documents.write(Verdict.class, verdict).length() <= VERDICT) {
            return verdict;
        }
        Finding worst = verdict.findings().get(0);
        String sentence = Bounded.notBlank(worst.sentence(), SENTENCE) + " (and more)";
        List<Party> nobody = List.of(Party.NOBODY);
        return new Verdict(
                Bounded.text(verdict.subject(), NAME),
                List.of(Finding.of(worst.rule(), worst.outcome(), sentence, nobody)));
    }
}
