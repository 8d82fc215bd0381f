package org.gridrollout.filesystem.rpm;

import org.gridrollout.api.software.Capability;
import org.gridrollout.api.software.Capability.Relation;

/** One dependency as a header states it. */
record Dependency(String name, long flags, String version) {

    private static final long LESS = 1 << 1;
    private static final long GREATER = 1 << 2;
    private static final long EQUAL = 1 << 3;
    private static final long POSTTRANS = 1 << 5;
    private static final long PREREQ = 1 << 6;
    private static final long PRETRANS = 1 << 7;
    private static final long SCRIPT_PRE = 1 << 9;
    private static final long SCRIPT_POST = 1 << 10;
    private static final long MISSINGOK = 1 << 19;
    private static final long STRONG = 1 << 27;

    private static final long BEFORE_SCRIPTS = PREREQ | SCRIPT_PRE | SCRIPT_POST | PRETRANS | POSTTRANS;

    /** Whether it may be missing although it is required: what recommending was before there was a word for it. */
    boolean missingOk() {
        return (flags & MISSINGOK) != 0;
    }

    /** Among the weak ones of the old kind, whether it is of the stronger half. */
    boolean strong() {
        return (flags & STRONG) != 0;
    }

    /** It as a requirement, which scripts may need early. */
    Capability asRequirement() throws DamagedRpmException {
        return capability((flags & BEFORE_SCRIPTS) != 0);
    }

    /** It as anything else. */
    Capability asCapability() throws DamagedRpmException {
        return capability(false);
    }

    private Capability capability(boolean pre) throws DamagedRpmException {
        if (name.isEmpty()) {
            throw new DamagedRpmException("it has a dependency without a name");
        }
        // rpm takes a bound without a version as no bound, and prints no version without a bound.
        Relation relation = version.isEmpty() ? Relation.ANY : relation();
        return new Capability(name, relation, relation == Relation.ANY ? "" : version, pre);
    }

    private Relation relation() throws DamagedRpmException {
        long sense = flags & (LESS | GREATER | EQUAL);
        if (sense == 0) {
            return Relation.ANY;
        } else if (sense == LESS) {
            return Relation.LT;
        } else if (sense == (LESS | EQUAL)) {
            return Relation.LE;
        } else if (sense == EQUAL) {
            return Relation.EQ;
        } else if (sense == (GREATER | EQUAL)) {
            return Relation.GE;
        } else if (sense == GREATER) {
            return Relation.GT;
        }
        throw new DamagedRpmException("its dependency on " + name + " compares both ways at once");
    }
}
