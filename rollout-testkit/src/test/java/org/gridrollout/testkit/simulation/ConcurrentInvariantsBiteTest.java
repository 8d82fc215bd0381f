package org.gridrollout.testkit.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.gridrollout.api.publication.ChangeSet;
import org.gridrollout.api.publication.ChangeSetId;
import org.gridrollout.api.software.Nevra;
import org.gridrollout.api.spi.PackageRepository;
import org.gridrollout.api.spi.RolloutStore;
import org.gridrollout.api.store.Snapshot;
import org.gridrollout.api.store.StoreChange;
import org.gridrollout.api.store.StreamWrite;
import org.junit.jupiter.api.Test;

/** Invariant 13 finds backends that do not hold it; the seeds are fixed, so that it finds them every time. */
class ConcurrentInvariantsBiteTest {

    private static final int RUNS = 5;

    @Test
    void storeThatForgetsToCompareBeforeItSetsLosesUpdates() {
        Trial trial = new Trial(() -> forgetful(sound().store()), () -> sound().repository());
        assertThat(failures(trial::invariant13_noUpdateIsLost)).isPositive();
        assertThat(failures(trial::invariant13_someSerialOrderExplainsWhatSeveralEnginesDid))
                .isPositive();
    }

    @Test
    void repositoryThatForgetsWhatItPublishedPublishesTwice() {
        Trial trial = new Trial(() -> sound().store(), () -> forgetful(sound().repository()));
        assertThat(failures(trial::invariant13_nothingIsPublishedTwiceAndRepositoriesOfferWhatTheStoreSays))
                .isPositive();
    }

    @Test
    void soundOnesPass() {
        Trial trial = new Trial(() -> sound().store(), () -> sound().repository());
        assertThat(failures(trial::invariant13_noUpdateIsLost)).isZero();
        assertThat(failures(trial::invariant13_nothingIsPublishedTwiceAndRepositoriesOfferWhatTheStoreSays))
                .isZero();
    }

    private interface Invariant {
        void check(Grid setting, List<List<Action>> lists, long seed);
    }

    private static long failures(Invariant invariant) {
        return IntStream.range(0, RUNS)
                .filter(seed -> catchThrowable(() -> invariant.check(Grid.SIMPLE, lists(seed), seed)) != null)
                .count();
    }

    private static List<List<Action>> lists(long seed) {
        Random random = new Random(seed);
        List<List<Action>> lists = new ArrayList<>();
        for (int engine = 0; engine < 3; engine++) {
            lists.add(IntStream.range(0, 12)
                    .mapToObj(each -> new Action(Action.Kind.LEAD_ON, random.nextInt(6), random.nextInt(300)))
                    .toList());
        }
        return lists;
    }

    private static Backends sound() {
        return new InMemoryRolloutProperties().backends();
    }

    private static final class Trial extends ConcurrentInvariants {

        private final Supplier<RolloutStore> stores;
        private final Supplier<PackageRepository> repositories;

        Trial(Supplier<RolloutStore> stores, Supplier<PackageRepository> repositories) {
            this.stores = stores;
            this.repositories = repositories;
        }

        @Override
        protected Backends backends() {
            RolloutStore store = stores.get();
            PackageRepository repository = repositories.get();
            return new Backends() {
                @Override
                public RolloutStore store() {
                    return store;
                }

                @Override
                public PackageRepository repository() {
                    return repository;
                }

                @Override
                public byte[] packageFile(Nevra nevra) {
                    return sound().packageFile(nevra);
                }
            };
        }
    }

    /** Takes every write for one that was made from what is there now. */
    private static RolloutStore forgetful(RolloutStore store) {
        return changing(RolloutStore.class, store, arguments -> {
            if (arguments.length == 1 && arguments[0] instanceof StoreChange change) {
                List<StreamWrite> writes = change.writes().stream()
                        .map(each -> new StreamWrite(
                                each.stream(),
                                store.load(each.stream())
                                        .map(Snapshot::revision)
                                        .orElse(0L),
                                each.body(),
                                each.index(),
                                each.entries()))
                        .toList();
                arguments[0] = new StoreChange(change.id(), writes, change.notices());
            }
            return arguments;
        });
    }

    /** Publishes a change set as often as it is asked to, since each time it takes it for another one. */
    private static PackageRepository forgetful(PackageRepository repository) {
        AtomicInteger times = new AtomicInteger();
        return changing(PackageRepository.class, repository, arguments -> {
            if (arguments.length == 2 && arguments[0] instanceof ChangeSet change) {
                arguments[0] = new ChangeSet(
                        ChangeSetId.of(change.id() + ":" + times.incrementAndGet()),
                        change.stage(),
                        change.platform(),
                        change.add(),
                        change.remove());
            }
            return arguments;
        });
    }

    private static <T> T changing(Class<T> type, T object, UnaryOperator<Object[]> arguments) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (proxy, method, given) -> {
                    try {
                        return method.invoke(object, given == null ? null : arguments.apply(given));
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }
}
