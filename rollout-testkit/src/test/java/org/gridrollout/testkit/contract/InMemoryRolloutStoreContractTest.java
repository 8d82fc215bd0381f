package org.gridrollout.testkit.contract;

import org.gridrollout.core.memory.InMemoryRolloutStore;

class InMemoryRolloutStoreContractTest extends RolloutStoreContract {

    @Override
    protected StoreFixture fixture() {
        return StoreFixture.of(InMemoryRolloutStore::new);
    }
}
