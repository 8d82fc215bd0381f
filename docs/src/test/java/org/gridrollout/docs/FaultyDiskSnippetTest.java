package org.gridrollout.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import org.gridrollout.api.software.Sha256;
import org.gridrollout.api.spi.RepositoryException;
import org.gridrollout.filesystem.FilesystemRepository;
import org.gridrollout.testkit.faults.Fault;
import org.gridrollout.testkit.faults.FaultyDisk;
import org.gridrollout.testkit.faults.Survival;
import org.gridrollout.testkit.rpm.RpmBuilder;
import org.junit.jupiter.api.Test;

/** The Java of {@code docs/rollout-testkit.md}: a backend stopped at each of its steps. */
class FaultyDiskSnippetTest {

    private final byte[] file = RpmBuilder.of("voms", "2.1.0", "1.el9").build();

    // snippet:testkit-faults
    @Test
    void whatWasAnsweredSurvivesAPowerFailureWhereverTheWriterWasStoppedBefore() {
        FaultyDisk undisturbed = FaultyDisk.empty();
        work(undisturbed);
        for (int step = 0; step < undisturbed.steps().size(); step++) {
            FaultyDisk disk = FaultyDisk.empty();
            disk.failFrom(step, Fault.STOPPED);
            try {
                work(disk);
            } catch (RepositoryException stopped) {
                disk.restart(); // a new process on the same disk
            }
            Sha256 answered = work(disk);
            disk.losePower(Survival.nothing()); // whatever nobody had forced is gone
            assertThat(open(disk).describe(answered)).isPresent();
        }
    }
    // end

    private Sha256 work(FaultyDisk disk) {
        return open(disk).intake(new ByteArrayInputStream(file), "voms.rpm").sha256();
    }

    private static FilesystemRepository open(FaultyDisk disk) {
        return FilesystemRepository.open(disk.path("/srv/repository"));
    }
}
