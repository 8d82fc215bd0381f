package org.gridrollout.core.engine;

import java.util.Locale;
import org.gridrollout.api.event.SiteEvent;
import org.gridrollout.api.notice.Notice.Topic;
import org.gridrollout.api.party.Party;
import org.gridrollout.api.rollout.Answer;
import org.gridrollout.api.sla.Obligation;
import org.gridrollout.api.sla.ObligationId;
import org.gridrollout.api.sla.ObligationOutcome;
import org.gridrollout.core.rule.Wording;

/** Who is told of answers, and of what is owed: near its due instant, missed, excused, waived, counted anew. */
final class SiteNotices {

    private SiteNotices() {}

    static void tell(Telling telling, SiteEvent event) {
        if (event instanceof SiteEvent.Answered answered) {
            if (answered.answer().kind() == Answer.Kind.DECLINED) {
                telling.toMiddlewareUnit(
                        Topic.OBLIGATION,
                        answered.site() + " does not take part in the rollout of " + telling.release() + ": "
                                + answered.answer().reason());
            }
        } else if (event instanceof SiteEvent.ObligationNearDue near) {
            Obligation owed = owed(telling, near.obligation());
            telling.to(
                    owed.debtor(),
                    Topic.OBLIGATION,
                    "Reminder: " + what(telling, owed) + " is due " + Wording.instant(owed.dueAt()) + ".");
        } else if (event instanceof SiteEvent.ObligationEnded ended) {
            ended(telling, ended, owed(telling, ended.obligation()));
        } else if (event instanceof SiteEvent.ObligationRecomputed anew) {
            Obligation owed = owed(telling, anew.obligation());
            toBoth(
                    telling,
                    owed,
                    what(telling, owed) + " counts as " + anew.outcome() + " now, no longer as " + owed.outcome() + ": "
                            + anew.reason());
        }
    }

    private static void ended(Telling telling, SiteEvent.ObligationEnded ended, Obligation owed) {
        if (ended.outcome() == ObligationOutcome.MISSED) {
            toBoth(
                    telling,
                    owed,
                    what(telling, owed) + " was missed; it was due " + Wording.instant(owed.dueAt()) + ".");
        } else if (ended.outcome() == ObligationOutcome.EXCUSED || ended.outcome() == ObligationOutcome.WAIVED) {
            telling.to(
                    owed.debtor(),
                    Topic.OBLIGATION,
                    what(telling, owed) + " is " + ended.outcome().name().toLowerCase(Locale.ROOT) + ": "
                            + ended.reason());
        }
    }

    private static void toBoth(Telling telling, Obligation owed, String text) {
        telling.to(owed.debtor(), Topic.OBLIGATION, text);
        telling.to(Party.MIDDLEWARE_UNIT, Topic.OBLIGATION, text);
    }

    private static String what(Telling telling, Obligation owed) {
        String duty = owed.duty().name().toLowerCase(Locale.ROOT);
        String subject = owed.subject().isEmpty() ? "" : " " + owed.subject();
        return "What " + owed.debtor() + " owes, to " + duty + subject + " for " + telling.release() + ",";
    }

    private static Obligation owed(Telling telling, ObligationId id) {
        return telling.rollout().obligations().stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
