package org.gridrollout.jpa;

import jakarta.persistence.EntityManagerFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gridrollout.api.store.StoreException;

/**
 * The tables {@link JpaRolloutStore} needs, for one database product. Nothing is ever executed unless the host calls
 * {@link #create}; most hosts hand the scripts to their migration tool instead and call {@link #validate} when they start.
 * Immutable and thread-safe.
 */
public final class RolloutSchema {

    private static final int VERSION = 1;
    private static final Pattern TABLE = Pattern.compile("CREATE TABLE (\\S+) \\((.*?)\\n\\)", Pattern.DOTALL);
    private static final Pattern COLUMN = Pattern.compile("(?m)^    ([a-z_]+) ");

    private final String product;
    private final Tables tables;

    private RolloutSchema(String product, Tables tables) {
        this.product = product;
        this.tables = tables;
    }

    /** For H2 2.x. */
    public static RolloutSchema h2() {
        return new RolloutSchema("h2", Tables.DEFAULT);
    }

    /** For PostgreSQL. */
    public static RolloutSchema postgresql() {
        return new RolloutSchema("postgresql", Tables.DEFAULT);
    }

    /** For MariaDB. */
    public static RolloutSchema mariadb() {
        return new RolloutSchema("mariadb", Tables.DEFAULT);
    }

    /** The same tables in a named schema, which must exist; a plain SQL name, used without quotes. */
    public RolloutSchema in(String schema) {
        return new RolloutSchema(product, Tables.in(schema));
    }

    /** All scripts in their order. */
    public List<SchemaScript> scripts() {
        return List.of(script(VERSION, "V1__rollout.sql"));
    }

    /**
     * Runs all scripts in one transaction, on a database that has none of the tables. Not for two nodes at once.
     *
     * @throws StoreException if the database refuses, for instance because a table is there already
     */
    public void create(EntityManagerFactory factory) {
        new OwnTransactions(factory, tables).write(database -> {
            for (SchemaScript script : scripts()) {
                statements(script).forEach(database::update);
            }
            return true;
        });
    }

    /**
     * Checks that the tables are there with the columns this version needs. Changes nothing.
     *
     * @throws StoreException naming the table and the script that makes it
     */
    public void validate(EntityManagerFactory factory) {
        for (SchemaScript script : scripts()) {
            Matcher table = TABLE.matcher(script.text());
            while (table.find()) {
                validate(factory, script, table.group(1), table.group(2));
            }
        }
        long version = new OwnTransactions(factory, tables)
                .read(database -> database.select("SELECT schema_version FROM @head WHERE id = 1").stream()
                        .mapToLong(row -> row.number(0))
                        .findFirst()
                        .orElse(0));
        if (version != VERSION) {
            throw new StoreException("rollout_head says schema version " + version + ", this rollout-jpa needs "
                    + VERSION + "; run the scripts in org/gridrollout/jpa/schema/" + product);
        }
    }

    private void validate(EntityManagerFactory factory, SchemaScript script, String table, String body) {
        List<String> columns =
                COLUMN.matcher(body).results().map(found -> found.group(1)).toList();
        String sql = "SELECT " + String.join(", ", columns) + " FROM " + table + " WHERE 1 = 0";
        try {
            new OwnTransactions(factory, tables).read(database -> database.select(sql));
        } catch (StoreException e) {
            throw new StoreException(
                    "Table " + table + " is missing or not as this version needs it; run " + script.resource()
                            + " from the jar of rollout-jpa. The database said: "
                            + Failure.of(e).message(),
                    e);
        }
    }

    private static List<String> statements(SchemaScript script) {
        String withoutComments = script.text().replaceAll("(?m)^--.*$", "");
        return Pattern.compile(";\\s*\\n")
                .splitAsStream(withoutComments)
                .map(String::strip)
                .filter(statement -> !statement.isEmpty())
                .toList();
    }

    private SchemaScript script(int version, String name) {
        String resource = "org/gridrollout/jpa/schema/" + product + "/" + name;
        try (InputStream content = RolloutSchema.class.getResourceAsStream("/" + resource)) {
            if (content == null) {
                throw new IllegalStateException(resource + " is missing from the jar of rollout-jpa");
            }
            String text = new String(content.readAllBytes(), StandardCharsets.UTF_8);
            return new SchemaScript(version, resource, tables.move(text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
