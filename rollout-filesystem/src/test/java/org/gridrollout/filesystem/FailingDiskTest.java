package org.gridrollout.filesystem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gridrollout.filesystem.Site.EL9;
import static org.gridrollout.filesystem.Site.adding;
import static org.gridrollout.filesystem.Site.offered;
import static org.gridrollout.filesystem.Site.open;
import static org.gridrollout.filesystem.Site.publish;
import static org.gridrollout.filesystem.Site.published;
import static org.gridrollout.filesystem.Site.rpm;
import static org.gridrollout.filesystem.Site.taken;

import java.util.Map;
import org.gridrollout.api.publication.ChangeSet;
import org.gridrollout.api.publication.PublicationResult.AlreadyPublished;
import org.gridrollout.api.publication.PublicationResult.Published;
import org.gridrollout.api.software.PackageRef;
import org.gridrollout.api.software.Stage;
import org.gridrollout.api.spi.RepositoryException;
import org.gridrollout.testkit.faults.Fault;
import org.gridrollout.testkit.faults.FaultyDisk;
import org.gridrollout.testkit.faults.Survival;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A disk that is full, ill, read-only or not ours: the process lives on, says what to do, and goes on when it is mended. */
class FailingDiskTest {

    private static final Map<Fault, String> WHAT_TO_DO = Map.of(
            Fault.NO_SPACE, "free some space",
            Fault.NO_PERMISSION, "give this process's user access",
            Fault.READ_ONLY, "mount it writable",
            Fault.IO_ERROR, "Input/output error");

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "STOPPED")
    void atAnyStepOfAPublicationLeavesTheLastGenerationServedAndIsOvercomeByTryingAgain(Fault fault) {
        for (int step = 0, hits = 1; hits > 0; step++) {
            FaultyDisk disk = FaultyDisk.empty();
            FilesystemRepository repository = open(disk);
            published(repository, adding("first", taken(repository, "kept", "1")));
            ChangeSet second = adding("second", taken(repository, "voms", "1"));
            disk.failFrom(step, fault);
            boolean told = failsToPublish(repository, second, fault);
            hits = disk.hasFailed() ? 1 : 0;
            disk.heal();
            boolean committed = offered(repository).size() == 2;
            assertThat(served(repository)).as("%s at step %d", fault, step).isEqualTo(committed ? 2 : 1);
            assertThat(publish(repository, second)).isEqualTo(committed ? new AlreadyPublished(2) : new Published(2));
            assertThat(committed || told).isTrue();
            disk.losePower(Survival.nothing());
            assertThat(served(open(disk))).isEqualTo(2);
        }
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "STOPPED")
    void atAnyStepOfAnIntakeIsToldAndOvercomeByTryingAgain(Fault fault) {
        for (int step = 0, hits = 1; hits > 0; step++) {
            FaultyDisk disk = FaultyDisk.empty();
            FilesystemRepository repository = open(disk);
            disk.failFrom(step, fault);
            try {
                taken(repository, rpm("voms", "1"));
            } catch (RepositoryException e) {
                assertThat(e).hasMessageContaining(WHAT_TO_DO.get(fault));
            }
            hits = disk.hasFailed() ? 1 : 0;
            disk.heal();
            PackageRef voms = taken(repository, rpm("voms", "1"));
            disk.losePower(Survival.nothing());
            published(open(disk), adding("first", voms));
        }
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "STOPPED")
    void atAnyStepOfOpeningIsToldAsWhatItIs(Fault fault) {
        for (int step = 0, hits = 1; hits > 0; step++) {
            FaultyDisk disk = FaultyDisk.empty();
            disk.failFrom(step, fault);
            try {
                open(disk);
            } catch (RepositoryException e) {
                assertThat(e).as("step %d", step).hasMessageContaining(WHAT_TO_DO.get(fault));
                assertThat(e).hasMessageNotContaining("does not offer");
            }
            hits = disk.hasFailed() ? 1 : 0;
            disk.heal();
            open(disk);
        }
    }

    @Test
    void thatHiccupsOnceAnywhereDoesNotHurt() {
        for (int step = 0, hits = 1; hits > 0; step++) {
            FaultyDisk disk = FaultyDisk.empty();
            FilesystemRepository repository = open(disk);
            published(repository, adding("first", taken(repository, "kept", "1")));
            ChangeSet second = adding("second", taken(repository, "voms", "1"));
            disk.failAt(step, Fault.IO_ERROR);
            failsToPublish(repository, second, Fault.IO_ERROR);
            hits = disk.hasFailed() ? 1 : 0;
            disk.heal();
            assertThat(publish(repository, second)).isInstanceOfAny(Published.class, AlreadyPublished.class);
            disk.losePower(Survival.nothing());
            assertThat(served(open(disk))).isEqualTo(2);
        }
    }

    @Test
    void isReadFromWhileNothingCanBeWritten() {
        FaultyDisk disk = FaultyDisk.empty();
        FilesystemRepository repository = open(disk);
        PackageRef kept = taken(repository, "kept", "1");
        published(repository, adding("first", kept));
        disk.failFrom(0, Fault.READ_ONLY);
        assertThat(offered(repository)).containsExactly(kept);
        assertThat(repository.describe(kept.sha256())).isPresent();
        assertThat(served(repository)).isOne();
        assertThatThrownBy(() -> publish(repository, adding("second", kept))).isInstanceOf(RepositoryException.class);
    }

    /** Whether it did, saying what to do. */
    private static boolean failsToPublish(FilesystemRepository repository, ChangeSet change, Fault fault) {
        try {
            publish(repository, change);
            return false;
        } catch (RepositoryException e) {
            assertThat(e).hasMessageContaining(WHAT_TO_DO.get(fault));
            return true;
        }
    }

    private static int served(FilesystemRepository repository) {
        return ServedTree.wholePackages(repository.directory(Stage.BETA, EL9)).size();
    }
}
