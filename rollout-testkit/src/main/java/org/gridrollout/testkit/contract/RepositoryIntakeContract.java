package org.gridrollout.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.gridrollout.api.publication.Generation;
import org.gridrollout.api.software.Capability;
import org.gridrollout.api.software.Evr;
import org.gridrollout.api.software.Nevra;
import org.gridrollout.api.software.SoftwarePackage;
import org.gridrollout.api.software.Stage;
import org.gridrollout.api.spi.UnreadablePackageException;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Taking package files in and saying what they are. */
abstract class RepositoryIntakeContract extends RepositoryContractGround {

    @Nested
    class Intake {

        @Test
        void saysWhatThePackageIs() {
            Nevra nevra = new Nevra("voms-clients", new Evr(3, "2.1.0~rc1", "4.el9"), "x86_64");
            byte[] file = fixture.packageFile(nevra, "Clients of the membership service.");
            SoftwarePackage taken = Packages.intake(repository, file);
            assertThat(taken.nevra()).isEqualTo(nevra);
            assertThat(taken.sha256()).isEqualTo(Packages.sha256(file));
            assertThat(taken.size()).isEqualTo(file.length);
            assertThat(taken.summary()).isEqualTo("Clients of the membership service.");
        }

        @Test
        void saysThatAPackageProvidesItself() {
            SoftwarePackage taken =
                    Packages.intake(repository, fixture.packageFile(Packages.nevra("voms", "2.1.0"), "A."));
            assertThat(taken.provides()).contains(Capability.of("voms", Capability.Relation.EQ, "2.1.0-1.el9"));
        }

        @Test
        void ofTheSameContentGivesTheSameAnswer() {
            byte[] file = fixture.packageFile(Packages.nevra("voms", "2.1.0"), "A.");
            SoftwarePackage first = Packages.intake(repository, file);
            SoftwarePackage again = repository.intake(new ByteArrayInputStream(file.clone()), "another-name.rpm");
            assertThat(first.sha256()).isEqualTo(Packages.sha256(file));
            assertThat(again).isEqualTo(first);
        }

        @Test
        void readsToTheEndAndDoesNotClose() {
            byte[] file = fixture.packageFile(Packages.nevra("voms", "2.1.0"), "A.");
            Trickle content = new Trickle(file);
            SoftwarePackage taken = repository.intake(content, "voms.rpm");
            assertThat(taken.sha256()).isEqualTo(Packages.sha256(file));
            assertThat(content.available()).isZero();
            assertThat(content.closed).isFalse();
        }

        @Test
        void offersNothingToClients() {
            SoftwarePackage taken =
                    Packages.intake(repository, fixture.packageFile(Packages.nevra("voms", "2.1.0"), "A."));
            assertThat(repository.describe(taken.sha256())).contains(taken);
            for (Stage stage : Stage.values()) {
                assertThat(repository.current(stage, Packages.EL9))
                        .isEqualTo(new Generation(stage, Packages.EL9, 0, List.of()));
            }
        }

        @Test
        void refusesWhatIsNoPackageAndNamesItsOrigin() {
            byte[] file = fixture.packageFile(Packages.nevra("voms", "2.1.0"), "A.");
            for (byte[] bad : new byte[][] {
                {},
                {0},
                "not a package at all".getBytes(StandardCharsets.UTF_8),
                Arrays.copyOf(file, file.length / 2),
                new byte[10_000]
            }) {
                assertThatThrownBy(() -> repository.intake(new ByteArrayInputStream(bad), "uploads/bad.rpm"))
                        .isInstanceOf(UnreadablePackageException.class)
                        .hasMessageContaining("uploads/bad.rpm")
                        .extracting(problem -> ((UnreadablePackageException) problem).origin())
                        .isEqualTo("uploads/bad.rpm");
                assertThat(repository.describe(Packages.sha256(bad))).isEmpty();
            }
        }

        @Test
        void takesTwoContentsOfOneNameForTwoPackages() {
            Nevra nevra = Packages.nevra("voms", "2.1.0");
            SoftwarePackage one = Packages.intake(repository, fixture.packageFile(nevra, "One."));
            SoftwarePackage two = Packages.intake(repository, fixture.packageFile(nevra, "Two."));
            assertThat(two.sha256()).isNotEqualTo(one.sha256());
            assertThat(repository.describe(one.sha256())).contains(one);
            assertThat(repository.describe(two.sha256())).contains(two);
        }
    }

    /** Gives a few bytes at a time, as a network does, and notices being closed. */
    private static final class Trickle extends ByteArrayInputStream {

        private boolean closed;

        Trickle(byte[] content) {
            super(content);
        }

        @Override
        public synchronized int read(byte[] into, int offset, int length) {
            return super.read(into, offset, Math.min(length, 7));
        }

        @Override
        public void close() {
            closed = true;
        }
    }
}
