package org.gridrollout.core.metrics;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.gridrollout.api.sla.Compliance;
import org.gridrollout.api.sla.Duty;

/**
 * Whether a site keeps its SLA for one product as well as was agreed: over the duties an SLA has terms for (acknowledge,
 * deploy, report), by the obligations that fell due within the agreement's window.
 *
 * @param scorecard the site's scorecard over the window
 * @param counted the obligations that are looked at
 * @param standing how it stands
 * @param monthsBelow the calendar months (UTC) before the check's that followed each other below the minimum, the latest one
 *     last; a month whose honour is undefined or not to be relied on ends the row
 */
public record ComplianceCheck(
        Compliance agreed, SiteScorecard scorecard, Tally counted, Standing standing, List<YearMonth> monthsBelow) {

    /** After so many consecutive months below, a site is a candidate for suspension, as in EGI's procedures. */
    public static final int SUSPENSION_AFTER = 3;

    private static final List<Duty> PROMISED = List.of(Duty.ACKNOWLEDGE, Duty.DEPLOY, Duty.REPORT);

    /** How a site stands. */
    public enum Standing {
        /** At least the minimum. */
        HONOURED,
        /** Less than the minimum. */
        BELOW,
        /** Nothing fell due that can be judged. */
        UNDEFINED,
        /** So much is unknown that the rest decides nothing. */
        UNRELIABLE
    }

    public ComplianceCheck {
        monthsBelow = List.copyOf(monthsBelow);
    }

    static ComplianceCheck of(Compliance agreed, Instant at, Function<Period, SiteScorecard> scorecards) {
        SiteScorecard scorecard = scorecards.apply(Period.upTo(at, agreed.window()));
        List<YearMonth> below = new ArrayList<>();
        YearMonth month = Months.of(at).minusMonths(1);
        while (standing(agreed, scorecards.apply(Period.month(month))) == Standing.BELOW) {
            below.add(month);
            month = month.minusMonths(1);
        }
        Collections.reverse(below);
        return new ComplianceCheck(agreed, scorecard, promised(scorecard), standing(agreed, scorecard), below);
    }

    /** Since when it is below without a break: the start of the first month below, else of the window; absent if it is not. */
    public Optional<Instant> belowSince() {
        if (!monthsBelow.isEmpty()) {
            return Optional.of(
                    monthsBelow.get(0).atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant());
        }
        return standing == Standing.BELOW ? Optional.of(scorecard.period().from()) : Optional.empty();
    }

    /** Whether it was below for three months in a row, the last one just over. Suspending is the MU's decision. */
    public boolean isCandidateForSuspension() {
        return monthsBelow.size() >= SUSPENSION_AFTER;
    }

    /** A sentence for people. */
    public String inWords() {
        String what = scorecard.site()
                + scorecard.product().map(each -> " for " + each).orElse("");
        String required = String.format(Locale.ROOT, ", %.1f %% agreed", agreed.minimum() * 100);
        return switch (standing) {
            case HONOURED -> what + " keeps its SLA: " + counted.honour() + required + rowBelow() + ".";
            case BELOW -> what + " does not keep its SLA: " + counted.honour() + required + rowBelow() + ".";
            case UNDEFINED -> what + ": nothing fell due that can be judged" + rowBelow() + ".";
            case UNRELIABLE ->
                what + ": " + counted.unknownShare() + " is unknown, so that the rest decides nothing" + rowBelow()
                        + ".";
        };
    }

    private String rowBelow() {
        return monthsBelow.isEmpty()
                ? ""
                : "; below it in " + monthsBelow.size() + " months in a row, since " + monthsBelow.get(0)
                        + (isCandidateForSuspension() ? ": a candidate for suspension" : "");
    }

    private static Standing standing(Compliance agreed, SiteScorecard scorecard) {
        Tally tally = promised(scorecard);
        if (!tally.honour().isDefined()) {
            return Standing.UNDEFINED;
        } else if (!scorecard.cap().allows(tally.unknownShare())) {
            return Standing.UNRELIABLE;
        }
        return tally.honour().value().getAsDouble() >= agreed.minimum() ? Standing.HONOURED : Standing.BELOW;
    }

    private static Tally promised(SiteScorecard scorecard) {
        return PROMISED.stream().map(each -> scorecard.duty(each).counted()).reduce(Tally.NONE, Tally::plus);
    }
}
