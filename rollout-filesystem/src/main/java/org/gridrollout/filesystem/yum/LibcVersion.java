package org.gridrollout.filesystem.yum;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gridrollout.api.software.Capability;

/** The symbol version in {@code libc.so.6(GLIBC_2.34)(64bit)}; one without numbers is below every other. */
record LibcVersion(List<BigInteger> parts) implements Comparable<LibcVersion> {

    private static final Pattern NUMBERS = Pattern.compile("libc\\.so\\.6\\([^)0-9]*([0-9]+(?:\\.[0-9]+)*)[^)]*\\).*");

    static LibcVersion of(Capability capability) {
        Matcher matcher = NUMBERS.matcher(capability.name());
        return new LibcVersion(
                matcher.matches()
                        ? Arrays.stream(matcher.group(1).split("\\.", -1))
                                .map(BigInteger::new)
                                .toList()
                        : List.of());
    }

    @Override
    public int compareTo(LibcVersion other) {
        int common = Math.min(parts.size(), other.parts.size());
        for (int i = 0; i < common; i++) {
            int order = parts.get(i).compareTo(other.parts.get(i));
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(parts.size(), other.parts.size());
    }
}
