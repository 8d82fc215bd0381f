package org.gridrollout.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import org.gridrollout.testkit.contract.RolloutStoreContract;
import org.gridrollout.testkit.contract.StoreFixture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;

@Tag("postgres")
class JpaRolloutStoreOnPostgresTest extends RolloutStoreContract {

    @Override
    protected StoreFixture fixture() {
        return JpaStoreFixture.on(Postgres::database, "hibernate", RolloutSchema.postgresql());
    }

    /** A statement that fails by design would poison a host's transaction and fill its log. */
    @AfterAll
    static void theServerNeverSawAnError() {
        assertThat(Postgres.log()).contains("ready to accept connections").doesNotContain("ERROR:");
    }
}
