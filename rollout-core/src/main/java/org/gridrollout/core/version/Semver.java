package org.gridrollout.core.version;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What counts in a semantic version; legal by construction.
 *
 * @param numbers major, minor and patch, without leading zeros
 * @param preRelease the identifiers after the hyphen; empty for a release
 */
record Semver(List<String> numbers, List<String> preRelease) implements Comparable<Semver> {

    private static final Comparator<String> NUMBERS =
            Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder());

    /** Precedence by chapter 11 of the specification. */
    @Override
    public int compareTo(Semver other) {
        int byNumbers = compare(numbers, other.numbers, NUMBERS);
        if (byNumbers != 0) {
            return byNumbers;
        }
        if (preRelease.isEmpty() || other.preRelease.isEmpty()) {
            // 11.3: a pre-release is lower than its release
            return Boolean.compare(preRelease.isEmpty(), other.preRelease.isEmpty());
        }
        return compare(preRelease, other.preRelease, Semver::compareIdentifiers);
    }

    /** The version after this one: of a pre-release the next pre-release, else the next patch. */
    Semver next() {
        if (preRelease.isEmpty()) {
            return new Semver(lastCountedUp(numbers), preRelease);
        }
        if (Alphabet.areDigits(preRelease.get(preRelease.size() - 1))) {
            return new Semver(numbers, lastCountedUp(preRelease));
        }
        // 11.4.4: one identifier more is higher
        List<String> longer = new ArrayList<>(preRelease);
        longer.add("1");
        return new Semver(numbers, longer);
    }

    @Override
    public String toString() {
        String core = String.join(".", numbers);
        return preRelease.isEmpty() ? core : core + "-" + String.join(".", preRelease);
    }

    private static List<String> lastCountedUp(List<String> numbers) {
        List<String> result = new ArrayList<>(numbers);
        int last = result.size() - 1;
        result.set(last, Decimal.increment(result.get(last)));
        return result;
    }

    private static int compare(List<String> left, List<String> right, Comparator<String> order) {
        for (int i = 0; i < Math.min(left.size(), right.size()); i++) {
            int difference = order.compare(left.get(i), right.get(i));
            if (difference != 0) {
                return difference;
            }
        }
        return Integer.compare(left.size(), right.size());
    }

    private static int compareIdentifiers(String left, String right) {
        boolean leftIsNumber = Alphabet.areDigits(left);
        boolean rightIsNumber = Alphabet.areDigits(right);
        if (leftIsNumber != rightIsNumber) {
            // 11.4.3: numbers are lower than words
            return leftIsNumber ? -1 : 1;
        }
        return leftIsNumber ? NUMBERS.compare(left, right) : left.compareTo(right);
    }
}
