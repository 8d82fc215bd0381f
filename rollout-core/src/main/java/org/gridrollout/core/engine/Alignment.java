package org.gridrollout.core.engine;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.gridrollout.api.command.RolloutCommand;
import org.gridrollout.api.command.SiteCommand.ReportDeployment;
import org.gridrollout.api.command.SiteCommand.ReportUndeployment;
import org.gridrollout.api.event.RolloutEvent;
import org.gridrollout.api.party.SiteId;
import org.gridrollout.api.registry.Installed;
import org.gridrollout.api.rollout.ProductLine;
import org.gridrollout.api.rollout.Rollout;
import org.gridrollout.api.software.Evr;
import org.gridrollout.api.software.PackageRef;
import org.gridrollout.api.software.ReleaseId;
import org.gridrollout.api.spi.VersionScheme;
import org.gridrollout.core.lifecycle.Context;
import org.gridrollout.core.lifecycle.Decision;
import org.gridrollout.core.lifecycle.Lifecycle;
import org.gridrollout.core.lifecycle.ProductLines;

/**
 * What a site's inventory comes to for one product line: the site runs the releases that match it and has left the others,
 * as if it had said so itself. Pure; one use.
 */
final class Alignment {

    private final Context context;
    private final InventoryEntry inventory;
    private final Map<ReleaseId, Rollout> rollouts = new LinkedHashMap<>();
    private final Map<ReleaseId, List<RolloutEvent>> events = new LinkedHashMap<>();
    private ProductLine line;

    private Alignment(Situation situation, Context context, InventoryEntry inventory) {
        this.context = context;
        this.inventory = inventory;
        this.line = context.line();
        situation.rollouts().forEach(each -> rollouts.put(each.id(), each));
    }

    /**
     * All of it as one decision; without events if what is recorded agrees with the inventory.
     *
     * @param seen what the site runs of the product's components, which raises the line's floor
     */
    static Decision of(Situation situation, Map<String, Evr> seen, Context context, InventoryEntry inventory) {
        Decision decision = new Alignment(situation, context, inventory).decide();
        ProductLine line = ProductLines.seen(decision.line(), seen, context.versions());
        return new Decision(decision.events(), decision.rollouts(), line, Optional.empty());
    }

    /**
     * Whether a site runs a release: it has at least one of its components, and of those it has exactly the release's
     * versions.
     */
    static boolean matches(List<PackageRef> packages, Map<String, Installed> installed, VersionScheme versions) {
        boolean any = false;
        Map<String, Boolean> same = new TreeMap<>();
        for (PackageRef each : packages) {
            if (installed.containsKey(each.component())) {
                Evr version = installed.get(each.component()).version();
                same.merge(
                        each.component(),
                        versions.compare(version, each.nevra().evr()) == 0,
                        Boolean::logicalOr); // one component may come in two architectures
                any = true;
            }
        }
        return any && !same.containsValue(false);
    }

    /** The part of an inventory that some components make up. */
    static Map<String, Evr> versionsOf(Set<String> components, InventoryEntry inventory) {
        Map<String, Evr> seen = new TreeMap<>();
        inventory.installations().components().forEach((component, installed) -> {
            if (components.contains(component)) {
                seen.put(component, installed.version());
            }
        });
        return seen;
    }

    private Decision decide() {
        SiteId site = inventory.installations().site();
        List<Rollout> known = List.copyOf(rollouts.values());
        for (Rollout each : known) {
            if (runs(each) && !rollout(each).isDeployedAt(site)) {
                take(new ReportDeployment(each.id(), site, inventory.reportedBy()));
            }
        }
        for (Rollout each : known) {
            if (!runs(each) && rollout(each).isDeployedAt(site)) {
                take(new ReportUndeployment(each.id(), site, inventory.reportedBy()));
            }
        }
        Map<ReleaseId, Rollout> changed = new LinkedHashMap<>();
        events.keySet().forEach(each -> changed.put(each, rollouts.get(each)));
        return new Decision(events, changed, line, Optional.empty());
    }

    private boolean runs(Rollout rollout) {
        return matches(rollout.release().packages(), inventory.installations().components(), context.versions());
    }

    private Rollout rollout(Rollout before) {
        return rollouts.getOrDefault(before.id(), before);
    }

    /** Refused only for what no repository ever offered: then it is the site's own, and stays so. */
    private void take(RolloutCommand command) {
        Decision decision =
                Lifecycle.decide(Optional.ofNullable(rollouts.get(command.releaseId())), command, around(command));
        rollouts.putAll(decision.rollouts());
        decision.events()
                .forEach((release, more) -> events.computeIfAbsent(release, each -> new ArrayList<>())
                        .addAll(more));
        line = decision.line();
    }

    private Context around(RolloutCommand command) {
        return new Context(
                context.now(),
                context.policy(),
                context.rules(),
                context.versions(),
                context.around(),
                line,
                rollouts.values().stream()
                        .filter(each -> !each.id().equals(command.releaseId()))
                        .toList());
    }
}
