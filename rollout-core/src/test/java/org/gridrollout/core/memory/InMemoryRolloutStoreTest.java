package org.gridrollout.core.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.gridrollout.api.InvalidValueException;
import org.gridrollout.api.store.ChangeId;
import org.gridrollout.api.store.IndexEntry;
import org.gridrollout.api.store.JournalEntry;
import org.gridrollout.api.store.StoreChange;
import org.gridrollout.api.store.StreamId;
import org.gridrollout.api.store.StreamWrite;
import org.junit.jupiter.api.Test;

/** What the contract in the testkit does not say; the contract runs there. */
class InMemoryRolloutStoreTest {

    private static final StreamId VOMS = new StreamId(StreamId.Kind.ROLLOUT, "voms-1");
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    private final InMemoryRolloutStore store = new InMemoryRolloutStore();

    @Test
    void refusesInstantsThatADatabaseWouldRound() {
        Instant fine = NOON.plusNanos(999);
        StreamWrite write = new StreamWrite(
                VOMS,
                0,
                "{}",
                new IndexEntry("", "", "", Optional.of(fine)),
                List.of(new JournalEntry("e", fine, NOON, "", "{}"), new JournalEntry("e", NOON, fine, "", "{}")));
        assertThatThrownBy(() -> store.commit(new StoreChange(ChangeId.of("c"), List.of(write), List.of())))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContainingAll("nextDue must be whole microseconds", "; at must be", "; recordedAt must be");
        assertThat(store.load(VOMS)).isEmpty();
        assertThat(store.holds(ChangeId.of("c"))).isFalse();
    }

    @Test
    void refusesALimitBelowOne() {
        assertThatThrownBy(() -> store.journal(0, 0)).isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> store.journal(VOMS, 0, -1)).isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> store.undelivered(0)).isInstanceOf(InvalidValueException.class);
    }
}
