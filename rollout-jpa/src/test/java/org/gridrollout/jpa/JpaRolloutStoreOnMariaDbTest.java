package org.gridrollout.jpa;

import org.gridrollout.testkit.contract.RolloutStoreContract;
import org.gridrollout.testkit.contract.StoreFixture;
import org.junit.jupiter.api.Tag;

@Tag("mariadb")
class JpaRolloutStoreOnMariaDbTest extends RolloutStoreContract {

    @Override
    protected StoreFixture fixture() {
        return JpaStoreFixture.on(MariaDb::database, "hibernate", RolloutSchema.mariadb());
    }
}
