package org.gridrollout.filesystem.yum;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gridrollout.api.software.Capability;

/**
 * How much a requirement on libc says, as {@code libc.so.6(GLIBC_2.34)(64bit)} does: the bare name least, then empty
 * parentheses, then a symbol version without numbers, then the numbers in their order.
 */
record LibcVersion(int kind, List<BigInteger> numbers) implements Comparable<LibcVersion> {

    private static final Pattern SYMBOL_VERSION = Pattern.compile("[^(]*\\(([^)]*)\\).*", Pattern.DOTALL);
    private static final Pattern NUMBERS = Pattern.compile("[^0-9]*([0-9]+(?:\\.[0-9]+)*).*", Pattern.DOTALL);

    static LibcVersion of(Capability capability) {
        Matcher symbol = SYMBOL_VERSION.matcher(capability.name());
        if (!symbol.matches()) {
            return new LibcVersion(0, List.of());
        } else if (symbol.group(1).isEmpty()) {
            return new LibcVersion(1, List.of());
        }
        Matcher numbers = NUMBERS.matcher(symbol.group(1));
        return numbers.matches() ? new LibcVersion(3, split(numbers.group(1))) : new LibcVersion(2, List.of());
    }

    private static List<BigInteger> split(String numbers) {
        return Arrays.stream(numbers.split("\\.", -1)).map(BigInteger::new).toList();
    }

    @Override
    public int compareTo(LibcVersion other) {
        int common = Math.min(numbers.size(), other.numbers.size());
        for (int i = 0; i < common; i++) {
            int order = numbers.get(i).compareTo(other.numbers.get(i));
            if (order != 0) {
                return order;
            }
        }
        return kind == other.kind
                ? Integer.compare(numbers.size(), other.numbers.size())
                : Integer.compare(kind, other.kind);
    }
}
