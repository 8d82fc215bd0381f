package org.gridrollout.jpa;

import org.gridrollout.testkit.contract.RolloutStoreContract;
import org.gridrollout.testkit.contract.StoreFixture;
import org.junit.jupiter.api.Tag;

@Tag("postgres")
class JpaRolloutStoreOnPostgresAndEclipseLinkTest extends RolloutStoreContract {

    @Override
    protected StoreFixture fixture() {
        return JpaStoreFixture.on(Postgres::database, "eclipselink", RolloutSchema.postgresql());
    }
}
