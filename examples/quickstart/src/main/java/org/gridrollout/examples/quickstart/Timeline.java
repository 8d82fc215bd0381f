package org.gridrollout.examples.quickstart;

import java.io.PrintStream;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.gridrollout.api.party.Party;
import org.gridrollout.api.publication.Generation;
import org.gridrollout.api.rollout.RolloutState;
import org.gridrollout.api.verdict.Verdict;
import org.gridrollout.core.rule.Wording;

/** Prints who did what when, and where that left the release. Colour only on a terminal. */
final class Timeline {

    private static final DateTimeFormatter MINUTES =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final PrintStream out;
    private final boolean colour;

    Timeline(PrintStream out, boolean colour) {
        this.out = out;
        this.colour = colour;
    }

    void say(String line) {
        out.println(line);
    }

    void act(int number, String title) {
        out.println();
        out.println(ink("1", "Act " + number + ": " + title));
    }

    void heading(String title) {
        out.println();
        out.println(ink("1", title));
    }

    /** Lines as they are, indented. */
    void block(String text) {
        text.lines().forEach(each -> out.println("  " + each));
    }

    void step(Instant at, String who, String what, RolloutState state) {
        out.printf(
                Locale.ROOT,
                "  %s  %-26s %-56s %s%n",
                ink("2", MINUTES.format(at)),
                who,
                what,
                ink(colourOf(state), state.name()));
    }

    void verdict(Verdict verdict) {
        out.println("      " + ink("3", verdict.outcome() + ": " + verdict.inWords()));
        List<Party> people = verdict.mustAct().stream()
                .filter(each -> !each.equals(Party.NOBODY))
                .toList();
        if (!people.isEmpty()) {
            out.println("      " + ink("3", "must act: " + Wording.list(people, Party::toString)));
        }
    }

    void contents(List<Generation> repositories) {
        out.println();
        out.println(ink("1", "What clients are offered"));
        for (Generation each : repositories) {
            out.printf(
                    Locale.ROOT,
                    "  %-10s %s, generation %d, %d packages%n",
                    each.stage().path(),
                    each.platform(),
                    each.number(),
                    each.packages().size());
            each.packages().forEach(ref -> out.println("    " + ref));
        }
    }

    private static String colourOf(RolloutState state) {
        return switch (state) {
            case GOOD, IN_PRODUCTION -> "32";
            case HELD, INCONCLUSIVE -> "33";
            case FAULTY, REFUSED, REJECTED -> "31";
            default -> "36";
        };
    }

    private String ink(String code, String text) {
        return colour ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
    }
}
