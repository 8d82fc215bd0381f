package org.gridrollout.filesystem;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.gridrollout.api.software.Sha256;
import org.gridrollout.filesystem.yum.Digests;
import org.gridrollout.filesystem.yum.IndexKind;
import org.gridrollout.filesystem.yum.Member;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class RunMemoryTest {

    private static final IndexKind KIND = IndexKind.PRIMARY;

    private final RunMemory memory = new RunMemory(10);

    @Test
    void hasNothingThatWasReadOnce() {
        read("one");
        assertThat(content("one")).isEmpty();
    }

    @Test
    void hasWhatWasReadTwice() {
        twice("one");
        twice("other");
        assertThat(content("one")).contains("one");
        assertThat(content("other")).contains("other");
    }

    @Test
    void tellsIndexesApart() {
        twice("one");
        assertThat(memory.find(key("one"), IndexKind.OTHER)).isEmpty();
    }

    @Test
    void doesNotMindThatTheReadersMemoryIsUsedAgain() {
        byte[] used = "<one>".getBytes(StandardCharsets.UTF_8);
        memory.wasRead(key("one"), KIND, new Member(used, 1, 1, 2));
        memory.wasRead(key("one"), KIND, new Member(used, 1, 1, 2));
        Arrays.fill(used, (byte) 0);
        assertThat(content("one")).contains("one");
    }

    @Test
    void keepsNoMoreThanItMay() {
        twice("seven b");
        twice("four");
        twice("two");
        assertThat(content("seven b")).isPresent();
        assertThat(content("four")).isEmpty();
        assertThat(content("two")).isPresent();
    }

    @Test
    void hasRoomAgainForWhatIsForgotten() {
        twice("seven b");
        memory.forget(key("seven b"));
        assertThat(content("seven b")).isEmpty();
        twice("seven c");
        assertThat(content("seven c")).isPresent();
    }

    @Test
    void countsWhatIsForgottenFromItsFirstReadingOn() {
        read("one");
        memory.forget(key("one"));
        read("one");
        assertThat(content("one")).isEmpty();
    }

    @Test
    @Timeout(60)
    void hasRoomAgainForWhatTheVirtualMachineTookBack() throws InterruptedException {
        twice("seven b");
        runShortOfMemory();
        while (content("seven c").isEmpty()) { // it says so some time after
            twice("seven c");
            TimeUnit.MILLISECONDS.sleep(1);
        }
        assertThat(content("seven b")).isEmpty();
    }

    @Test
    void copiesAtOnceWhatTheVirtualMachineTookBack() {
        twice("seven b");
        runShortOfMemory();
        assertThat(content("seven b")).isEmpty();
        read("seven b");
        assertThat(content("seven b")).isPresent();
        twice("two");
        assertThat(content("two")).isPresent(); // so it was counted once
    }

    private void twice(String content) {
        read(content);
        read(content);
    }

    private void read(String content) {
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        memory.wasRead(key(content), KIND, new Member(bytes, 0, 1, bytes.length - 1));
    }

    private Optional<String> content(String of) {
        return memory.find(key(of), KIND)
                .map(each ->
                        new String(each.bytes(), each.offset(), each.closed() + each.open(), StandardCharsets.UTF_8));
    }

    private static Sha256 key(String content) {
        return Digests.of(content.getBytes(StandardCharsets.UTF_8));
    }

    /** Before it fails to give memory, a virtual machine takes back all that is softly held. */
    private static void runShortOfMemory() {
        try {
            Object[] unavailable = new Object[64];
            for (int i = 0; i < unavailable.length; i++) {
                unavailable[i] = new long[Integer.MAX_VALUE - 8];
            }
            throw new AssertionError("there was memory for " + unavailable.length + " times 16 GiB");
        } catch (OutOfMemoryError e) {
            assertThat(e).hasMessageContaining("heap");
        }
    }
}
