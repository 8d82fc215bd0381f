package org.gridrollout.core.lifecycle;

import java.util.List;
import org.gridrollout.api.event.RestorationEvent;
import org.gridrollout.api.rollout.Restoration;
import org.gridrollout.api.rollout.Rollout;

/** The fold of what follows a critical incident in production. */
final class RestorationEvolution {

    private RestorationEvolution() {}

    static Rollout apply(Rollout rollout, RestorationEvent event) {
        if (event instanceof RestorationEvent.FoundFaulty faulty) {
            return rollout.withRestoration(faulty.restoration())
                    .withObligations(Evolution.plus(rollout.obligations(), List.of(faulty.obligation())));
        }
        if (event instanceof RestorationEvent.RestoredService service) {
            return rollout.withRestored(service.restored());
        }
        return rollout.withRestoration(rollout.restoration().map(each -> next(each, event)));
    }

    private static Restoration next(Restoration restoration, RestorationEvent event) {
        if (event instanceof RestorationEvent.RestorationPlanned planned) {
            Restoration chosen = restoration.withPlan(planned.way());
            return restoration.status() == Restoration.Status.OPEN
                    ? chosen.withStatus(Restoration.Status.PLANNED)
                    : chosen;
        } else if (event instanceof RestorationEvent.RestorationMoved moved) {
            return restoration.moved(moved.status(), moved.fix());
        } else if (event instanceof RestorationEvent.RiskAccepted accepted) {
            return restoration.riskAcceptedBy(accepted.site());
        } else if (event instanceof RestorationEvent.FleetCleared cleared) {
            return restoration.withFleetClearAt(cleared.at());
        }
        throw new IllegalArgumentException("unknown event " + event.getClass());
    }
}
