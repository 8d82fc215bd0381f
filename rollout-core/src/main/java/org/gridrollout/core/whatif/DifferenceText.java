package org.gridrollout.core.whatif;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import org.gridrollout.api.command.RolloutCommand;
import org.gridrollout.api.sla.ObligationOutcome;
import org.gridrollout.api.verdict.Verdict;
import org.gridrollout.core.rule.Wording;
import org.gridrollout.core.text.TextTable;

/** A difference for people: a table of states, one of obligations, one of commands; empty ones are left out. */
final class DifferenceText {

    private static final DateTimeFormatter MINUTES =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final String NOT = "-";

    private DifferenceText() {}

    static String of(Difference difference) {
        String until = "Until " + Wording.instant(difference.until()) + " ";
        if (difference.isEmpty()) {
            return until + "everything would have been the same.\n";
        }
        StringBuilder text = new StringBuilder(until + "this would have been different:\n");
        add(text, states(difference));
        add(text, obligations(difference));
        add(text, commands(difference));
        return text.toString();
    }

    private static void add(StringBuilder text, TextTable table) {
        if (!table.isEmpty()) {
            text.append('\n').append(table);
        }
    }

    private static TextTable states(Difference difference) {
        TextTable table = new TextTable("Release", "State", "Before", "After", "");
        for (ReleaseDifference release : difference.releases()) {
            String name = release.release().value();
            if (!release.before().equals(release.after())) {
                for (Pairs.Pair pair : Pairs.of(release.before(), release.after())) {
                    Stay either = pair.before().or(pair::after).orElseThrow();
                    table.row(name, either.state().name(), since(pair.before()), since(pair.after()), shift(pair));
                    name = "";
                }
            }
        }
        return table;
    }

    private static TextTable obligations(Difference difference) {
        TextTable table = new TextTable("Release", "Obligation", "Of", "Before", "After");
        for (ReleaseDifference release : difference.releases()) {
            String name = release.release().value();
            for (ObligationDifference each : release.obligations()) {
                table.row(
                        name,
                        each.obligation().value(),
                        each.debtor().toString(),
                        outcome(each.before()),
                        outcome(each.after()));
                name = "";
            }
        }
        return table;
    }

    private static TextTable commands(Difference difference) {
        TextTable table = new TextTable("At", "Command", "By", "Before", "After");
        for (CommandDifference each : difference.commands()) {
            String about = each.command() instanceof RolloutCommand rollout ? " " + rollout.releaseId() : "";
            table.row(
                    MINUTES.format(each.at()),
                    each.command().getClass().getSimpleName() + about,
                    each.command().actor().toString(),
                    answer(each.before()),
                    answer(each.after()));
        }
        return table;
    }

    private static String since(Optional<Stay> stay) {
        return stay.map(each -> MINUTES.format(each.since())).orElse(NOT);
    }

    private static String shift(Pairs.Pair pair) {
        if (pair.before().isEmpty() || pair.after().isEmpty()) {
            return "";
        }
        Instant before = pair.before().get().since();
        Instant after = pair.after().get().since();
        if (before.equals(after)) {
            return "";
        }
        return after.isBefore(before)
                ? time(Duration.between(after, before)) + " earlier"
                : time(Duration.between(before, after)) + " later";
    }

    /** To the minute, as instants are; the two largest units of it. */
    private static String time(Duration exact) {
        Duration time = exact.plusSeconds(30).truncatedTo(ChronoUnit.MINUTES);
        if (time.toDays() > 0) {
            return time.toDays() + " d" + (time.toHoursPart() > 0 ? " " + time.toHoursPart() + " h" : "");
        } else if (time.toHours() > 0) {
            return time.toHours() + " h" + (time.toMinutesPart() > 0 ? " " + time.toMinutesPart() + " min" : "");
        }
        return time.isZero() ? "moments" : time.toMinutes() + " min";
    }

    private static String outcome(Optional<ObligationOutcome> outcome) {
        return outcome.map(Enum::name).orElse("not owed");
    }

    private static String answer(Optional<Verdict> verdict) {
        return verdict.map(each -> "refused: " + each.inWords()).orElse("accepted");
    }
}
