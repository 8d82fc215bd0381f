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
        List<ProductLine.Entry> living = living(line, after);
        List<ReleaseId> lingering = lingering(line, after);
        boolean exposed = event.type() == EventType.BETA_PUBLISHED || event.type() == EventType.WITHDRAWN;
        if (!exposed && living.equals(line.living()) && lingering.equals(line.lingering())) {
            return line;
        }
        return new ProductLine(
                line.product(),
                line.platform(),
                exposed ? raised(line.floor(), after, versions) : line.floor(),
                living,
                event.type() == EventType.SUPERSEDED ? lastGood(line, after) : line.lastGood(),
                lingering);
    }

    /** Whether {@code newer} brings every component of {@code older}, so that it can take its place. */
    static boolean covers(Rollout newer, Rollout older) {
        List<String> brought =
                newer.release().packages().stream().map(PackageRef::component).toList();
        return older.release().packages().stream().map(PackageRef::component).allMatch(brought::contains);
    }

    private static List<ProductLine.Entry> living(ProductLine line, Rollout after) {
        List<ProductLine.Entry> living = new ArrayList<>();
        boolean found = false;
        for (ProductLine.Entry each : line.living()) {
            boolean same = each.release().equals(after.id());
            found |= same;
            if (!same) {
                living.add(each);
            } else if (!after.state().isTerminal()) {
                living.add(entry(after));
            }
        }
        if (!found && after.state() == RolloutState.CONTRIBUTED) {
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

    private static List<ReleaseId> lingering(ProductLine line, Rollout after) {
        boolean lingers = after.state().isTerminal()
                && after.deployments().stream().anyMatch(each -> each.until().isEmpty());
        if (lingers == line.lingering().contains(after.id())) {
            return line.lingering();
        }
        List<ReleaseId> lingering = new ArrayList<>(line.lingering());
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
            raised.merge(
                    each.component(), each.nevra().evr(), (old, now) -> versions.compare(old, now) >= 0 ? old : now);
        }
        return raised;
    }
}
