package org.gridrollout.testkit.closure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.gridrollout.api.software.Capability.Relation;
import org.gridrollout.api.software.SoftwarePackage;
import org.gridrollout.api.spi.PackageRepository;
import org.gridrollout.core.closure.naive.NaiveClosure;
import org.gridrollout.core.closure.rpm.RpmEcosystem;

/**
 * Invariant 6, for any repository: whatever random teams and MUs do, after every step a second and independent opinion finds
 * that each package in production can be installed. Extend it where the repository is.
 */
public abstract class ProductionClosure {

    private static final int TRIES = 25;
    private static final RpmEcosystem RPM = RpmEcosystem.on(Workshop.EL9.arch());

    /** For extension. */
    protected ProductionClosure() {}

    /** An empty repository. */
    protected abstract PackageRepository repository();

    /** The bytes of a package file that the repository reads back as this package. */
    protected abstract byte[] packageFile(SoftwarePackage of);

    /** Called when a life is over, for other people's opinions; does nothing unless overridden. */
    protected void finallyLookAt(PackageRepository repository, List<SoftwarePackage> production) {}

    @Property(tries = TRIES)
    void invariant06_everyPackageInProductionIsInstallable(@ForAll("lives") List<Deed> deeds) {
        PackageRepository repository = repository();
        Workshop workshop = new Workshop(repository, this::packageFile);
        for (Deed each : deeds) {
            workshop.play(each);
            assertThat(NaiveClosure.of(RPM, workshop.production()).broken())
                    .as("what is broken in production after %s", each)
                    .isEmpty();
        }
        finallyLookAt(repository, workshop.production());
    }

    @Provide
    Arbitrary<List<Deed>> lives() {
        Arbitrary<Integer> products = Arbitraries.integers().between(0, Workshop.PRODUCTS - 1);
        Arbitrary<Deed.Bond> bonds = Combinators.combine(
                        products,
                        Arbitraries.frequency(Tuple.of(4, false), Tuple.of(1, true)),
                        Arbitraries.of(Relation.ANY, Relation.GE, Relation.LT, Relation.EQ),
                        Arbitraries.integers().between(1, 4))
                .as(Deed.Bond::new);
        Arbitrary<Deed> contributes =
                Combinators.combine(products, bonds.list().ofMaxSize(2)).as(Deed.Contributes::new);
        Arbitrary<Deed> deeds = Arbitraries.frequencyOf(
                Tuple.of(6, contributes),
                Tuple.of(3, products.map(Deed.Promotes::new)),
                Tuple.of(3, products.map(Deed.PromotesTogether::new)),
                Tuple.of(2, Arbitraries.just(new Deed.FollowsThePlan())),
                Tuple.of(1, products.map(Deed.Withdraws::new)),
                Tuple.of(1, products.map(Deed.Retires::new)));
        return deeds.list().ofMinSize(10).ofMaxSize(25);
    }
}
