package org.gridrollout.filesystem.rpm;

/** The three parallel lists in which a header keeps one kind of dependency. */
enum DependencyTags {
    PROVIDES(RpmTag.PROVIDENAME, RpmTag.PROVIDEFLAGS, RpmTag.PROVIDEVERSION),
    REQUIRES(RpmTag.REQUIRENAME, RpmTag.REQUIREFLAGS, RpmTag.REQUIREVERSION),
    CONFLICTS(RpmTag.CONFLICTNAME, RpmTag.CONFLICTFLAGS, RpmTag.CONFLICTVERSION),
    OBSOLETES(RpmTag.OBSOLETENAME, RpmTag.OBSOLETEFLAGS, RpmTag.OBSOLETEVERSION),
    RECOMMENDS(RpmTag.RECOMMENDNAME, RpmTag.RECOMMENDFLAGS, RpmTag.RECOMMENDVERSION),
    SUGGESTS(RpmTag.SUGGESTNAME, RpmTag.SUGGESTFLAGS, RpmTag.SUGGESTVERSION),
    SUPPLEMENTS(RpmTag.SUPPLEMENTNAME, RpmTag.SUPPLEMENTFLAGS, RpmTag.SUPPLEMENTVERSION),
    ENHANCES(RpmTag.ENHANCENAME, RpmTag.ENHANCEFLAGS, RpmTag.ENHANCEVERSION),
    /** Before rpm 4.12: recommends and suggests in one, told apart by a flag. */
    OLD_SUGGESTS(RpmTag.OLDSUGGESTSNAME, RpmTag.OLDSUGGESTSFLAGS, RpmTag.OLDSUGGESTSVERSION),
    /** Before rpm 4.12: supplements and enhances in one, told apart by a flag. */
    OLD_ENHANCES(RpmTag.OLDENHANCESNAME, RpmTag.OLDENHANCESFLAGS, RpmTag.OLDENHANCESVERSION);

    private final int name;
    private final int flags;
    private final int version;

    DependencyTags(int name, int flags, int version) {
        this.name = name;
        this.flags = flags;
        this.version = version;
    }

    int nameTag() {
        return name;
    }

    int flagsTag() {
        return flags;
    }

    int versionTag() {
        return version;
    }
}
