package org.gridrollout.testkit.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is safe after which force, and what is not. */
class PowerLossTest {

    private static final List<Survival> MANY = LongStream.range(0, 100)
            .boxed()
            .flatMap(seed -> Stream.of(Survival.inOrder(seed), Survival.anyOrder(seed)))
            .toList();

    private final FaultyDisk disk = FaultyDisk.empty();
    private final Path root = disk.path("/");
    private final Path file = disk.path("/file");

    @Test
    void takesAFileWhoseNameWasNotSyncedAlthoughItsContentWas() throws IOException {
        force(Files.writeString(file, "content"));
        disk.losePower(Survival.nothing());
        assertThat(file).doesNotExist();
    }

    @Test
    void takesAContentThatWasNotForcedAlthoughItsNameWas() throws IOException {
        Files.writeString(file, "content");
        force(root);
        disk.losePower(Survival.nothing());
        assertThat(file).isEmptyFile();
    }

    @Test
    void sparesWhatWasForcedByContentAndName() throws IOException {
        force(Files.writeString(file, "content"));
        force(root);
        for (Survival each : MANY) {
            FaultyDisk other = disk.copy();
            other.losePower(each);
            assertThat(other.path("/file")).as("%s", each).hasContent("content");
        }
    }

    @Test
    void bringsBackWhatWasOverwrittenSinceTheLastForce() throws IOException {
        force(Files.writeString(file, "before"));
        force(root);
        Files.writeString(file, "after");
        assertThat(file).hasContent("after");
        disk.losePower(Survival.nothing());
        assertThat(file).hasContent("before");
    }

    @Test
    void bringsBackWhatWasDeletedUntilItsDirectoryIsSynced() throws IOException {
        force(Files.writeString(file, "content"));
        force(root);
        Files.delete(file);
        FaultyDisk unsynced = disk.copy();
        unsynced.losePower(Survival.nothing());
        assertThat(unsynced.path("/file")).hasContent("content");
        force(root);
        disk.losePower(Survival.nothing());
        assertThat(file).doesNotExist();
    }

    @Test
    void takesADirectoryWithAllInItUnlessItsOwnNameIsSynced() throws IOException {
        Path directory = Files.createDirectory(disk.path("/directory"));
        force(Files.writeString(directory.resolve("file"), "content"));
        force(directory);
        FaultyDisk unsynced = disk.copy();
        unsynced.losePower(Survival.nothing());
        assertThat(unsynced.path("/directory")).doesNotExist();
        force(root);
        disk.losePower(Survival.nothing());
        assertThat(directory.resolve("file")).hasContent("content");
    }

    @Test
    void takesLinksOfBothKindsUnlessTheyAreSynced() throws IOException {
        force(Files.writeString(file, "content"));
        force(root);
        Files.createLink(disk.path("/hard"), file);
        Files.createSymbolicLink(disk.path("/symbolic"), disk.path("file"));
        FaultyDisk unsynced = disk.copy();
        unsynced.losePower(Survival.nothing());
        assertThat(names(unsynced)).containsExactly("file");
        force(root);
        disk.losePower(Survival.nothing());
        assertThat(disk.path("/hard")).hasContent("content");
        assertThat(disk.path("/symbolic")).isSymbolicLink().hasContent("content");
    }

    @Test
    void leavesTheOldOrTheNewFileWhereOneIsRenamedOverTheOther() throws IOException {
        force(Files.writeString(file, "old"));
        force(Files.writeString(disk.path("/next"), "new"));
        force(root);
        Files.move(disk.path("/next"), file, StandardCopyOption.ATOMIC_MOVE);
        Set<String> seen = new HashSet<>();
        for (Survival each : MANY) {
            FaultyDisk other = disk.copy();
            other.losePower(each);
            seen.add(Files.readString(other.path("/file")) + " of " + names(other));
        }
        assertThat(seen).containsExactlyInAnyOrder("old of [file, next]", "new of [file]");
    }

    @Test
    void leavesOneNameOrBothWhereAFileIsRenamedIntoAnotherDirectory() throws IOException {
        Files.createDirectory(disk.path("/from"));
        Files.createDirectory(disk.path("/to"));
        force(Files.writeString(disk.path("/from/file"), "content"));
        force(disk.path("/from"));
        force(root);
        Files.move(disk.path("/from/file"), disk.path("/to/file"));
        Set<List<Boolean>> seen = new HashSet<>();
        for (Survival each : MANY) {
            FaultyDisk other = disk.copy();
            other.losePower(each);
            seen.add(List.of(Files.exists(other.path("/from/file")), Files.exists(other.path("/to/file"))));
        }
        assertThat(seen).containsExactlyInAnyOrder(List.of(true, false), List.of(true, true), List.of(false, true));
        force(disk.path("/from")); // its going is on the disk only together with its coming
        disk.losePower(Survival.nothing());
        assertThat(disk.path("/to/file")).hasContent("content");
        assertThat(disk.path("/from/file")).doesNotExist();
    }

    @Test
    void keepsLaterNamesWithoutEarlierOnesUnlessTheyComeInOrder() throws IOException {
        for (int i = 0; i < 6; i++) {
            Files.createFile(disk.path("/" + i));
        }
        Set<List<String>> seen = new HashSet<>();
        for (long seed = 0; seed < 100; seed++) {
            FaultyDisk inOrder = disk.copy();
            inOrder.losePower(Survival.inOrder(seed));
            List<String> kept = names(inOrder);
            assertThat(kept).isEqualTo(List.of("0", "1", "2", "3", "4", "5").subList(0, kept.size()));
            FaultyDisk anyOrder = disk.copy();
            anyOrder.losePower(Survival.anyOrder(seed));
            seen.add(names(anyOrder));
        }
        assertThat(seen).hasSizeGreaterThan(30).contains(List.of("1", "2", "4", "5"));
    }

    @Test
    void tearsContentsInPieces() throws IOException {
        byte[] content = new byte[4 * 512];
        Arrays.fill(content, (byte) 7);
        Files.write(file, content);
        force(root);
        Set<String> seen = new HashSet<>();
        for (Survival each : MANY) {
            FaultyDisk other = disk.copy();
            other.losePower(each);
            byte[] left = Files.readAllBytes(other.path("/file"));
            StringBuilder pieces = new StringBuilder();
            for (int at = 0; at < left.length; at += 512) {
                pieces.append(left[at]);
            }
            seen.add(pieces.toString());
        }
        assertThat(seen).contains("", "7777", "0007", "0707", "7").allMatch(each -> each.matches("[07]{0,4}"));
    }

    @Test
    void letsEveryNameSurviveWithoutContentIfAskedTo() throws IOException {
        Files.writeString(file, "content");
        disk.losePower(Survival.names());
        assertThat(file).isEmptyFile();
    }

    @Test
    void isSafeAtOnceForAFileOpenedToSyncEachWrite() throws IOException {
        Files.writeString(file, "content", StandardOpenOption.CREATE, StandardOpenOption.DSYNC);
        force(root);
        disk.losePower(Survival.nothing());
        assertThat(file).hasContent("content");
    }

    @Test
    void leavesTheDiskItWasCopiedFromAlone() throws IOException {
        Files.writeString(file, "content");
        FaultyDisk copy = disk.copy();
        copy.losePower(Survival.nothing());
        Files.writeString(copy.path("/other"), "content");
        assertThat(file).hasContent("content");
        assertThat(names(disk)).containsExactly("file");
    }

    @Test
    void endsLocksAndChannels() throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        channel.lock();
        force(root);
        disk.losePower(Survival.nothing());
        assertThatThrownBy(() -> channel.write(ByteBuffer.allocate(1))).isInstanceOf(ClosedChannelException.class);
        try (FileChannel next = FileChannel.open(file, StandardOpenOption.WRITE)) {
            assertThat(next.tryLock()).isNotNull();
        }
    }

    private static List<String> names(FaultyDisk disk) throws IOException {
        try (Stream<Path> files = Files.list(disk.path("/"))) {
            return files.map(each -> each.getFileName().toString()).sorted().toList();
        }
    }

    private static void force(Path path) throws IOException {
        StandardOpenOption option = Files.isDirectory(path) ? StandardOpenOption.READ : StandardOpenOption.WRITE;
        try (FileChannel channel = FileChannel.open(path, option)) {
            channel.force(true);
        }
    }
}
