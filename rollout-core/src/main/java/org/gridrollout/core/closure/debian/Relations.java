package org.gridrollout.core.closure.debian;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.gridrollout.api.software.Capability.Relation;
import org.gridrollout.core.closure.Demand;
import org.gridrollout.core.closure.MalformedDependencyException;

/** The grammar of relationship fields: {@code name[:qualifier] [(relation version)]}. Source: Debian Policy 7.1. */
final class Relations {

    private static final Map<String, Relation> RELATIONS = Map.of(
            "<<", Relation.LT,
            "<=", Relation.LE,
            "=", Relation.EQ,
            ">=", Relation.GE,
            ">>", Relation.GT,
            "<", Relation.LE, // deprecated spellings, with the meaning dpkg keeps for them
            ">", Relation.GE);

    private Relations() {}

    /** The parts of a field without the space around them; empty parts count for nothing. */
    static List<String> split(String field, char separator) {
        if (field.isEmpty()) {
            return List.of();
        }
        List<String> parts = new ArrayList<>();
        int start = 0;
        while (start <= field.length()) {
            int end = field.indexOf(separator, start);
            end = end < 0 ? field.length() : end;
            String part = field.substring(start, end).strip();
            if (!part.isEmpty()) {
                parts.add(part);
            }
            start = end + 1;
        }
        return parts;
    }

    /** Reads one relation for machines of an architecture. */
    static Demand.Provides read(String text, String arch) {
        int open = text.indexOf('(');
        if (open < 0) {
            return new Demand.Provides(name(text, text, arch), Relation.ANY, null);
        }
        if (!text.endsWith(")")) {
            throw new MalformedDependencyException(text, text.length(), "a ')' is missing");
        }
        String bounds = text.substring(open + 1, text.length() - 1).strip();
        int length = 0;
        while (length < bounds.length() && "<=>".indexOf(bounds.charAt(length)) >= 0) {
            length++;
        }
        Relation relation = RELATIONS.get(bounds.substring(0, length));
        if (relation == null) {
            throw new MalformedDependencyException(
                    text, open + 1, "expected one of <<, <=, =, >= and >> before the version");
        }
        String version = bounds.substring(length).strip();
        String name = name(text.substring(0, open).strip(), text, arch);
        return new Demand.Provides(name, relation, DebianReader.version(version, text));
    }

    private static String name(String name, String text, String arch) {
        if (name.isEmpty() || name.indexOf(' ') >= 0) {
            throw new MalformedDependencyException(text, 0, "expected one package name, found '" + name + "'");
        }
        int colon = name.indexOf(':');
        String qualifier = colon < 0 ? "" : name.substring(colon + 1);
        return qualifier.equals("native") || qualifier.equals(arch) ? name.substring(0, colon) : name;
    }
}
