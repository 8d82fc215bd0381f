package org.gridrollout.core.closure;

import org.gridrollout.api.RolloutException;

/** A dependency that cannot be read. Readers of whole packages keep it as the package's fault instead of throwing it. */
public final class MalformedDependencyException extends RolloutException {

    private static final long serialVersionUID = 1L;

    private static final int QUOTED = 120;

    private final String text;
    private final int position;

    /**
     * @param text the dependency as stated
     * @param position where in it reading ended, from 0
     * @param problem what is wrong there, and what would be right
     */
    public MalformedDependencyException(String text, int position, String problem) {
        super("The dependency '%s' cannot be read at character %d: %s"
                .formatted(text.length() > QUOTED ? text.substring(0, QUOTED) + "..." : text, position + 1, problem));
        this.text = text;
        this.position = position;
    }

    /** The dependency as stated. */
    public String text() {
        return text;
    }

    /** Where in it reading ended, from 0. */
    public int position() {
        return position;
    }
}
