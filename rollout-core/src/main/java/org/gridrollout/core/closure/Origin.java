package org.gridrollout.core.closure;

/** Whose a package is. */
public enum Origin {
    /** Of the pinned base repositories the own ones are installed on top of. */
    BASE,
    /** Of the repository that is looked after. */
    REPOSITORY
}
