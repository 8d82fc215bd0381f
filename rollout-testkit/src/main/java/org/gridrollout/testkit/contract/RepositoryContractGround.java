package org.gridrollout.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.gridrollout.api.publication.ChangeSet;
import org.gridrollout.api.publication.PublicationResult.Published;
import org.gridrollout.api.software.PackageRef;
import org.gridrollout.api.software.Stage;
import org.gridrollout.api.spi.PackageRepository;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;

/** What the parts of {@link PackageRepositoryContract} stand on. JUnit makes one instance per test. */
@Timeout(180)
abstract class RepositoryContractGround {

    RepositoryFixture fixture;
    PackageRepository repository;

    @SuppressWarnings("NullAway.Init") // open() sets both before each test
    RepositoryContractGround() {}

    /** Called once per test. */
    protected abstract RepositoryFixture fixture();

    @BeforeEach
    void open() {
        fixture = fixture();
        repository = fixture.fresh();
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    /** A package of that name and version, taken in. */
    PackageRef taken(String name, String version) {
        return taken(name, version, "First build.");
    }

    PackageRef taken(String name, String version, String summary) {
        byte[] file = fixture.packageFile(Packages.nevra(name, version), summary);
        return Packages.intake(repository, file).ref();
    }

    /** Publishes into beta at the generation it is at. */
    long published(ChangeSet change) {
        long now = repository.current(change.stage(), change.platform()).number();
        assertThat(repository.publish(change, now)).isEqualTo(new Published(now + 1));
        return now + 1;
    }

    long generation() {
        return repository.current(Stage.BETA, Packages.EL9).number();
    }

    List<PackageRef> offered() {
        return repository.current(Stage.BETA, Packages.EL9).packages();
    }
}
