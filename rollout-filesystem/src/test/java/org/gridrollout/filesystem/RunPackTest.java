package org.gridrollout.filesystem;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.gridrollout.api.software.Sha256;
import org.gridrollout.filesystem.RunPack.Place;
import org.gridrollout.filesystem.yum.Digests;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunPackTest {

    private static final int LARGE = 3 << 20;

    private final Path directory =
            Jimfs.newFileSystem(Configuration.unix()).getPath("/cache").resolve("packs");
    private final RunPack pack = new RunPack(directory);

    @Test
    void hasNothingThatWasReadOnce() throws IOException {
        read("one");
        assertThat(pack.find(key("one"))).isEmpty();
        assertThat(directory).doesNotExist();
    }

    @Test
    void hasWhatWasReadTwice() throws IOException {
        for (int time = 0; time < 3; time++) {
            read("one");
            read("another");
        }
        assertThat(content("one")).isEqualTo("one");
        assertThat(content("another")).isEqualTo("another");
        assertThat(pack.find(key("one")).orElseThrow().offset()).isZero();
        assertThat(pack.find(key("another")).orElseThrow().offset()).isEqualTo(3); // each was copied once
    }

    @Test
    void copiesNoMoreThanItIsTold() throws IOException {
        byte[] longer = "one and more".getBytes(StandardCharsets.UTF_8);
        pack.wasRead(key("one"), longer, 3);
        pack.wasRead(key("one"), longer, 3);
        assertThat(content("one")).isEqualTo("one");
    }

    @Test
    void leavesNoFile() throws IOException {
        twice("one");
        try (Stream<Path> files = Files.list(directory)) {
            assertThat(files).isEmpty();
        }
    }

    @Test
    void leavesNoFileOnARealDiskEither(@TempDir Path real) throws IOException {
        RunPack there = new RunPack(real);
        there.wasRead(key("one"), bytes("one"), 3);
        there.wasRead(key("one"), bytes("one"), 3);
        ByteBuffer found = ByteBuffer.allocate(3);
        there.find(key("one")).orElseThrow().read(found, 0);
        assertThat(found.array()).isEqualTo(bytes("one"));
        try (Stream<Path> files = Files.list(real)) {
            assertThat(files).isEmpty();
        }
    }

    @Test
    void hasNothingThatIsForgotten() throws IOException {
        twice("one");
        twice("another");
        pack.forget(key("one"));
        assertThat(pack.find(key("one"))).isEmpty();
        assertThat(content("another")).isEqualTo("another");
        twice("one");
        assertThat(content("one")).isEqualTo("one");
    }

    @Test
    void beginsAnewWhenMostOfItIsForgotten() throws IOException {
        twice("kept");
        for (int i = 0; i < 2; i++) {
            pack.wasRead(key("large"), new byte[LARGE], LARGE);
        }
        pack.forget(key("large"));
        assertThat(pack.find(key("kept"))).isEmpty();
        twice("kept");
        assertThat(pack.find(key("kept")).orElseThrow().offset()).isZero();
        assertThat(content("kept")).isEqualTo("kept");
    }

    @Test
    void beginsAnewWhenItsFileIsClosed() throws IOException {
        twice("one");
        Objects.requireNonNull(pack.find(key("one")).orElseThrow().channel()).close(); // as by a thread's interruption
        twice("another");
        assertThat(pack.find(key("one"))).isEmpty();
        twice("another");
        assertThat(content("another")).isEqualTo("another");
    }

    @Test
    void isDoneWithoutWhereNoFileCanBeMade() throws IOException {
        Files.createDirectories(directory.resolveSibling(""));
        Files.createFile(directory);
        twice("one");
        assertThat(pack.find(key("one"))).isEmpty();
    }

    private void twice(String content) {
        read(content);
        read(content);
    }

    private void read(String content) {
        byte[] bytes = bytes(content);
        pack.wasRead(key(content), bytes, bytes.length);
    }

    private String content(String of) throws IOException {
        Optional<Place> place = pack.find(key(of));
        ByteBuffer bytes = ByteBuffer.allocate(100);
        bytes.limit(place.orElseThrow().length());
        place.orElseThrow().read(bytes, 0);
        return new String(Arrays.copyOf(bytes.array(), bytes.position()), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String content) {
        return content.getBytes(StandardCharsets.UTF_8);
    }

    private static Sha256 key(String content) {
        return Digests.of(bytes(content));
    }
}
