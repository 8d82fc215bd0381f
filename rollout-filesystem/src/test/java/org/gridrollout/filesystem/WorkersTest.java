package org.gridrollout.filesystem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Timeout(30)
class WorkersTest {

    private static final List<Integer> ITEMS = IntStream.range(0, 100).boxed().toList();

    static Stream<Executor> executors() {
        Executor refusing = work -> {
            throw new RejectedExecutionException("shut down");
        };
        return Stream.of(ForkJoinPool.commonPool(), Runnable::run, work -> {}, refusing);
    }

    @ParameterizedTest
    @MethodSource("executors")
    void doEveryItemOnceWhetherAnyoneHelpsOrNot(Executor executor) throws IOException {
        AtomicIntegerArray times = new AtomicIntegerArray(ITEMS.size());
        new Workers(executor, 3).forEach(ITEMS, times::incrementAndGet);
        for (int each : ITEMS) {
            assertThat(times.get(each)).isOne();
        }
    }

    @ParameterizedTest
    @MethodSource("executors")
    void tellWhatFailed(Executor executor) {
        assertThatThrownBy(() -> new Workers(executor, 3).forEach(ITEMS, item -> {
                    if (item == 50) {
                        throw new IOException("item 50");
                    }
                }))
                .isInstanceOf(IOException.class)
                .hasMessage("item 50");
    }

    @Test
    void tellWhatNobodyMayThrow() {
        assertThatThrownBy(() -> new Workers(ForkJoinPool.commonPool(), 3).forEach(ITEMS, item -> {
                    WorkersTest.<RuntimeException>throwAnyway(new TimeoutException("item " + item));
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasCauseInstanceOf(TimeoutException.class);
    }

    @SuppressWarnings("unchecked")
    private static <T extends Throwable> void throwAnyway(Throwable checked) throws T {
        throw (T) checked;
    }

    @Test
    void leaveNothingInTheQueueOfAHostThatNeverComesToIt() throws IOException {
        List<Runnable> queue = new ArrayList<>();
        WeakReference<Object> item = workedOn(queue);
        for (int i = 0; i < 200 && item.get() != null; i++) {
            System.gc();
            pause(20);
        }
        assertThat(queue).hasSize(1);
        assertThat(item.get()).isNull();
        queue.forEach(Runnable::run);
    }

    private static WeakReference<Object> workedOn(List<Runnable> queue) throws IOException {
        Object large = new Object();
        new Workers(queue::add, 3).forEach(List.of(large, large), item -> {});
        return new WeakReference<>(large);
    }

    @Test
    void workAtOnce() throws IOException {
        CountDownLatch bothAtWork = new CountDownLatch(2);
        new Workers(work -> new Thread(work).start(), 1).forEach(List.of(1, 2), item -> {
            bothAtWork.countDown();
            try {
                assertThat(bothAtWork.await(20, TimeUnit.SECONDS)).isTrue();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    @Test
    void returnFromAFailureOnlyWhenNobodyIsAtWorkAnyMore() {
        AtomicIntegerArray ended = new AtomicIntegerArray(1);
        CountDownLatch begun = new CountDownLatch(1);
        assertThatThrownBy(() -> new Workers(work -> new Thread(work).start(), 1).forEach(List.of(1, 2), item -> {
                    try {
                        if (item == 1) {
                            assertThat(begun.await(20, TimeUnit.SECONDS)).isTrue();
                            throw new IOException("one failed");
                        }
                        begun.countDown();
                        Thread.sleep(100);
                        ended.set(0, 1);
                    } catch (InterruptedException e) {
                        throw new IllegalStateException(e);
                    }
                }))
                .hasMessage("one failed");
        assertThat(ended.get(0)).isOne();
    }

    @ParameterizedTest
    @MethodSource("executors")
    void doAllThatIsBesideTheCallersOwn(Executor executor) throws IOException {
        AtomicIntegerArray times = new AtomicIntegerArray(2);
        String result = new Workers(executor, 3).beside(aside -> {
            aside.begin(() -> times.incrementAndGet(0));
            aside.begin(() -> times.incrementAndGet(1));
            return "done";
        });
        assertThat(result).isEqualTo("done");
        assertThat(times.get(0)).isOne();
        assertThat(times.get(1)).isOne();
    }

    @Test
    void onTheCallersThreadDoAtOnceWhatIsBegun() throws IOException {
        List<String> order = new ArrayList<>();
        new Workers(Runnable::run, 1).beside(aside -> {
            aside.begin(() -> order.add("first"));
            aside.begin(() -> order.add("second"));
            return order.add("own");
        });
        assertThat(order).containsExactly("first", "second", "own");
    }

    @Test
    void begunPiecesGoOnAtOnceHoweverFewThreadsCompute() throws IOException {
        CountDownLatch allAtWork = new CountDownLatch(5);
        new Workers(work -> new Thread(work).start(), 0).beside(aside -> {
            for (int i = 0; i < 4; i++) {
                aside.begin(() -> {
                    allAtWork.countDown();
                    await(allAtWork);
                });
            }
            allAtWork.countDown();
            await(allAtWork);
            return "done";
        });
    }

    @ParameterizedTest
    @MethodSource("executors")
    void tellWhatFailedBesideTheCallersOwn(Executor executor) {
        assertThatThrownBy(() -> new Workers(executor, 3).beside(aside -> {
                    aside.begin(() -> {
                        throw new IOException("beside");
                    });
                    return "done";
                }))
                .isInstanceOf(IOException.class)
                .hasMessage("beside");
    }

    @Test
    void beginNoMoreAfterAFailure() {
        AtomicIntegerArray begun = new AtomicIntegerArray(1);
        assertThatThrownBy(() -> new Workers(Runnable::run, 1).beside(aside -> {
                    aside.begin(() -> {
                        throw new IOException("first");
                    });
                    aside.begin(() -> begun.set(0, 1));
                    return "done";
                }))
                .hasMessage("first");
        assertThat(begun.get(0)).isZero();
    }

    @ParameterizedTest
    @MethodSource("executors")
    void tellWhatFailedOfTheCallersOwn(Executor executor) {
        assertThatThrownBy(() -> new Workers(executor, 3).beside(aside -> {
                    aside.begin(() -> {});
                    throw new IOException("own");
                }))
                .isInstanceOf(IOException.class)
                .hasMessage("own");
    }

    @Test
    void waitOnThroughAnInterruptionWhichTheCallerThenFinds() throws IOException {
        AtomicIntegerArray ended = new AtomicIntegerArray(1);
        CountDownLatch begun = new CountDownLatch(1);
        new Workers(work -> new Thread(work).start(), 1).beside(aside -> {
            aside.begin(() -> {
                begun.countDown();
                pause(100);
                ended.set(0, 1);
            });
            await(begun);
            Thread.currentThread().interrupt();
            return "done";
        });
        assertThat(ended.get(0)).isOne();
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void returnFromTheirOwnFailureOnlyWhenNobodyBesideIsAtWorkAnyMore() {
        AtomicIntegerArray ended = new AtomicIntegerArray(1);
        CountDownLatch begun = new CountDownLatch(1);
        assertThatThrownBy(() -> new Workers(work -> new Thread(work).start(), 1).beside(aside -> {
                    aside.begin(() -> {
                        begun.countDown();
                        pause(100);
                        ended.set(0, 1);
                    });
                    await(begun);
                    throw new IOException("own");
                }))
                .hasMessage("own");
        assertThat(ended.get(0)).isOne();
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
