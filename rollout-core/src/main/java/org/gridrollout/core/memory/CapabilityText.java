package org.gridrollout.core.memory;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gridrollout.api.software.Capability;
import org.gridrollout.api.software.Capability.Relation;

/** {@code name}, {@code name >= version} or {@code (a rich expression)}, with {@code [pre]} behind it where it applies. */
final class CapabilityText {

    private static final String PRE = " [pre]";
    private static final Pattern BOUNDED = Pattern.compile("(\\S+) (<|<=|=|>=|>) (\\S+)");

    private CapabilityText() {}

    static String write(Capability capability) {
        return capability + (capability.pre() ? PRE : "");
    }

    static Capability parse(String text) {
        boolean pre = text.endsWith(PRE);
        String bare = pre ? text.substring(0, text.length() - PRE.length()) : text;
        Matcher bounded = BOUNDED.matcher(bare);
        if (!bare.startsWith("(") && bounded.matches()) {
            return new Capability(bounded.group(1), relation(bounded.group(2)), bounded.group(3), pre);
        }
        return new Capability(bare, Relation.ANY, "", pre);
    }

    private static Relation relation(String sign) {
        return switch (sign) {
            case "<" -> Relation.LT;
            case "<=" -> Relation.LE;
            case "=" -> Relation.EQ;
            case ">=" -> Relation.GE;
            default -> Relation.GT;
        };
    }
}
