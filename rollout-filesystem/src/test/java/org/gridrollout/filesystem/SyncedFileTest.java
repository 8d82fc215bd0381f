package org.gridrollout.filesystem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.gridrollout.filesystem.Aside.Step;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SyncedFileTest {

    private static final byte[] TEN = "0123456789".getBytes(StandardCharsets.US_ASCII);

    @TempDir
    private Path directory;

    private final Deque<Step> begun = new ArrayDeque<>();
    private final List<Long> syncedAt = new ArrayList<>();
    private FileChannel channel;
    private SyncedFile file;

    @BeforeEach
    void create() throws IOException {
        Path path = directory.resolve("index");
        channel = FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        file = new SyncedFile(channel, () -> syncedAt.add(channel.size()), begun::add, 25);
    }

    @Test
    void isSyncedOnceItIsClosed() throws IOException {
        file.write(TEN);
        assertThat(begun).isEmpty();
        file.close();
        file.close();
        takeAll();
        assertThat(syncedAt).containsExactly(10L);
        assertThat(channel.isOpen()).isFalse();
        assertThat(Files.readAllBytes(directory.resolve("index"))).isEqualTo(TEN);
    }

    @Test
    void isSyncedAsItGrows() throws IOException {
        for (int i = 0; i < 6; i++) {
            file.write(TEN);
            takeAll();
        }
        file.close();
        takeAll();
        assertThat(syncedAt).containsExactly(30L, 60L, 60L);
    }

    @Test
    void isSyncedByOneAtATimeAsItGrows() throws IOException {
        for (int i = 0; i < 9; i++) {
            file.write(TEN);
        }
        assertThat(begun).hasSize(1);
        takeAll();
        file.write('0');
        assertThat(begun).hasSize(1);
    }

    @Test
    void isNotMissedWhereItWasClosedSooner() throws IOException {
        file = new SyncedFile(
                channel,
                () -> {
                    channel.force(true);
                    syncedAt.add(channel.size());
                },
                begun::addFirst,
                25);
        file.write(new byte[30]);
        file.close();
        takeAll(); // the last one first
        assertThat(syncedAt).containsExactly(30L);
    }

    @Test
    void saysWhatFailedAsItGrew() throws IOException {
        file = new SyncedFile(
                channel,
                () -> {
                    throw new IOException("input/output error");
                },
                begun::add,
                25);
        file.write(new byte[30]);
        assertThatThrownBy(this::takeAll).hasMessage("input/output error");
        file.close();
    }

    @Test
    void failsWhereItsLastSyncFindsItClosed() throws IOException {
        file = new SyncedFile(channel, () -> channel.force(true), begun::add, 25);
        file.write(TEN);
        channel.close(); // as by a thread's interruption
        file.close();
        assertThatThrownBy(this::takeAll).isInstanceOf(ClosedChannelException.class);
    }

    private void takeAll() throws IOException {
        while (!begun.isEmpty()) {
            begun.remove().take();
        }
    }
}
