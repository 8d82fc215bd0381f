package org.gridrollout.core.version;

import java.util.Comparator;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Counts a Maven version up. */
final class MavenCounter {

    private static final Pattern SNAPSHOT = Pattern.compile("(.*[0-9a-z])[._+-]*-SNAPSHOT", Pattern.CASE_INSENSITIVE);
    private static final Pattern PRE_RELEASE =
            Pattern.compile(".*[0-9][.-]?(alpha|beta|milestone|rc|cr)", Pattern.CASE_INSENSITIVE);
    private static final Pattern LAST_NUMBER = Pattern.compile("(.*?)([0-9]+)([^0-9]*)");
    private static final Pattern FIRST_NUMBER = Pattern.compile("([0-9]+).*");

    private MavenCounter() {}

    /** The first of the ways to count up that {@code order} finds higher; the last one always is. */
    static String next(String floor, Comparator<String> order) {
        return Stream.of(
                        replaced(SNAPSHOT, floor, parts -> parts.group(1)),
                        replaced(PRE_RELEASE, floor, parts -> floor + "-1"),
                        replaced(
                                LAST_NUMBER,
                                floor,
                                parts -> parts.group(1) + Decimal.increment(parts.group(2)) + parts.group(3)))
                .flatMap(each -> each)
                .filter(each -> order.compare(each, floor) > 0)
                .findFirst()
                .orElseGet(() -> afterFirstNumber(floor));
    }

    private static String afterFirstNumber(String floor) {
        Matcher first = FIRST_NUMBER.matcher(floor);
        if (!first.matches()) {
            throw new IllegalArgumentException(floor + " does not begin with a number");
        }
        return Decimal.increment(first.group(1));
    }

    private static Stream<String> replaced(Pattern pattern, String text, Function<Matcher, String> replacement) {
        Matcher matcher = pattern.matcher(text);
        return matcher.matches() ? Stream.of(replacement.apply(matcher)) : Stream.empty();
    }
}
