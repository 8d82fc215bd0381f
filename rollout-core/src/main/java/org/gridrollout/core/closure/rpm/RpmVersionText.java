package org.gridrollout.core.closure.rpm;

import org.gridrollout.api.software.Evr;
import org.gridrollout.core.closure.MalformedDependencyException;

/** Reads {@code [epoch:]version[-release]} as dependencies state it, taking more than packages may carry. */
final class RpmVersionText {

    private static final int MAX_LENGTH = 1024;
    private static final long MAX_EPOCH = 0xFFFF_FFFFL;

    private RpmVersionText() {}

    static Evr parse(String text) {
        if (text.length() > MAX_LENGTH) {
            throw new MalformedDependencyException(
                    text, MAX_LENGTH, "a version has at most " + MAX_LENGTH + " characters");
        }
        int colon = text.indexOf(':');
        long epoch = colon < 0 ? 0 : epoch(text, colon);
        int hyphen = text.lastIndexOf('-');
        int end = hyphen > colon ? hyphen : text.length();
        if (end == colon + 1) {
            throw new MalformedDependencyException(text, end, "a version is missing; state [epoch:]version[-release]");
        }
        return new Evr(epoch, text.substring(colon + 1, end), end < text.length() ? text.substring(end + 1) : "");
    }

    /** An epoch that is not written before the colon is 0. */
    private static long epoch(String text, int colon) {
        long epoch = 0;
        for (int i = 0; i < colon; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9 || epoch * 10 + digit > MAX_EPOCH) {
                throw new MalformedDependencyException(text, i, "an epoch is a number up to " + MAX_EPOCH);
            }
            epoch = epoch * 10 + digit;
        }
        return epoch;
    }
}
