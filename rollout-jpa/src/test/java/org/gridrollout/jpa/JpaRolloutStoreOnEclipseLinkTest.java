package org.gridrollout.jpa;

import org.gridrollout.testkit.contract.RolloutStoreContract;
import org.gridrollout.testkit.contract.StoreFixture;

class JpaRolloutStoreOnEclipseLinkTest extends RolloutStoreContract {

    @Override
    protected StoreFixture fixture() {
        return JpaStoreFixture.on(HostDatabase::inMemory, "eclipselink", RolloutSchema.h2());
    }
}
