package org.gridrollout.core.closure;

import org.gridrollout.api.software.Capability.Relation;
import org.gridrollout.api.software.Evr;
import org.jspecify.annotations.Nullable;

/** How a family of packages reads its own metadata. Implementations are stateless and thread-safe. */
public interface Ecosystem {

    /**
     * Whether something provided is in the bounds of what is asked for. The names are equal already.
     *
     * @param version null exactly when {@code relation} is ANY
     */
    boolean meets(Provision provided, Relation relation, @Nullable Evr version);

    /** Whether two different packages of one name can be installed at the same time. Symmetric. */
    boolean together(Member one, Member other);

    /** Whether one that obsoletes the other's name and version really excludes it. */
    boolean replaces(Member one, Member other);

    /** Whether packages of the architecture can be installed at all. */
    boolean fits(String arch);

    /** Negative, zero or positive as {@code left} is lower than, as high as or higher than {@code right}. */
    int compare(Evr left, Evr right);
}
