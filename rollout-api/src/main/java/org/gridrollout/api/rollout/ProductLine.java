package org.gridrollout.api.rollout;

import java.util.AbstractMap;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.gridrollout.api.software.Evr;
import org.gridrollout.api.software.PackageRef;
import org.gridrollout.api.software.Platform;
import org.gridrollout.api.software.ProductId;
import org.gridrollout.api.software.ReleaseId;
import org.jspecify.annotations.Nullable;

/**
 * All releases of one product on one platform, seen together: how high versions have ever been, and which rollouts are
 * still alive. Its size follows the living rollouts and the components, never the history.
 *
 * @param floor per component the highest version ever exposed on the platform: in beta, in production, rejected or
 *     withdrawn later; it only rises
 * @param living the rollouts that have not ended, oldest first
 * @param lastGood the release that was in production, without a critical incident, before its successor came
 * @param lingering releases that have ended and that sites still run, in the order they ended
 */
public record ProductLine(
        ProductId product,
        Platform platform,
        Map<String, Evr> floor,
        List<Entry> living,
        Optional<Entry> lastGood,
        List<ReleaseId> lingering) {

    /**
     * One living rollout.
     *
     * @param packages what it brings
     */
    public record Entry(ReleaseId release, RolloutState state, List<PackageRef> packages) {

        public Entry {
            packages = List.copyOf(packages);
        }
    }

    public ProductLine {
        floor = floor instanceof Floor ? floor : new Floor(floor);
        living = List.copyOf(living);
        lingering = List.copyOf(lingering);
    }

    /** A line nothing was ever released on. */
    public static ProductLine empty(ProductId product, Platform platform) {
        return new ProductLine(product, platform, Map.of(), List.of(), Optional.empty(), List.of());
    }

    /** The living rollout of that release. */
    public Optional<Entry> entry(ReleaseId release) {
        return living.stream().filter(each -> each.release().equals(release)).findFirst();
    }

    /** By component, and known never to change: one line after another mostly has the same floor. */
    private static final class Floor extends AbstractMap<String, Evr> {

        private final Map<String, Evr> sorted;

        Floor(Map<String, Evr> floor) {
            sorted = Collections.unmodifiableMap(new TreeMap<>(floor));
        }

        @Override
        public Set<Map.Entry<String, Evr>> entrySet() {
            return sorted.entrySet();
        }

        @Override
        public @Nullable Evr get(Object component) {
            return sorted.get(component);
        }
    }
}
