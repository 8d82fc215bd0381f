package org.gridrollout.core.memory;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.gridrollout.api.Violations;
import org.gridrollout.api.store.StoreChange;

/** Databases keep microseconds: a finer instant would come back as another one, and equality would fail far from here. */
final class WholeMicroseconds {

    private final Violations violations;

    private WholeMicroseconds(String subject) {
        violations = Violations.of(subject);
    }

    static void require(StoreChange change) {
        WholeMicroseconds check = new WholeMicroseconds("Change " + change.id());
        change.writes().forEach(write -> {
            write.index().nextDue().ifPresent(at -> check.whole("nextDue", at));
            write.entries().forEach(entry -> {
                check.whole("at", entry.at());
                check.whole("recordedAt", entry.recordedAt());
            });
        });
        change.notices().forEach(notice -> check.whole("notice's at", notice.at()));
        check.violations.throwIfAny();
    }

    private void whole(String name, Instant at) {
        violations.unless(
                at.equals(at.truncatedTo(ChronoUnit.MICROS)), "%s must be whole microseconds, was %s", name, at);
    }
}
