package org.gridrollout.testkit.closure;

import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.gridrollout.api.command.Command;
import org.gridrollout.api.command.RegistryCommand.RegisterProduct;
import org.gridrollout.api.command.RetirementCommand.AnnounceRetirement;
import org.gridrollout.api.command.RetirementCommand.Retire;
import org.gridrollout.api.command.RolloutCommand.AnnounceToNobody;
import org.gridrollout.api.command.RolloutCommand.Contribute;
import org.gridrollout.api.command.RolloutCommand.Expedite;
import org.gridrollout.api.command.RolloutCommand.Promote;
import org.gridrollout.api.command.RolloutCommand.Withdraw;
import org.gridrollout.api.party.Actor;
import org.gridrollout.api.party.Party;
import org.gridrollout.api.party.TeamId;
import org.gridrollout.api.registry.Product;
import org.gridrollout.api.rollout.Rollout;
import org.gridrollout.api.rollout.RolloutState;
import org.gridrollout.api.software.Capability;
import org.gridrollout.api.software.Capability.Relation;
import org.gridrollout.api.software.Certification;
import org.gridrollout.api.software.Evr;
import org.gridrollout.api.software.Nevra;
import org.gridrollout.api.software.PackageRef;
import org.gridrollout.api.software.Platform;
import org.gridrollout.api.software.ProductId;
import org.gridrollout.api.software.Release;
import org.gridrollout.api.software.ReleaseId;
import org.gridrollout.api.software.Sha256;
import org.gridrollout.api.software.SoftwarePackage;
import org.gridrollout.api.software.SoftwarePackageBuilder;
import org.gridrollout.api.software.Stage;
import org.gridrollout.api.spi.PackageRepository;
import org.gridrollout.api.verdict.Enforcement;
import org.gridrollout.api.verdict.Verdict;
import org.gridrollout.core.engine.Outcome;
import org.gridrollout.core.engine.RolloutEngine;
import org.gridrollout.core.memory.InMemoryBaseRepositories;
import org.gridrollout.core.memory.InMemoryRolloutStore;
import org.gridrollout.core.policy.RolloutPolicy;

/** An engine on the repository under test, and a few products whose packages stand on each other. Not thread-safe. */
final class Workshop {

    static final Platform EL9 = Platform.parse("el9/x86_64");
    static final int PRODUCTS = 4;

    private static final Actor MU = Actor.middlewareUnit("mia");
    private static final String RELEASE = "1.el9";

    private final PackageRepository repository;
    private final Function<SoftwarePackage, byte[]> packageFile;
    private final RolloutEngine engine;
    private final int[] versions = new int[PRODUCTS];
    private final List<ReleaseId> releases = new ArrayList<>();
    private Instant now = Instant.parse("2026-03-02T08:00:00Z");

    /** How often it was right to say no, and to say together. */
    int refused;

    int together;

    Workshop(PackageRepository repository, Function<SoftwarePackage, byte[]> packageFile) {
        this.repository = repository;
        this.packageFile = packageFile;
        this.engine = RolloutEngine.builder()
                .store(new InMemoryRolloutStore())
                .repository(repository)
                .base(new InMemoryBaseRepositories())
                .policy(RolloutPolicy.STANDARD.withBetaClosure(Enforcement.OBSERVED))
                .clock(() -> now)
                .build();
        for (int product = 0; product < PRODUCTS; product++) {
            engine.execute(new RegisterProduct(
                            new Product(ProductId.of(name(product)), team(product), Set.of(name(product))), MU))
                    .orThrow();
        }
    }

    void play(Deed deed) {
        now = now.plus(Duration.ofHours(1));
        if (deed instanceof Deed.Contributes contributes) {
            contribute(contributes);
        } else if (deed instanceof Deed.Promotes promotes) {
            latest(promotes.product(), RolloutState.GOOD).ifPresent(each -> execute(new Promote(each, MU)));
        } else if (deed instanceof Deed.PromotesTogether promotes) {
            latest(promotes.product(), RolloutState.GOOD).ifPresent(this::promoteTogether);
        } else if (deed instanceof Deed.FollowsThePlan) {
            engine.plan(EL9).steps().forEach(this::promote);
        } else if (deed instanceof Deed.Withdraws withdraws) {
            latest(withdraws.product(), RolloutState.GOOD)
                    .ifPresent(each -> execute(
                            new Withdraw(each, "no good", Actor.productTeam("tom", team(withdraws.product())))));
        } else if (deed instanceof Deed.Retires retires) {
            latest(retires.product(), RolloutState.IN_PRODUCTION).ifPresent(this::retire);
        }
        engine.sweep();
    }

    /** What production offers, as its packages say of themselves. */
    List<SoftwarePackage> production() {
        List<SoftwarePackage> packages = new ArrayList<>();
        for (PackageRef each : repository.current(Stage.PRODUCTION, EL9).packages()) {
            packages.add(repository.describe(each.sha256()).orElseThrow());
        }
        return packages;
    }

    private void contribute(Deed.Contributes deed) {
        int product = deed.product();
        String version = Integer.toString(++versions[product]);
        SoftwarePackageBuilder content = new SoftwarePackageBuilder()
                .nevra(new Nevra(name(product), Evr.of(version, RELEASE), "x86_64"))
                .sha256(new Sha256("0".repeat(64)))
                .size(0)
                .summary(name(product))
                .source("")
                .addProvides(Capability.of(name(product), Relation.EQ, version + "-" + RELEASE));
        for (Deed.Bond each : deed.bonds()) {
            Capability capability = each.relation() == Relation.ANY
                    ? Capability.of(name(each.product()))
                    : Capability.of(name(each.product()), each.relation(), Integer.toString(each.version()));
            if (each.excludes()) {
                content.addConflicts(capability);
            } else {
                content.addRequires(capability);
            }
        }
        SoftwarePackage taken =
                repository.intake(new ByteArrayInputStream(packageFile.apply(content.build())), name(product));
        ReleaseId id = ReleaseId.of(name(product) + "-" + version);
        engine.execute(new Contribute(
                        Release.builder()
                                .id(id)
                                .product(ProductId.of(name(product)))
                                .label(id.value())
                                .platform(EL9)
                                .addPackages(taken.ref())
                                .certification(new Certification("tom", now, "all tests passed"))
                                .build(),
                        Actor.productTeam("tom", team(product))))
                .orThrow();
        releases.add(id);
        engine.execute(new AnnounceToNobody(id, "no sites in a workshop", MU)).orThrow();
        engine.execute(new Expedite(id, "no time to wait in a test", MU)).orThrow();
    }

    private void promoteTogether(ReleaseId release) {
        Verdict verdict = engine.explain(release);
        Set<ReleaseId> with = new TreeSet<>();
        for (Party each : verdict.mustAct()) {
            if (each.kind() == Party.Kind.RELEASE && !each.name().equals(release.value())) {
                with.add(ReleaseId.of(each.name()));
            }
        }
        if (!with.isEmpty() && execute(new Promote(release, with, MU))) {
            together++;
        }
    }

    private void promote(Set<ReleaseId> step) {
        ReleaseId first = step.iterator().next();
        Set<ReleaseId> with = new TreeSet<>(step);
        with.remove(first);
        engine.execute(new Promote(first, with, MU)).orThrow();
        together += with.isEmpty() ? 0 : 1;
    }

    private void retire(ReleaseId release) {
        Instant soon = now.plus(Duration.ofHours(1));
        execute(new AnnounceRetirement(release, soon, soon, "nobody needs it", MU));
        now = soon.plus(Duration.ofHours(1));
        engine.sweep();
        execute(new Retire(release, "nobody needs it", MU));
    }

    private boolean execute(Command command) {
        boolean accepted = engine.execute(command) instanceof Outcome.Accepted;
        refused += accepted ? 0 : 1;
        return accepted;
    }

    private Optional<ReleaseId> latest(int product, RolloutState state) {
        return releases.stream()
                .map(each -> engine.rollout(each).orElseThrow())
                .filter(each -> each.release().product().value().equals(name(product)) && each.state() == state)
                .map(Rollout::id)
                .reduce((one, other) -> other);
    }

    private static String name(int product) {
        return "product-" + (char) ('a' + product);
    }

    private static TeamId team(int product) {
        return TeamId.of(name(product) + "-team");
    }
}
