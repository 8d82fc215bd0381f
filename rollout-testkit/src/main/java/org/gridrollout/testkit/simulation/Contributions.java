package org.gridrollout.testkit.simulation;

import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.gridrollout.api.command.RolloutCommand;
import org.gridrollout.api.rollout.Rollout;
import org.gridrollout.api.software.Certification;
import org.gridrollout.api.software.Evr;
import org.gridrollout.api.software.Nevra;
import org.gridrollout.api.software.PackageRef;
import org.gridrollout.api.software.Platform;
import org.gridrollout.api.software.Release;
import org.gridrollout.api.software.ReleaseId;
import org.gridrollout.api.spi.RepositoryException;
import org.gridrollout.core.engine.Outcome;
import org.gridrollout.core.engine.RolloutEngine;

/** The releases of the cast's product, one after another. Thread-safe. */
final class Contributions {

    private final Backends backends;
    private final Platform platform;
    private final List<ReleaseId> accepted = new CopyOnWriteArrayList<>();
    private final AtomicInteger versions = new AtomicInteger();
    private final AtomicInteger contributed = new AtomicInteger();

    Contributions(Backends backends, Platform platform) {
        this.backends = backends;
        this.platform = platform;
    }

    /** Those that were accepted, oldest first. */
    List<ReleaseId> accepted() {
        return List.copyOf(accepted);
    }

    /** How they stand by now. */
    List<Rollout> rollouts(RolloutEngine engine) {
        return accepted.stream().map(each -> engine.rollout(each).orElseThrow()).toList();
    }

    /** What the product team offers next: a new version, or the last one again. */
    RolloutCommand.Contribute next(boolean sameVersionAgain, Optional<ReleaseId> restores) {
        int version = sameVersionAgain ? Math.max(1, versions.get()) : versions.incrementAndGet();
        ReleaseId id = ReleaseId.of("voms-" + contributed.incrementAndGet());
        Release release = Release.builder()
                .id(id)
                .product(Cast.PRODUCT)
                .label("VOMS")
                .platform(platform)
                .packages(List.of(take("voms", version), take("voms-clients", version)))
                .certification(new Certification("tom", Instant.EPOCH, ""))
                .restores(restores)
                .build();
        return new RolloutCommand.Contribute(release, Cast.PACKAGER);
    }

    /** Asks for it; packages that the repository does not know yet come with it. */
    Outcome ask(RolloutEngine engine, RolloutCommand.Contribute contribute) {
        contribute.release().packages().forEach(each -> take(each.nevra()));
        Outcome outcome;
        try {
            outcome = engine.execute(contribute);
        } catch (RepositoryException e) { // accepted it may be all the same
            engine.rollout(contribute.releaseId()).ifPresent(each -> accepted.add(each.id()));
            throw e;
        }
        if (outcome instanceof Outcome.Accepted) {
            accepted.add(contribute.releaseId());
        }
        return outcome;
    }

    private PackageRef take(String component, int version) {
        return take(new Nevra(component, Evr.of("1." + version, "1.el9"), "x86_64"));
    }

    private PackageRef take(Nevra nevra) {
        return backends.repository()
                .intake(new ByteArrayInputStream(backends.packageFile(nevra)), nevra.toString())
                .ref();
    }
}
