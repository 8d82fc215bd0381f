package org.gridrollout.jpa;

import org.gridrollout.testkit.contract.RolloutStoreContract;
import org.gridrollout.testkit.contract.StoreFixture;

class JpaRolloutStoreInFileTest extends RolloutStoreContract {

    @Override
    protected StoreFixture fixture() {
        return JpaStoreFixture.on(HostDatabase::inFile);
    }
}
