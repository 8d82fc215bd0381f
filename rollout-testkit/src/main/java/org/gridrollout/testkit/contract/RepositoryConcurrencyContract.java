package org.gridrollout.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gridrollout.testkit.contract.Packages.EL9;
import static org.gridrollout.testkit.contract.Packages.add;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.gridrollout.api.publication.ChangeSet;
import org.gridrollout.api.publication.Generation;
import org.gridrollout.api.publication.PublicationResult;
import org.gridrollout.api.publication.PublicationResult.AlreadyPublished;
import org.gridrollout.api.publication.PublicationResult.Cancelled;
import org.gridrollout.api.publication.PublicationResult.Published;
import org.gridrollout.api.publication.PublicationResult.Refused;
import org.gridrollout.api.software.PackageRef;
import org.gridrollout.api.software.SoftwarePackage;
import org.gridrollout.api.software.Stage;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Many threads on one repository, and the next process on it. Counts decide, not timing. */
abstract class RepositoryConcurrencyContract extends RepositoryPublicationContract {

    // Far more than a race needs, so that a repository that always says 'conflict' fails and does not hang.
    private static final int MOST_TRIES = 10_000;

    @Nested
    class Together {

        @Test
        void publishersLoseNothing() {
            int threads = 4;
            int each = 5;
            Race.of(threads, runner -> () -> {
                for (int done = 0, tries = 0; done < each; tries++) {
                    assertThat(tries).as("tries").isLessThan(MOST_TRIES);
                    ChangeSet change = add(taken("p" + runner, "1." + done));
                    if (repository.publish(change, generation()) instanceof Published) {
                        done++;
                    }
                }
                return true;
            });
            assertThat(offered()).hasSize(threads * each);
            assertThat(generation()).isEqualTo((long) threads * each);
        }

        @Test
        void oneChangeSetIsPublishedOnce() {
            for (int round = 0; round < 5; round++) {
                long expected = round;
                ChangeSet change = add(taken("voms", "1." + round));
                List<PublicationResult> results = Race.of(4, runner -> () -> repository.publish(change, expected));
                assertThat(results)
                        .filteredOn(new Published(expected + 1)::equals)
                        .hasSize(1);
                assertThat(results)
                        .filteredOn(new AlreadyPublished(expected + 1)::equals)
                        .hasSize(3);
                assertThat(generation()).isEqualTo(expected + 1);
            }
        }

        @Test
        void aChangeSetIsEitherPublishedOrCancelled() {
            for (int round = 0; round < 10; round++) {
                long expected = generation();
                ChangeSet change = add(taken("voms", "1." + round));
                List<PublicationResult> results = Race.of(
                        2,
                        runner -> () -> runner == 0 ? repository.publish(change, expected) : repository.cancel(change));
                boolean published = results.get(0).equals(new Published(expected + 1));
                assertThat(results.get(0)).isInstanceOf(published ? Published.class : Refused.class);
                assertThat(results.get(1)).isEqualTo(published ? new AlreadyPublished(expected + 1) : new Cancelled());
                assertThat(generation()).isEqualTo(published ? expected + 1 : expected);
            }
        }

        @Test
        void oneFileIsTakenInByManyAsOnePackage() {
            byte[] file = fixture.packageFile(Packages.nevra("voms", "1"), "A.");
            List<SoftwarePackage> taken = Race.of(4, runner -> () -> Packages.intake(repository, file));
            assertThat(taken).containsOnly(taken.get(0));
            assertThat(repository.describe(Packages.sha256(file))).contains(taken.get(0));
        }

        @Test
        void aReaderSeesAllOfAPublicationOrNothing() {
            int publications = 10;
            int size = 3;
            AtomicBoolean over = new AtomicBoolean();
            Race.of(2, runner -> () -> {
                if (runner == 0) {
                    try {
                        for (int i = 0; i < publications; i++) {
                            published(add(taken("a" + i, "1"), taken("b" + i, "1"), taken("c" + i, "1")));
                        }
                    } finally {
                        over.set(true);
                    }
                }
                for (long last = 0; !over.get(); ) {
                    Generation now = repository.current(Stage.BETA, EL9);
                    assertThat(now.packages()).hasSize((int) now.number() * size);
                    assertThat(now.number()).isGreaterThanOrEqualTo(last);
                    last = now.number();
                }
                return true;
            });
            assertThat(generation()).isEqualTo(publications);
        }
    }

    @Test
    void keepsEverythingOverAReopening() {
        PackageRef voms = taken("voms", "1");
        PackageRef idle = taken("idle", "1");
        ChangeSet change = add(voms);
        ChangeSet cancelled = add(idle);
        published(change);
        published(add(taken("fts", "1")));
        assertThat(repository.cancel(cancelled)).isEqualTo(new Cancelled());
        Generation before = repository.current(Stage.BETA, EL9);
        SoftwarePackage described = repository.describe(voms.sha256()).orElseThrow();

        repository = fixture.reopen(repository);

        assertThat(repository.current(Stage.BETA, EL9)).isEqualTo(before);
        assertThat(repository.describe(voms.sha256())).contains(described);
        assertThat(repository.publish(change, 2)).isEqualTo(new AlreadyPublished(1));
        assertThat(repository.publish(cancelled, 2)).isInstanceOf(Refused.class);
        assertThat(repository.publish(add(idle), 2)).isEqualTo(new Published(3));
    }

    @Test
    void keepsRepositoriesApart() {
        published(add(taken("voms", "1")));
        assertThat(fixture.fresh().current(Stage.BETA, EL9).number()).isZero();
        assertThat(generation()).isEqualTo(1);
    }
}
