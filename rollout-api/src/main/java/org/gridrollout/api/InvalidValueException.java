package org.gridrollout.api;

import java.util.List;

/** A value breaks its own rules; carries every violation found, not just the first. */
public final class InvalidValueException extends RolloutException {

    private static final long serialVersionUID = 1L;

    private final String subject;
    private final transient List<String> violations;

    /**
     * @param subject what was being made, for a person ("Release voms-1")
     * @param violations one sentence each; at least one
     */
    public InvalidValueException(String subject, List<String> violations) {
        super(subject + ": " + String.join("; ", violations));
        this.subject = subject;
        this.violations = List.copyOf(violations);
    }

    /** What was being made. */
    public String subject() {
        return subject;
    }

    /** Every violation, one sentence each. */
    public List<String> violations() {
        return violations;
    }
}
