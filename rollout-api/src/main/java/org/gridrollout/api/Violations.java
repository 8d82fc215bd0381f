package org.gridrollout.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Collects everything that is wrong with a value, so that its author mends it in one go. Not thread-safe; one use.
 *
 * <pre>{@code
 * Violations.of("Sla").unless(reportWithin.isPositive(), "reportWithin must be positive, was %s", reportWithin).throwIfAny();
 * }</pre>
 */
public final class Violations {

    private final String subject;
    private final List<String> found = new ArrayList<>();

    private Violations(String subject) {
        this.subject = subject;
    }

    /** Starts an empty collection for {@code subject}, a few words for a person. */
    public static Violations of(String subject) {
        return new Violations(subject);
    }

    /** Adds a violation unless {@code rule} holds; {@code message} is a {@link String#format} pattern. */
    public Violations unless(boolean rule, String message, Object... values) {
        if (!rule) {
            found.add(values.length == 0 ? message : String.format(Locale.ROOT, message, values));
        }
        return this;
    }

    /** Whether nothing was found so far. */
    public boolean none() {
        return found.isEmpty();
    }

    /** Throws {@link InvalidValueException} with all violations, if there is one. */
    public void throwIfAny() {
        if (!found.isEmpty()) {
            throw new InvalidValueException(subject, found);
        }
    }
}
