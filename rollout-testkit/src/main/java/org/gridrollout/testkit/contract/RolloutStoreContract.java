package org.gridrollout.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gridrollout.testkit.contract.Changes.NOON;
import static org.gridrollout.testkit.contract.Changes.index;
import static org.gridrollout.testkit.contract.Changes.newId;
import static org.gridrollout.testkit.contract.Changes.notice;
import static org.gridrollout.testkit.contract.Changes.write;

import java.util.List;
import org.gridrollout.api.spi.RolloutStore;
import org.gridrollout.api.store.CommitResult.Stored;
import org.gridrollout.api.store.JournalRecord;
import org.gridrollout.api.store.Snapshot;
import org.gridrollout.api.store.StoreChange;
import org.gridrollout.api.store.StreamWrite;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * What every {@link RolloutStore} does. A backend's author extends this class and gives a fixture:
 *
 * <pre>{@code
 * class RedisRolloutStoreTest extends RolloutStoreContract {
 *     @Override
 *     protected StoreFixture fixture() {
 *         return StoreFixture.of(() -> new RedisRolloutStore(server));
 *     }
 * }
 * }</pre>
 */
@Timeout(180)
public abstract class RolloutStoreContract extends StoreConcurrencyContract {

    /** For subclasses. */
    protected RolloutStoreContract() {}

    @Test
    void keepsEverythingOverAReopening() {
        StoreChange first = new StoreChange(
                newId(),
                List.of(new StreamWrite(VOMS, 0, "one", index("GOOD", "voms", "el9/x86_64", NOON), Changes.entries(3))),
                List.of(notice("a"), notice("b")));
        stored(first);
        stored(Changes.of(write(FTS, 0, "fts", 2)));
        store.markDelivered(List.of("a"));
        List<JournalRecord> journal = wholeJournal();

        store = fixture.reopen(store);

        assertThat(store.load(VOMS)).contains(new Snapshot(VOMS, 1, "one"));
        assertThat(wholeJournal()).isEqualTo(journal).hasSize(5);
        assertThat(store.holds(first.id())).isTrue();
        assertThat(store.commit(first)).isEqualTo(new Stored(3));
        assertThat(store.undelivered(10)).containsExactly(notice("b"));
        assertThat(store.latestInstant()).contains(NOON);
        assertThat(names(query().addStates("GOOD")
                        .product("voms")
                        .platform("el9/x86_64")
                        .dueBy(NOON)
                        .build()))
                .containsExactly("voms-1");
        assertThat(store.commit(Changes.of(write(VOMS, 1, "two", 1)))).isEqualTo(new Stored(6));
    }

    @Test
    void keepsStoresApart() {
        RolloutStore other = fixture.fresh();
        stored(Changes.telling(write(VOMS, 0, "one", 1), notice("a")));
        assertThat(other.load(VOMS)).isEmpty();
        assertThat(other.journal(0, 10)).isEmpty();
        assertThat(other.undelivered(10)).isEmpty();
        assertThat(store.load(VOMS)).isPresent();
        assertThat(wholeJournal()).hasSize(1);
    }
}
