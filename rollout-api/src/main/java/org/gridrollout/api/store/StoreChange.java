package org.gridrollout.api.store;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.gridrollout.api.Violations;
import org.gridrollout.api.notice.Notice;

/**
 * One atomic change: kept whole or not at all.
 *
 * @param id made anew for each attempt; lets an unknown outcome be asked for
 * @param writes at least one, each stream once
 * @param notices to be delivered after the change is kept; a notice whose key is there already is dropped
 */
public record StoreChange(ChangeId id, List<StreamWrite> writes, List<Notice> notices) {

    public StoreChange {
        writes = List.copyOf(writes);
        notices = List.copyOf(notices);
        Set<StreamId> seen = new HashSet<>();
        Violations violations = Violations.of("Change " + id).unless(!writes.isEmpty(), "writes nothing");
        for (StreamWrite write : writes) {
            violations.unless(seen.add(write.stream()), "writes %s twice", write.stream());
        }
        violations.throwIfAny();
    }
}
