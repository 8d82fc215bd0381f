package org.gridrollout.core.engine;

import org.gridrollout.api.event.RetirementEvent;
import org.gridrollout.api.notice.Notice.Topic;
import org.gridrollout.core.rule.Wording;

/** Who is told that a release goes out of support: at the start, when security support ends, and at the deadline. */
final class RetirementNotices {

    private RetirementNotices() {}

    static void tell(Telling telling, RetirementEvent event) {
        String release = telling.release();
        if (event instanceof RetirementEvent.RetirementAnnounced announced) {
            telling.toConcerned(
                    Topic.OUTCOME,
                    release + " goes out of support: " + announced.retirement().reason()
                            + " Security problems are repaired until "
                            + Wording.instant(announced.retirement().securitySupportUntil())
                            + "; please be on something else by "
                            + Wording.instant(announced.retirement().deadline()) + ".");
        } else if (event instanceof RetirementEvent.SecuritySupportEnded) {
            telling.toRunning(
                    Topic.OUTCOME, "Security problems of " + release + " are no longer repaired; you still run it.");
        } else if (event instanceof RetirementEvent.RetirementDue) {
            telling.toMiddlewareUnit(Topic.OUTCOME, release + " may be taken out of production now.");
            telling.toRunning(Topic.OUTCOME, "The deadline to leave " + release + " has passed; you still run it.");
        } else if (event instanceof RetirementEvent.Retired retired) {
            telling.toConcerned(Topic.OUTCOME, release + " is retired: " + retired.reason());
        }
    }
}
