package org.gridrollout.core.memory;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gridrollout.api.notice.Notice;

/** Notices on their way out, in the order they were kept. Guarded by the store's lock. */
final class MemoryOutbox {

    private final Map<String, Notice> waiting = new LinkedHashMap<>();
    private final Set<String> everKept = new HashSet<>();

    /** A key is kept once for good, delivered or not. */
    void add(Notice notice) {
        if (everKept.add(notice.key())) {
            waiting.put(notice.key(), notice);
        }
    }

    void delivered(String key) {
        waiting.remove(key);
    }

    List<Notice> undelivered(int limit) {
        return waiting.values().stream().limit(limit).toList();
    }
}
