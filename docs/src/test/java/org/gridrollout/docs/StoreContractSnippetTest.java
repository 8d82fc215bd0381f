package org.gridrollout.docs;

import org.gridrollout.core.memory.InMemoryRolloutStore;
import org.gridrollout.testkit.contract.RolloutStoreContract;
import org.gridrollout.testkit.contract.StoreFixture;

/** The Java of {@code docs/rollout-testkit.md}: a store's whole test. */
// snippet:testkit-store
class StoreContractSnippetTest extends RolloutStoreContract {

    @Override
    protected StoreFixture fixture() {
        return StoreFixture.of(InMemoryRolloutStore::new);
    }
}
// end
