package org.gridrollout.core.closure;

import java.util.List;

/** Packages that come and go together. */
public record UniverseChange(List<PackageFacts> added, List<Member> removed) {

    public UniverseChange {
        added = List.copyOf(added);
        removed = List.copyOf(removed);
    }

    /** Only new packages. */
    public static UniverseChange adding(List<PackageFacts> added) {
        return new UniverseChange(added, List.of());
    }

    /** Only packages that go. */
    public static UniverseChange removing(List<Member> removed) {
        return new UniverseChange(List.of(), removed);
    }
}
