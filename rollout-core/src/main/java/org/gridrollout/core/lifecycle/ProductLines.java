package org.gridrollout.core.lifecycle;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.gridrollout.api.event.EventType;
import org.gridrollout.api.event.RolloutEvent;
import org.gridrollout.api.rollout.ProductLine;
import org.gridrollout.api.rollout.Rollout;
import org.gridrollout.api.rollout.RolloutState;
import org.gridrollout.api.software.Evr;
import org.gridrollout.api.software.PackageRef;
import org.gridrollout.api.software.ReleaseId;
import org.gridrollout.api.spi.VersionScheme;

/** How a product line follows the events of its rollouts. */
public final class ProductLines {

    private ProductLines() {}

    /**
     * The line after one more event of one of its rollouts.
     *
     * @param after the rollout after the event
     */
    public static ProductLine evolve(ProductLine line, Rollout after, RolloutEvent event, VersionScheme versions) {
        boolean exposed = event.type() == EventType.BETA_PUBLISHED || event.type() == EventType.WITHDRAWN;
        boolean moved = !standsAsItIs(line.living(), after);
        boolean lingers = lingers(after);
        boolean lingering = lingers != line.lingering().contains(after.id());
        if (!exposed && !moved && !lingering) {
            return line; // after most events
        }
        return new ProductLine(
                line.product(),
                line.platform(),
                exposed ? raised(line.floor(), after, versions) : line.floor(),
                moved ? living(line.living(), after) : line.living(),
                event.type() == EventType.SUPERSEDED ? lastGood(line, after) : line.lastGood(),
                lingering ? lingering(line.lingering(), after, lingers) : line.lingering());
    }

    /** The line after versions of its components were seen at a site: what was exposed there raises the floor as well. */
    public static ProductLine seen(ProductLine line, Map<String, Evr> installed, VersionScheme versions) {
        Map<String, Evr> raised = new TreeMap<>(line.floor());
        installed.forEach((component, version) -> raise(raised, component, version, versions));
        return raised.equals(line.floor())
                ? line
                : new ProductLine(
                        line.product(), line.platform(), raised, line.living(), line.lastGood(), line.lingering());
    }

    /** Whether {@code newer} brings every component of {@code older}, so that it can take its place. */
    static boolean covers(Rollout newer, Rollout older) {
        List<String> brought =
                newer.release().packages().stream().map(PackageRef::component).toList();
        return older.release().packages().stream().map(PackageRef::component).allMatch(brought::contains);
    }

    /** Whether {@code newer} brings every component of {@code older}, and each in a higher version. */
    static boolean succeeds(Rollout newer, Rollout older, VersionScheme versions) {
        return older.release().packages().stream()
                .allMatch(theirs -> newer.release().packages().stream()
                        .filter(ours -> ours.component().equals(theirs.component()))
                        .anyMatch(ours -> versions.compare(
                                        theirs.nevra().evr(), ours.nevra().evr())
                                < 0));
    }

    private static boolean standsAsItIs(List<ProductLine.Entry> living, Rollout after) {
        for (ProductLine.Entry each : living) {
            if (each.release().equals(after.id())) {
                return each.state() == after.state()
                        && each.packages().equals(after.release().packages());
            }
        }
        return after.state() != RolloutState.CONTRIBUTED; // what is not in the line has ended, or begins
    }

    private static List<ProductLine.Entry> living(List<ProductLine.Entry> before, Rollout after) {
        List<ProductLine.Entry> living = new ArrayList<>(before.size() + 1);
        boolean found = false;
        for (ProductLine.Entry each : before) {
            boolean same = each.release().equals(after.id());
            found |= same;
            if (!same) {
                living.add(each);
            } else if (!after.state().isTerminal()) {
                living.add(entry(after));
            }
        }
        if (!found) {
            living.add(entry(after));
        }
        return living;
    }

    /** What leaves production without a critical incident against it is what one could go back to in content. */
    private static Optional<ProductLine.Entry> lastGood(ProductLine before, Rollout superseded) {
        return before.entry(superseded.id())
                .filter(each -> each.state() == RolloutState.IN_PRODUCTION)
                .or(before::lastGood);
    }

    /** It has ended, and sites still run it. */
    private static boolean lingers(Rollout after) {
        return after.state().isTerminal()
                && after.deployments().stream().anyMatch(each -> each.until().isEmpty());
    }

    private static List<ReleaseId> lingering(List<ReleaseId> before, Rollout after, boolean lingers) {
        List<ReleaseId> lingering = new ArrayList<>(before);
        if (lingers) {
            lingering.add(after.id());
        } else {
            lingering.remove(after.id());
        }
        return lingering;
    }

    private static ProductLine.Entry entry(Rollout rollout) {
        return new ProductLine.Entry(
                rollout.id(), rollout.state(), rollout.release().packages());
    }

    // Withdrawn while beta publication was pending: it may have been seen, so the floor rises in any case.
    private static Map<String, Evr> raised(Map<String, Evr> floor, Rollout rollout, VersionScheme versions) {
        Map<String, Evr> raised = new TreeMap<>(floor);
        for (PackageRef each : rollout.release().packages()) {
            raise(raised, each.component(), each.nevra().evr(), versions);
        }
        return raised;
    }

    private static void raise(Map<String, Evr> floor, String component, Evr version, VersionScheme versions) {
        floor.merge(component, version, (old, now) -> versions.compare(old, now) >= 0 ? old : now);
    }
}
