package org.gridrollout.docs;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.gridrollout.api.spi.RolloutStore;
import org.gridrollout.api.store.ChangeId;
import org.gridrollout.api.store.CommitResult;
import org.gridrollout.api.store.IndexEntry;
import org.gridrollout.api.store.StoreChange;
import org.gridrollout.api.store.StreamId;
import org.gridrollout.api.store.StreamWrite;
import org.gridrollout.api.store.UnknownOutcomeException;
import org.gridrollout.jpa.JpaRolloutStore;
import org.gridrollout.jpa.RolloutSchema;
import org.gridrollout.jpa.SchemaScript;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The Java of {@code docs/rollout-jpa.md}. */
class JpaSnippetsTest {

    private static EntityManagerFactory portal() {
        return Persistence.createEntityManagerFactory(
                "portal", Map.of("jakarta.persistence.jdbc.url", "jdbc:h2:mem:" + UUID.randomUUID()));
    }

    @Test
    void opensAStore() {
        try (EntityManagerFactory factory = portal()) {
            // snippet:jpa-open
            RolloutSchema.h2().create(factory); // once, on an empty database; or let your migration tool do it
            RolloutSchema.h2().validate(factory); // at each start: names the script that is missing
            RolloutStore store = JpaRolloutStore.on(factory);
            // end
            assertThat(store.latestInstant()).isEmpty();
        }
    }

    @Test
    void handsItsScriptsOut(@TempDir Path migrations) throws IOException {
        // snippet:jpa-scripts
        for (SchemaScript script : RolloutSchema.postgresql().in("rollout").scripts()) {
            Files.writeString(migrations.resolve("V" + script.version() + "__rollout.sql"), script.text());
        }
        // end
        assertThat(migrations.resolve("V1__rollout.sql")).content().contains("CREATE TABLE rollout.rollout_head");
    }

    @Test
    void findsOutAboutAnUnknownOutcome() {
        try (EntityManagerFactory factory = portal()) {
            RolloutSchema.h2().create(factory);
            JpaRolloutStore store = JpaRolloutStore.on(factory);
            StreamId stream = new StreamId(StreamId.Kind.ROLLOUT, "voms-1");
            StoreChange change = new StoreChange(
                    ChangeId.of("change-1"),
                    List.of(new StreamWrite(stream, 0, "{}", IndexEntry.NONE, List.of())),
                    List.of());
            // snippet:jpa-unknown
            CommitResult result;
            try {
                result = store.commit(change);
            } catch (UnknownOutcomeException e) {
                // The connection broke while committing. The same change again is safe: it is applied once.
                result = store.commit(change);
            }
            // end
            assertThat(result).isEqualTo(new CommitResult.Stored(0));
            assertThat(store.holds(change.id())).isTrue();
        }
    }
}
