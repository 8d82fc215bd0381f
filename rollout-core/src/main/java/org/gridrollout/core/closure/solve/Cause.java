package org.gridrollout.core.closure.solve;

import java.util.List;

/** Why a package cannot be installed. */
public sealed interface Cause {

    /** Whatever else there is. */
    record Unfit(String fault) implements Cause {}

    /** Nobody meets the need, or all who do cannot be installed themselves. */
    record Unmet(int need) implements Cause {}

    /** These facts together; none of them can be left out. */
    record Clash(List<Fact> facts) implements Cause {}
}
