package org.gridrollout.jpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.EntityManagerFactory;
import java.util.List;
import java.util.stream.Stream;
import org.gridrollout.api.InvalidValueException;
import org.gridrollout.api.store.StoreException;
import org.gridrollout.api.store.StreamId;
import org.gridrollout.api.store.StreamQuery;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RolloutSchemaTest {

    private final HostDatabase database = HostDatabase.inMemory();
    private final EntityManagerFactory factory = database.open();

    @AfterEach
    void close() {
        factory.close();
        database.close();
    }

    @Test
    void makesWhatItThenFindsValid() {
        RolloutSchema.h2().create(factory);
        RolloutSchema.h2().validate(factory);
        assertThat(database.count("rollout_head")).isEqualTo(1);
    }

    @Test
    void isNotMadeByOpeningAStore() {
        JpaRolloutStore store = JpaRolloutStore.on(factory);
        assertThatThrownBy(() -> store.find(StreamQuery.of(StreamId.Kind.ROLLOUT, 1)))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("org/gridrollout/jpa/schema/<database>/V1__rollout.sql")
                .hasMessageContaining("RolloutSchema.create");
    }

    @Test
    void namesTheScriptOfATableThatIsMissing() {
        RolloutSchema.h2().create(factory);
        database.execute("DROP TABLE rollout_notice");
        assertThatThrownBy(() -> RolloutSchema.h2().validate(factory))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("Table rollout_notice is missing or not as this version needs it")
                .hasMessageContaining("org/gridrollout/jpa/schema/h2/V1__rollout.sql");
    }

    @Test
    void namesTheTableThatLacksAColumn() {
        RolloutSchema.h2().create(factory);
        database.execute("ALTER TABLE rollout_stream DROP COLUMN parts");
        assertThatThrownBy(() -> RolloutSchema.h2().validate(factory))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("Table rollout_stream is missing or not as this version needs it")
                .hasMessageContaining("PARTS");
    }

    @Test
    void isNotTakenForItsVersionIfItSaysAnother() {
        RolloutSchema.h2().create(factory);
        database.execute("UPDATE rollout_head SET schema_version = 2");
        assertThatThrownBy(() -> RolloutSchema.h2().validate(factory)).hasMessageContaining("schema version 2");
    }

    @Test
    void saysThatItsScriptDidNotRunToTheEnd() {
        RolloutSchema.h2().create(factory);
        database.execute("DELETE FROM rollout_head");
        assertThatThrownBy(() -> JpaRolloutStore.on(factory).latestInstant())
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("rollout_head has no row");
    }

    @Test
    void isNotMadeTwice() {
        RolloutSchema.h2().create(factory);
        assertThatThrownBy(() -> RolloutSchema.h2().create(factory))
                .isInstanceOf(StoreException.class)
                .hasMessageContainingAll("ROLLOUT_HEAD", "already exists");
    }

    @Test
    void livesInTheSchemaItIsTold() {
        database.execute("CREATE SCHEMA grid");
        RolloutSchema.h2().in("grid").create(factory);
        RolloutSchema.h2().in("grid").validate(factory);
        assertThat(database.count("grid.rollout_head")).isEqualTo(1);
        assertThatThrownBy(() -> RolloutSchema.h2().validate(factory)).hasMessageContaining("Table rollout_head");
    }

    @Test
    void takesNoSqlForASchemasName() {
        assertThatThrownBy(() -> RolloutSchema.h2().in("grid; DROP TABLE x")).isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> JpaRolloutStore.on(factory, "")).isInstanceOf(InvalidValueException.class);
    }

    static Stream<RolloutSchema> products() {
        return Stream.of(RolloutSchema.h2(), RolloutSchema.postgresql(), RolloutSchema.mariadb());
    }

    @ParameterizedTest
    @MethodSource("products")
    void isNamedAsMigrationToolsExpect(RolloutSchema schema) {
        List<SchemaScript> scripts = schema.scripts();
        assertThat(scripts).extracting(SchemaScript::version).containsExactly(1);
        assertThat(scripts).allSatisfy(script -> {
            assertThat(script.resource()).matches("org/gridrollout/jpa/schema/[a-z0-9]+/V1__rollout\\.sql");
            assertThat(getClass().getResource("/" + script.resource())).isNotNull();
            assertThat(script.text()).contains("CREATE TABLE rollout_head");
        });
    }

    @ParameterizedTest
    @MethodSource("products")
    void movesEveryTableAndNoIndexName(RolloutSchema schema) {
        String text = schema.in("grid").scripts().get(0).text();
        assertThat(text)
                .doesNotContain("TABLE rollout_")
                .doesNotContain("ON rollout_")
                .doesNotContain("INTO rollout_");
        assertThat(text).contains("CREATE INDEX rollout_stream_state ON grid.rollout_stream");
    }
}
