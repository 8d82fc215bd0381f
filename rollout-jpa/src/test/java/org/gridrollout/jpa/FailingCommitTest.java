package org.gridrollout.jpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.RollbackException;
import java.sql.SQLException;
import java.util.List;
import org.gridrollout.api.store.ChangeId;
import org.gridrollout.api.store.CommitResult.Stored;
import org.gridrollout.api.store.IndexEntry;
import org.gridrollout.api.store.StoreChange;
import org.gridrollout.api.store.StoreException;
import org.gridrollout.api.store.StreamId;
import org.gridrollout.api.store.StreamWrite;
import org.gridrollout.api.store.UnknownOutcomeException;
import org.gridrollout.jpa.FailingFactory.Moment;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FailingCommitTest {

    private static final StreamId VOMS = new StreamId(StreamId.Kind.ROLLOUT, "voms-1");
    private static final StoreChange CHANGE = new StoreChange(
            ChangeId.of("change-1"), List.of(new StreamWrite(VOMS, 0, "b", IndexEntry.NONE, List.of())), List.of());

    private final HostDatabase database = HostDatabase.inMemory();
    private final EntityManagerFactory real = database.open();

    @BeforeEach
    void prepare() {
        RolloutSchema.h2().create(real);
    }

    @AfterEach
    void close() {
        real.close();
        database.close();
    }

    private FailingFactory failing(Moment moment, String state, int times) {
        SQLException said = new SQLException("as told", state);
        return new FailingFactory(real, moment, new RollbackException("commit failed", said), times);
    }

    @ParameterizedTest
    @ValueSource(strings = {"08006", "08007", "40003", "58030", "HY000"})
    void ofUnknownOutcomeThatWasKeptSaysSoAndCanBeAskedFor(String state) {
        JpaRolloutStore store =
                JpaRolloutStore.on(failing(Moment.AFTER_IT_WAS_DONE, state, 1).factory());
        assertThatThrownBy(() -> store.commit(CHANGE))
                .isInstanceOfSatisfying(
                        UnknownOutcomeException.class,
                        e -> assertThat(e.change()).isEqualTo(CHANGE.id()));
        assertThat(store.holds(CHANGE.id())).isTrue();
        assertThat(store.commit(CHANGE)).isEqualTo(new Stored(0));
        assertThat(store.load(VOMS).orElseThrow().revision()).isEqualTo(1);
    }

    @Test
    void ofUnknownOutcomeThatWasLostSaysSoAndCanBeDoneAgain() {
        JpaRolloutStore store =
                JpaRolloutStore.on(failing(Moment.BEFORE_IT_IS_DONE, "08006", 1).factory());
        assertThatThrownBy(() -> store.commit(CHANGE)).isInstanceOf(UnknownOutcomeException.class);
        assertThat(store.holds(CHANGE.id())).isFalse();
        assertThat(store.commit(CHANGE)).isEqualTo(new Stored(0));
        assertThat(store.load(VOMS).orElseThrow().revision()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"40001", "40P01", "HYT00", "55P03"})
    void thatLostToAnotherIsTriedAgain(String state) {
        FailingFactory failing = failing(Moment.BEFORE_IT_IS_DONE, state, 3);
        assertThat(JpaRolloutStore.on(failing.factory()).commit(CHANGE)).isEqualTo(new Stored(0));
        assertThat(failing.begun).hasValue(4);
        assertThat(JpaRolloutStore.on(real).load(VOMS).orElseThrow().revision()).isEqualTo(1);
    }

    @Test
    void thatAlwaysLosesIsGivenUpAndKeepsNothing() {
        FailingFactory failing = failing(Moment.BEFORE_IT_IS_DONE, "40001", Integer.MAX_VALUE);
        JpaRolloutStore store = JpaRolloutStore.on(failing.factory());
        assertThatThrownBy(() -> store.commit(CHANGE))
                .isInstanceOf(StoreException.class)
                .isNotInstanceOf(UnknownOutcomeException.class)
                .hasMessageContaining("30 tries")
                .hasRootCauseMessage("as told");
        assertThat(failing.begun).hasValue(30);
        assertThat(JpaRolloutStore.on(real).holds(CHANGE.id())).isFalse();
    }

    @Test
    void ofAReadIsNoUnknownOutcome() {
        JpaRolloutStore store =
                JpaRolloutStore.on(failing(Moment.BEFORE_IT_IS_DONE, "08006", 1).factory());
        assertThatThrownBy(() -> store.load(VOMS))
                .isInstanceOf(StoreException.class)
                .isNotInstanceOf(UnknownOutcomeException.class)
                .hasMessageContaining("as told");
    }
}
