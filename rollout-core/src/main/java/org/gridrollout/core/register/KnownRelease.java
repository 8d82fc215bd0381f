package org.gridrollout.core.register;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.gridrollout.api.event.IncidentEvent;
import org.gridrollout.api.event.RetirementEvent;
import org.gridrollout.api.event.RolloutEvent;
import org.gridrollout.api.incident.Criticality;
import org.gridrollout.api.incident.IncidentId;
import org.gridrollout.api.party.SiteId;
import org.gridrollout.api.software.PackageRef;
import org.gridrollout.api.software.Release;

/** What the register keeps of a release: who came and left, and what stands against it. */
final class KnownRelease {

    private final Release release;
    private final Map<SiteId, Instant> running = new TreeMap<>();
    private final List<Move> moves = new ArrayList<>();
    private final Set<IncidentId> critical = new TreeSet<>();
    private Standing ended = Standing.FIT;
    private boolean unsupported;

    KnownRelease(Release release) {
        this.release = release;
    }

    /** @param by 1 if a site came, -1 if one left */
    record Move(Instant at, int by) {}

    void apply(RolloutEvent event) {
        if (event instanceof RolloutEvent.Deployed deployed) {
            running.put(deployed.deployment().site(), deployed.deployment().since());
            moves.add(new Move(event.at(), 1));
        } else if (event instanceof RolloutEvent.Undeployed gone) {
            running.remove(gone.site());
            moves.add(new Move(event.at(), -1));
        } else if (event instanceof IncidentEvent.CriticalityDecided decided
                && decided.criticality() == Criticality.CRITICAL) {
            critical.add(decided.incident());
        } else if (event instanceof IncidentEvent.CriticalityLowered lowered) {
            critical.remove(lowered.incident());
        } else if (event instanceof RolloutEvent.Rejected) {
            ended = Standing.REJECTED;
        } else if (event instanceof RolloutEvent.Withdrawn) {
            ended = Standing.WITHDRAWN;
        } else if (event instanceof RetirementEvent.RetirementAnnounced) {
            unsupported = false; // another deadline takes the place of an earlier one
        } else if (event instanceof RetirementEvent.SecuritySupportEnded) {
            unsupported = true;
        } else if (event instanceof RetirementEvent.Retired) {
            ended = Standing.RETIRED;
        }
    }

    Release release() {
        return release;
    }

    Map<SiteId, Instant> running() {
        return running;
    }

    List<Move> moves() {
        return moves;
    }

    Standing standing() {
        if (!critical.isEmpty() && ended != Standing.REJECTED) {
            return Standing.FAULTY;
        }
        return ended == Standing.FIT && unsupported ? Standing.SECURITY_SUPPORT_ENDED : ended;
    }

    List<PackageRef> packagesOf(String component) {
        return release.packages().stream()
                .filter(each -> each.component().equals(component))
                .toList();
    }
}
