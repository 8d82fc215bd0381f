package org.gridrollout.jpa;

import java.util.regex.Pattern;
import org.gridrollout.api.Violations;

/** Where our tables are: the one place that knows their prefix and schema. */
record Tables(String prefix) {

    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]{0,62}");

    /** In whatever schema a connection is in by default. */
    static final Tables DEFAULT = new Tables("rollout_");

    static Tables in(String schema) {
        Violations.of("Schema")
                .unless(NAME.matcher(schema).matches(), "must be a plain SQL name, was '%s'", schema)
                .throwIfAny();
        return new Tables(schema + ".rollout_");
    }

    /** {@code script} with its tables moved there. Index names stay: they follow their table. */
    String move(String script) {
        return script.replaceAll("(?m)\\b(TABLE|INTO|ON) rollout_", "$1 " + prefix);
    }
}
