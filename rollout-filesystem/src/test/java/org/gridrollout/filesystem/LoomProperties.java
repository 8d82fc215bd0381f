package org.gridrollout.filesystem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.atomic.AtomicBoolean;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class LoomProperties {

    @Property(tries = 100)
    void everyStrandIsWovenToItsEndByOneThreadAtATime(
            @ForAll @Size(max = 5) List<@IntRange(min = 1, max = 60) Integer> lengths,
            @ForAll("workers") Workers workers)
            throws IOException {
        List<Counting> strands = lengths.stream().map(Counting::new).toList();
        workers.weave(strands);
        for (Counting each : strands) {
            assertThat(each.done).isEqualTo(each.length);
            assertThat(each.met).isFalse();
        }
    }

    @Property(tries = 100)
    void aThreadGoesOnWithTheStrandThatHasMostLeft(
            @ForAll @Size(min = 1, max = 5) List<@IntRange(min = 1, max = 20) Integer> lengths) throws IOException {
        List<Counting> strands = new ArrayList<>();
        for (int length : lengths) {
            strands.add(new Counting(length) {
                @Override
                public boolean goOn() throws IOException {
                    assertThat(strands).allMatch(each -> each.left() <= left());
                    return super.goOn();
                }
            });
        }
        new Loom(strands).weave();
        assertThat(strands).allMatch(each -> each.left() == 0);
    }

    @Property(tries = 60)
    void aStrandThatFailsEndsTheOthersAndIsTold(
            @ForAll("workers") Workers workers, @ForAll @IntRange(max = 40) int good) {
        Counting failing = new Counting(good + 1) {
            @Override
            public boolean goOn() throws IOException {
                super.goOn();
                if (left() == 0) {
                    throw new IOException("no space left on device");
                }
                return true;
            }
        };
        Counting longer = new Counting(1_000_000) {
            @Override
            public long left() {
                return 0; // or nobody would come to the one that fails
            }
        };
        assertThatThrownBy(() -> workers.weave(List.of(longer, failing)))
                .isInstanceOf(IOException.class)
                .hasMessage("no space left on device");
        assertThat(failing.done).isEqualTo(good + 1);
        assertThat(longer.atWork).isFalse();
        assertThat(longer.done).isLessThan(longer.length);
    }

    @Provide
    Arbitrary<Workers> workers() {
        return Arbitraries.of(
                new Workers(Runnable::run, 3),
                new Workers(work -> {}, 3),
                new Workers(ForkJoinPool.commonPool(), 1),
                new Workers(work -> new Thread(work).start(), 4));
    }

    /** Of so many pieces. */
    private static class Counting implements Strand {

        private final int length;
        private final AtomicBoolean atWork = new AtomicBoolean();
        private int done;
        private boolean met;

        Counting(int length) {
            this.length = length;
        }

        @Override
        public boolean goOn() throws IOException {
            met |= !atWork.compareAndSet(false, true);
            done++;
            Thread.yield();
            atWork.set(false);
            return done < length;
        }

        @Override
        public long left() {
            return length - done;
        }
    }
}
