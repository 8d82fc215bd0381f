package org.gridrollout.filesystem.upkeep;

/** What an import does when it meets files that are refused. */
public enum OnRefusal {
    /** Looks at all files, publishes nothing, and reports. */
    PUBLISH_NOTHING,
    /** Publishes the others. */
    PUBLISH_THE_OTHERS
}
