package org.gridrollout.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gridrollout.testkit.contract.Packages.EL9;
import static org.gridrollout.testkit.contract.Packages.add;
import static org.gridrollout.testkit.contract.Packages.changing;
import static org.gridrollout.testkit.contract.Packages.newId;
import static org.gridrollout.testkit.contract.Packages.remove;

import java.util.List;
import org.gridrollout.api.publication.ChangeSet;
import org.gridrollout.api.publication.Generation;
import org.gridrollout.api.publication.PublicationResult;
import org.gridrollout.api.publication.PublicationResult.AlreadyPublished;
import org.gridrollout.api.publication.PublicationResult.Cancelled;
import org.gridrollout.api.publication.PublicationResult.Conflict;
import org.gridrollout.api.publication.PublicationResult.Published;
import org.gridrollout.api.publication.PublicationResult.Refused;
import org.gridrollout.api.software.Evr;
import org.gridrollout.api.software.Nevra;
import org.gridrollout.api.software.PackageRef;
import org.gridrollout.api.software.Platform;
import org.gridrollout.api.software.Sha256;
import org.gridrollout.api.software.Stage;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Publishing: whole, once, at the expected generation. */
abstract class RepositoryPublicationContract extends RepositoryIntakeContract {

    @Nested
    class Publication {

        @Test
        void offersWhatItAddsFromTheFirstGenerationOn() {
            PackageRef voms = taken("voms", "1");
            PackageRef fts = taken("fts", "1");
            assertThat(repository.current(Stage.BETA, EL9)).isEqualTo(new Generation(Stage.BETA, EL9, 0, List.of()));
            assertThat(repository.publish(add(voms, fts), 0)).isEqualTo(new Published(1));
            assertThat(repository.current(Stage.BETA, EL9))
                    .isEqualTo(new Generation(Stage.BETA, EL9, 1, List.of(fts, voms)));
        }

        @Test
        void risesByOneGenerationEachTime() {
            for (int i = 1; i <= 5; i++) {
                assertThat(published(add(taken("voms", "1." + i)))).isEqualTo(i);
                assertThat(offered()).hasSize(i);
            }
        }

        @Test
        void replacesAndRemovesInOneStep() {
            PackageRef old = taken("voms", "1");
            PackageRef next = taken("voms", "2");
            PackageRef other = taken("fts", "1");
            published(add(old, other));
            published(changing(List.of(next), List.of(old)));
            assertThat(offered()).containsExactly(other, next);
            published(remove(other, next));
            assertThat(offered()).isEmpty();
            assertThat(generation()).isEqualTo(3);
        }

        @Test
        void sortsByNameThenArchitectureThenContent() {
            PackageRef b = taken("b", "1");
            PackageRef a = taken("a", "1");
            PackageRef a2 = taken("a", "2");
            PackageRef noarch = Packages.intake(
                            repository, fixture.packageFile(new Nevra("a", Evr.of("3", "1.el9"), "noarch"), "A."))
                    .ref();
            published(add(b, a2));
            published(add(noarch, a));
            boolean inOrder = a.sha256().compareTo(a2.sha256()) < 0;
            assertThat(offered()).containsExactly(noarch, inOrder ? a : a2, inOrder ? a2 : a, b);
        }

        @Test
        void leavesOtherStagesAndPlatformsAlone() {
            PackageRef voms = taken("voms", "1");
            Platform el8 = Platform.parse("el8/x86_64");
            Platform arm = Platform.parse("el9/aarch64");
            published(add(voms));
            published(new ChangeSet(newId(), Stage.PRODUCTION, EL9, List.of(voms), List.of()));
            published(add(taken("fts", "1")));
            assertThat(repository.current(Stage.PRODUCTION, EL9))
                    .isEqualTo(new Generation(Stage.PRODUCTION, EL9, 1, List.of(voms)));
            assertThat(generation()).isEqualTo(2);
            assertThat(repository.current(Stage.BETA, el8).number()).isZero();
            assertThat(repository.current(Stage.BETA, arm).packages()).isEmpty();
        }

        @Test
        void isNoErrorWhereItAsksForWhatIsSoAlready() {
            PackageRef voms = taken("voms", "1");
            PackageRef never = taken("never", "1");
            published(add(voms));
            published(changing(List.of(voms), List.of(never)));
            assertThat(offered()).containsExactly(voms);
            assertThat(generation()).isEqualTo(2);
        }

        @Test
        void doesNotTouchAGenerationAlreadyRead() {
            published(add(taken("voms", "1")));
            Generation before = repository.current(Stage.BETA, EL9);
            published(add(taken("fts", "1")));
            assertThat(before.number()).isEqualTo(1);
            assertThat(before.packages()).extracting(PackageRef::component).containsExactly("voms");
        }
    }

    @Nested
    class ASecondPublication {

        @Test
        void underTheSameIdChangesNothing() {
            ChangeSet change = add(taken("voms", "1"));
            assertThat(repository.publish(change, 0)).isEqualTo(new Published(1));
            assertThat(repository.publish(change, 1)).isEqualTo(new AlreadyPublished(1));
            assertThat(generation()).isEqualTo(1);
        }

        @Test
        void isNotAppliedAgainWhateverTheGenerationIsNow() {
            PackageRef voms = taken("voms", "1");
            ChangeSet change = add(voms);
            published(change);
            published(add(taken("fts", "1")));
            published(remove(voms));
            for (long expected : new long[] {0, 1, 3, 99}) {
                assertThat(repository.publish(change, expected)).isEqualTo(new AlreadyPublished(1));
            }
            assertThat(offered()).extracting(PackageRef::component).containsExactly("fts");
            assertThat(generation()).isEqualTo(3);
        }

        @Test
        void isAppliedIfTheFirstWasNot() {
            ChangeSet change = add(taken("voms", "1"));
            assertThat(repository.publish(change, 7)).isEqualTo(new Conflict(0));
            assertThat(repository.publish(change, 0)).isEqualTo(new Published(1));
        }
    }

    @Nested
    class AtAnotherGeneration {

        @Test
        void nothingIsPublished() {
            PackageRef voms = taken("voms", "1");
            published(add(voms));
            published(add(taken("fts", "1")));
            for (long expected : new long[] {0, 1, 3}) {
                assertThat(repository.publish(remove(voms), expected)).isEqualTo(new Conflict(2));
            }
            assertThat(offered()).extracting(PackageRef::component).containsExactly("fts", "voms");
        }
    }

    @Nested
    class ACancelledChangeSet {

        @Test
        void isRefusedWhoeverStillTries() {
            ChangeSet change = add(taken("voms", "1"));
            assertThat(repository.cancel(change)).isEqualTo(new Cancelled());
            assertThat(repository.publish(change, 0)).isInstanceOf(Refused.class);
            assertThat(repository.publish(change, 7)).isInstanceOf(Refused.class);
            assertThat(generation()).isZero();
        }

        @Test
        void isCancelledTwiceAsOnce() {
            ChangeSet change = add(taken("voms", "1"));
            assertThat(repository.cancel(change)).isEqualTo(new Cancelled());
            assertThat(repository.cancel(change)).isEqualTo(new Cancelled());
            assertThat(repository.publish(change, 0)).isInstanceOf(Refused.class);
        }

        @Test
        void staysIfItWasPublishedAlready() {
            ChangeSet change = add(taken("voms", "1"));
            published(change);
            published(add(taken("fts", "1")));
            assertThat(repository.cancel(change)).isEqualTo(new AlreadyPublished(1));
            assertThat(repository.publish(change, 2)).isEqualTo(new AlreadyPublished(1));
            assertThat(offered()).extracting(PackageRef::component).containsExactly("fts", "voms");
        }

        @Test
        void doesNotStandInTheWayOfOthers() {
            PackageRef voms = taken("voms", "1");
            assertThat(repository.cancel(add(voms))).isEqualTo(new Cancelled());
            assertThat(repository.publish(add(voms), 0)).isEqualTo(new Published(1));
            assertThat(offered()).containsExactly(voms);
        }

        @Test
        void staysCancelledOverAReopening() {
            ChangeSet change = add(taken("voms", "1"));
            assertThat(repository.cancel(change)).isEqualTo(new Cancelled());
            repository = fixture.reopen(repository);
            assertThat(repository.publish(change, 0)).isInstanceOf(Refused.class);
            assertThat(offered()).isEmpty();
        }
    }

    @Nested
    class ARefusal {

        @Test
        void meetsAPackageNeverTakenIn() {
            PackageRef known = taken("voms", "1");
            PackageRef unknown = new PackageRef(Packages.nevra("fts", "1"), new Sha256("0".repeat(64)));
            assertThat(reasons(add(known, unknown))).anyMatch(reason -> reason.contains("fts-1-1.el9.x86_64"));
            assertNothingIsOffered();
        }

        @Test
        void meetsAContentUnderAnotherName() {
            PackageRef voms = taken("voms", "1");
            PackageRef posing = new PackageRef(Packages.nevra("fts", "1"), voms.sha256());
            assertThat(reasons(add(posing))).anyMatch(reason -> reason.contains("fts-1-1.el9.x86_64"));
            assertNothingIsOffered();
        }

        @Test
        void meetsOtherContentUnderANameOffered() {
            PackageRef first = taken("voms", "1", "First build.");
            PackageRef second = taken("voms", "1", "Second build.");
            published(add(first));
            assertThat(reasons(add(taken("fts", "1"), second)))
                    .anyMatch(reason -> reason.contains("voms-1-1.el9.x86_64"));
            assertThat(offered()).containsExactly(first);
            assertThat(generation()).isEqualTo(1);
        }

        @Test
        void meetsTwoContentsOfOneNameInOneChange() {
            PackageRef first = taken("voms", "1", "First build.");
            PackageRef second = taken("voms", "1", "Second build.");
            assertThat(reasons(add(first, second))).anyMatch(reason -> reason.contains("voms-1-1.el9.x86_64"));
            assertNothingIsOffered();
        }

        @Test
        void givesEveryReason() {
            PackageRef one = new PackageRef(Packages.nevra("fts", "1"), new Sha256("0".repeat(64)));
            PackageRef two = new PackageRef(Packages.nevra("dcache", "1"), new Sha256("1".repeat(64)));
            assertThat(reasons(add(one, two)))
                    .anyMatch(reason -> reason.contains("fts-1-1.el9.x86_64"))
                    .anyMatch(reason -> reason.contains("dcache-1-1.el9.x86_64"));
        }

        private List<String> reasons(ChangeSet change) {
            PublicationResult result = repository.publish(change, generation());
            assertThat(result).isInstanceOf(Refused.class);
            return ((Refused) result).reasons();
        }

        private void assertNothingIsOffered() {
            assertThat(repository.current(Stage.BETA, EL9)).isEqualTo(new Generation(Stage.BETA, EL9, 0, List.of()));
        }
    }
}
