package org.gridrollout.filesystem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ForkJoinPool;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class RelayProperties {

    @Property(tries = 60)
    void everyStationTakesTheWholeStreamInItsOrder(
            @ForAll("lengths") int length,
            @ForAll("workers") Workers workers,
            @ForAll @IntRange(min = 1, max = 4) int stations)
            throws IOException {
        byte[] content = content(length);
        List<ByteArrayOutputStream> taken = new ArrayList<>();
        for (int i = 0; i < stations; i++) {
            taken.add(new ByteArrayOutputStream());
        }
        new Relay(stationsInto(taken), workers).pass(new ByteArrayInputStream(content));
        taken.forEach(each -> assertThat(each.toByteArray()).isEqualTo(content));
    }

    @Property(tries = 30)
    void aStationThatFailsEndsItAndIsTold(@ForAll("workers") Workers workers, @ForAll @IntRange(max = 40) int good) {
        byte[] content = content(3_000_000);
        int[] count = {0};
        Relay relay = new Relay(
                List.of((bytes, length) -> {}, (bytes, length) -> {
                    if (count[0]++ == good) {
                        throw new IOException("no space left on device");
                    }
                }),
                workers);
        assertThatThrownBy(() -> relay.pass(new ByteArrayInputStream(content)))
                .isInstanceOf(IOException.class)
                .hasMessage("no space left on device");
        assertThat(count[0]).isEqualTo(good + 1);
    }

    @Property(tries = 30)
    void aStreamThatFailsEndsItAndIsTold(
            @ForAll("workers") Workers workers, @ForAll @IntRange(max = 2_000_000) int good) {
        InputStream broken = new InputStream() {
            private int left = good;

            @Override
            public int read() throws IOException {
                if (left == 0) {
                    throw new IOException("connection reset");
                }
                left--;
                return 7;
            }
        };
        Relay relay = new Relay(List.of((bytes, length) -> {}, (bytes, length) -> {}), workers);
        assertThatThrownBy(() -> relay.pass(broken)).hasMessageContaining("connection reset");
    }

    @Example
    void leavesNothingInTheQueueOfAHostThatNeverComesToIt() throws IOException, InterruptedException {
        List<Runnable> queue = new ArrayList<>();
        WeakReference<Relay> relay = passedOnce(queue);
        for (int i = 0; i < 200 && relay.get() != null; i++) {
            System.gc();
            Thread.sleep(20);
        }
        assertThat(queue).hasSize(1);
        assertThat(relay.get()).isNull();
        queue.forEach(Runnable::run);
    }

    private static WeakReference<Relay> passedOnce(List<Runnable> queue) throws IOException {
        Relay relay = new Relay(List.of((bytes, length) -> {}), new Workers(queue::add, 1));
        relay.pass(new ByteArrayInputStream(content(1_000_000)));
        return new WeakReference<>(relay);
    }

    @Provide
    Arbitrary<Integer> lengths() {
        return Arbitraries.oneOf(
                Arbitraries.of(0, 1, 65_535, 65_536, 65_537, 131_072, 786_432, 851_968),
                Arbitraries.integers().between(0, 3_000_000));
    }

    @Provide
    Arbitrary<Workers> workers() {
        return Arbitraries.of(
                new Workers(ForkJoinPool.commonPool(), 1),
                new Workers(work -> new Thread(work).start(), 1),
                new Workers(Runnable::run, 1),
                new Workers(work -> {}, 1));
    }

    private static List<Relay.Station> stationsInto(List<ByteArrayOutputStream> taken) {
        List<Relay.Station> stations = new ArrayList<>();
        taken.forEach(each -> stations.add((bytes, length) -> each.write(bytes, 0, length)));
        return stations;
    }

    private static byte[] content(int length) {
        byte[] content = new byte[length];
        new Random(length).nextBytes(content);
        return content;
    }
}
