package org.gridrollout.jpa;

import jakarta.persistence.EntityManagerFactory;
import org.gridrollout.testkit.contract.RolloutStoreContract;
import org.gridrollout.testkit.contract.StoreFixture;

class JpaRolloutStoreInAnotherSchemaTest extends RolloutStoreContract {

    @Override
    protected StoreFixture fixture() {
        return new JpaStoreFixture(
                () -> {
                    HostDatabase database = HostDatabase.inMemory();
                    database.execute("CREATE SCHEMA grid");
                    try (EntityManagerFactory factory = database.open()) {
                        RolloutSchema.h2().in("grid").create(factory);
                    }
                    return database;
                },
                HostDatabase::open,
                factory -> JpaRolloutStore.on(factory, "grid"));
    }
}
