package org.gridrollout.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gridrollout.testkit.contract.Changes.rollout;

import java.util.List;
import org.gridrollout.api.spi.RolloutStore;
import org.gridrollout.api.store.CommitResult;
import org.gridrollout.api.store.CommitResult.Stored;
import org.gridrollout.api.store.JournalRecord;
import org.gridrollout.api.store.StoreChange;
import org.gridrollout.api.store.StreamId;
import org.gridrollout.api.store.StreamQuery;
import org.gridrollout.api.store.StreamQueryBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** What the parts of {@link RolloutStoreContract} stand on. JUnit makes one instance per test. */
abstract class StoreContractGround {

    static final StreamId VOMS = rollout("voms-1");
    static final StreamId FTS = rollout("fts-1");

    StoreFixture fixture;
    RolloutStore store;

    @SuppressWarnings("NullAway.Init") // open() sets both before each test
    StoreContractGround() {}

    /** Called once per test. */
    protected abstract StoreFixture fixture();

    @BeforeEach
    void open() {
        fixture = fixture();
        store = fixture.fresh();
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    List<JournalRecord> wholeJournal() {
        return store.journal(0, 1_000_000);
    }

    long stored(StoreChange change) {
        CommitResult result = store.commit(change);
        assertThat(result).isInstanceOf(Stored.class);
        return ((Stored) result).position();
    }

    List<String> names(StreamQuery query) {
        return store.find(query).stream().map(StreamId::name).toList();
    }

    static StreamQueryBuilder query() {
        return new StreamQueryBuilder().kind(StreamId.Kind.ROLLOUT).limit(10_000);
    }
}
