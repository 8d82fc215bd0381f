package org.gridrollout.core.engine;

import org.gridrollout.api.event.RestorationEvent;
import org.gridrollout.api.notice.Notice.Topic;
import org.gridrollout.api.rollout.Restoration;
import org.gridrollout.core.rule.Wording;

/** Who is told of faults in production and how service comes back; sites at their own risk first. */
final class RestorationNotices {

    private RestorationNotices() {}

    static void tell(Telling telling, RestorationEvent event) {
        String release = telling.release();
        if (event instanceof RestorationEvent.FoundFaulty faulty) {
            Restoration restoration = faulty.restoration();
            String text = release + " is faulty; a restoring release is owed by " + Wording.instant(restoration.dueAt())
                    + ".";
            restoration.affected().forEach(each -> telling.toSite(each, Topic.RESTORATION, text));
            telling.toMiddlewareUnit(
                    Topic.RESTORATION, text + " " + restoration.ways().get(0).sentence());
            telling.toTeam(
                    Topic.RESTORATION, text + " " + restoration.ways().get(0).sentence());
        } else if (event instanceof RestorationEvent.RestorationPlanned planned) {
            telling.toTeam(
                    Topic.RESTORATION,
                    release + " is to be restored by " + Wording.name(planned.way()) + ". " + planned.note());
        } else if (event instanceof RestorationEvent.RestoredService service) {
            telling.toConcerned(
                    Topic.RESTORATION,
                    release + " restores what " + service.restored().faulty() + " had broken since "
                            + Wording.instant(service.restored().brokenSince()) + ".");
        } else if (event instanceof RestorationEvent.FleetCleared) {
            telling.toMiddlewareUnit(
                    Topic.RESTORATION, "No site runs the faulty " + release + " any more, or unaware of it.");
        }
    }
}
