package org.gridrollout.api.software;

import java.util.Locale;

/** Which repository of a platform. */
public enum Stage {
    /** Where product teams' releases are offered first. */
    BETA,
    /** What the infrastructure installs from. */
    PRODUCTION;

    /** The stage's name in paths and texts, {@code beta} or {@code production}. */
    public String path() {
        return name().toLowerCase(Locale.ROOT);
    }
}
