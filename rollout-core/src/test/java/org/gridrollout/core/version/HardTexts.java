package org.gridrollout.core.version;

import java.util.List;
import java.util.Random;

/** Endless texts put together from parts, and near misses of them. */
final class HardTexts {

    private final Random random;
    private final List<String> parts;

    HardTexts(Random random, String... parts) {
        this.random = random;
        this.parts = List.of(parts);
    }

    /** Two rows of at most {@code max} parts; every second pair differs in a single place. */
    String[] pair(int max) {
        String left = row(max);
        return new String[] {left, random.nextBoolean() ? changed(left) : row(max)};
    }

    private String row(int max) {
        StringBuilder row = new StringBuilder();
        for (int i = random.nextInt(max); i >= 0; i--) {
            row.append(part());
        }
        return row.toString();
    }

    private String changed(String text) {
        int at = random.nextInt(text.length() + 1);
        boolean drop = random.nextBoolean() && text.length() > 1;
        return text.substring(0, at)
                + (drop ? "" : part())
                + text.substring(drop ? Math.min(at + 1, text.length()) : at);
    }

    private String part() {
        return parts.get(random.nextInt(parts.size()));
    }
}
