package org.gridrollout.api.command;

import org.gridrollout.api.Violations;

/** What people write into a command: never blank, and short enough for every store. */
final class Reason {

    private static final int LIMIT = 4_000;

    private Reason() {}

    static void require(String subject, String reason) {
        check(Violations.of(subject), "reason", reason).throwIfAny();
    }

    static Violations check(Violations violations, String what, String text) {
        return violations
                .unless(!text.isBlank(), what + " must not be blank")
                .unless(text.length() <= LIMIT, what + " must be at most %d characters, was %d", LIMIT, text.length());
    }
}
