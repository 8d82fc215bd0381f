package org.gridrollout.testkit.rpm;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.gridrollout.api.software.Capability;

/** The dependencies of one kind, as three lists of the same order. */
final class Dependencies {

    private static final int LESS = 1 << 1;
    private static final int GREATER = 1 << 2;
    private static final int EQUAL = 1 << 3;
    private static final int SCRIPT_PRE = 1 << 9;
    private static final int RPMLIB = 1 << 24;

    private final List<String> names = new ArrayList<>();
    private final List<Integer> flags = new ArrayList<>();
    private final List<String> versions = new ArrayList<>();

    void add(Capability capability) {
        names.add(capability.name());
        flags.add(sense(capability.relation()) | (capability.pre() ? SCRIPT_PRE : 0));
        versions.add(capability.version());
    }

    /** A feature that rpm itself must have to install the package. */
    void addFeature(String name, String since) {
        names.add("rpmlib(" + name + ")");
        flags.add(RPMLIB | LESS | EQUAL);
        versions.add(since);
    }

    boolean mentions(String name) {
        return names.contains(name);
    }

    /** Whether one of them is a rich expression. */
    boolean areRich() {
        return names.stream().anyMatch(name -> name.startsWith("("));
    }

    void put(Map<Integer, TagValue> into, int nameTag, int flagsTag, int versionTag) {
        if (!names.isEmpty()) {
            into.put(nameTag, TagValue.texts(names));
            into.put(
                    flagsTag,
                    TagValue.int32(flags.stream().mapToInt(each -> each).toArray()));
            into.put(versionTag, TagValue.texts(versions));
        }
    }

    Dependencies copy() {
        Dependencies copy = new Dependencies();
        copy.names.addAll(names);
        copy.flags.addAll(flags);
        copy.versions.addAll(versions);
        return copy;
    }

    private static int sense(Capability.Relation relation) {
        return switch (relation) {
            case ANY -> 0;
            case LT -> LESS;
            case LE -> LESS | EQUAL;
            case EQ -> EQUAL;
            case GE -> GREATER | EQUAL;
            case GT -> GREATER;
        };
    }
}
