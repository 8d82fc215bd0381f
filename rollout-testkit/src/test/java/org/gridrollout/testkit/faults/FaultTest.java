package org.gridrollout.testkit.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.stream.Stream;
import org.gridrollout.testkit.faults.Step.Kind;
import org.junit.jupiter.api.Test;

/** Faults hit where they were ordered, and nothing else. */
class FaultTest {

    private final FaultyDisk disk = FaultyDisk.empty();
    private final Path file = disk.path("/file");

    @Test
    void countsEveryStepThatLeavesSomethingBehindAndNoReading() throws IOException {
        Path directory = Files.createDirectory(disk.path("/directory"));
        Files.writeString(file, "content");
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.truncate(3);
            channel.force(true);
        }
        Files.createLink(directory.resolve("hard"), file);
        Files.createSymbolicLink(directory.resolve("symbolic"), file);
        Files.move(directory.resolve("hard"), directory.resolve("renamed"));
        Files.delete(directory.resolve("symbolic"));
        try (FileChannel channel = FileChannel.open(directory)) {
            channel.force(true);
        }
        Files.readString(file);
        try (Stream<Path> walk = Files.walk(disk.path("/"))) {
            assertThat(walk).hasSize(4);
        }
        assertThat(disk.steps())
                .extracting(Step::kind)
                .containsExactly(
                        Kind.CREATE_DIRECTORY,
                        Kind.CREATE_FILE,
                        Kind.WRITE,
                        Kind.TRUNCATE,
                        Kind.FORCE,
                        Kind.LINK,
                        Kind.SYMBOLIC_LINK,
                        Kind.RENAME,
                        Kind.DELETE,
                        Kind.SYNC_DIRECTORY);
    }

    @Test
    void stopsAtTheStepAndForGood() throws IOException {
        disk.failFrom(1, Fault.STOPPED);
        Files.createDirectory(disk.path("/before"));
        assertThatThrownBy(() -> Files.createDirectory(disk.path("/at"))).isInstanceOf(FileSystemException.class);
        assertThatThrownBy(() -> Files.delete(disk.path("/before"))).isInstanceOf(FileSystemException.class);
        assertThat(disk.path("/before")).exists();
        assertThat(disk.path("/at")).doesNotExist();
        assertThat(disk.hasFailed()).isTrue();
        disk.restart();
        Files.delete(disk.path("/before"));
    }

    @Test
    void leavesHalfOfAWriteThatItStops() throws IOException {
        disk.failFrom(1, Fault.STOPPED);
        assertThatThrownBy(() -> Files.writeString(file, "12345678")).isInstanceOf(FileSystemException.class);
        assertThat(file).hasContent("1234");
    }

    @Test
    void failsOnceIfAskedTo() throws IOException {
        disk.failAt(0, Fault.IO_ERROR);
        assertThatThrownBy(() -> Files.createFile(file)).hasMessageContaining("Input/output error");
        Files.createFile(file);
        assertThat(disk.hasFailed()).isTrue();
    }

    @Test
    void refusesOnAFullDiskWhatTakesSpaceOnly() throws IOException {
        Files.writeString(file, "content");
        disk.failFrom(0, Fault.NO_SPACE);
        assertThatThrownBy(() -> Files.createDirectory(disk.path("/directory")))
                .isInstanceOf(FileSystemException.class)
                .hasMessageEndingWith("No space left on device");
        Files.move(file, disk.path("/renamed"));
        Files.delete(disk.path("/renamed"));
    }

    @Test
    void refusesWithoutPermissionWhatChangesADirectoryOnly() throws IOException {
        Files.writeString(file, "content");
        disk.failFrom(0, Fault.NO_PERMISSION);
        assertThatThrownBy(() -> Files.delete(file)).isInstanceOf(AccessDeniedException.class);
        Files.writeString(file, "other", StandardOpenOption.WRITE);
    }

    @Test
    void showsAReplacementThatIsNotAtomicInItsTwoSteps() throws IOException {
        Files.writeString(file, "old");
        Path next = Files.writeString(disk.path("/next"), "new");
        disk.failFrom(1, Fault.STOPPED);
        assertThatThrownBy(() -> Files.move(next, file, StandardCopyOption.REPLACE_EXISTING))
                .isInstanceOf(FileSystemException.class);
        assertThat(file).doesNotExist();
        disk.restart();
        Files.writeString(file, "old");
        disk.failFrom(0, Fault.STOPPED);
        assertThatThrownBy(() ->
                        Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING))
                .isInstanceOf(FileSystemException.class);
        assertThat(file).hasContent("old");
    }

    @Test
    void givesALockToOneChannelUntilItIsClosedOrItsProcessIsGone() throws IOException {
        Files.createFile(file);
        try (FileChannel two = FileChannel.open(file, StandardOpenOption.WRITE)) {
            try (FileChannel one = FileChannel.open(file, StandardOpenOption.WRITE)) {
                one.lock();
                assertThatThrownBy(two::tryLock).isInstanceOf(OverlappingFileLockException.class);
            }
            assertThat(two.tryLock()).isNotNull();
        }
        FileChannel forgotten = FileChannel.open(file, StandardOpenOption.WRITE);
        forgotten.lock();
        disk.restart();
        try (FileChannel next = FileChannel.open(file, StandardOpenOption.WRITE)) {
            assertThat(next.tryLock()).isNotNull();
        }
    }
}
