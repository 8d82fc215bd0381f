package org.gridrollout.jpa;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.gridrollout.api.notice.Notice;
import org.gridrollout.api.party.Party;
import org.gridrollout.api.software.ReleaseId;
import org.gridrollout.api.store.StoreException;

/** Notices, in {@code rollout_notice}. Delivered ones stay, since their keys are unique for good. */
record Outbox(Database database) {

    private static final int MOST_KEYS = 100;
    private static final String COLUMNS =
            "notice_key, seq, topic, recipient_kind, recipient, release_id, told_at, delivered, body, parts";

    /** Keeps those whose keys are new, numbered after {@code last}; says how many. */
    int add(List<Notice> notices, long last) {
        Map<String, Notice> fresh = new LinkedHashMap<>();
        notices.forEach(notice -> fresh.putIfAbsent(notice.key(), notice));
        for (List<Object> keys : slices(fresh.keySet())) {
            database.select("SELECT notice_key FROM @notice WHERE notice_key IN " + places(keys), keys)
                    .forEach(row -> fresh.remove(row.text(0)));
        }
        Inserts inserts = new Inserts(database, "@notice (" + COLUMNS + ")");
        long seq = last;
        for (Notice notice : fresh.values()) {
            seq++;
            LongText text = LongText.of(notice.text());
            inserts.add(
                    notice.key(),
                    seq,
                    notice.topic().name(),
                    notice.recipient().kind().name(),
                    notice.recipient().name(),
                    notice.release().value(),
                    Micros.of("notice's at", notice.at()),
                    0,
                    text.first(),
                    text.parts());
            Parts.ofNotices(database).keep(seq, text);
        }
        inserts.send();
        return fresh.size();
    }

    List<Notice> undelivered(int limit) {
        return database
                .select("SELECT " + COLUMNS + " FROM @notice WHERE delivered = 0 ORDER BY seq LIMIT ?1", limit)
                .stream()
                .map(this::toNotice)
                .toList();
    }

    void delivered(Collection<String> keys) {
        // In one order everywhere, so that two who mark the same notices do not wait for each other.
        for (List<Object> slice : slices(keys.stream().sorted().distinct().toList())) {
            database.update(
                    "UPDATE @notice SET delivered = 1 WHERE delivered = 0 AND notice_key IN " + places(slice), slice);
        }
    }

    private Notice toNotice(Row row) {
        String text = Parts.ofNotices(database)
                .whole(row.text(8), row.number(1), row.number(9))
                .orElseThrow(() -> new StoreException("Parts of notice " + row.text(0) + " are missing"));
        return new Notice(
                row.text(0),
                Notice.Topic.valueOf(row.text(2)),
                new Party(Party.Kind.valueOf(row.text(3)), row.text(4)),
                ReleaseId.of(row.text(5)),
                text,
                Micros.instant(row.number(6)));
    }

    private static List<List<Object>> slices(Collection<String> keys) {
        List<Object> all = new ArrayList<>(keys);
        List<List<Object>> slices = new ArrayList<>();
        for (int from = 0; from < all.size(); from += MOST_KEYS) {
            slices.add(all.subList(from, Math.min(from + MOST_KEYS, all.size())));
        }
        return slices;
    }

    private static String places(List<Object> keys) {
        return IntStream.rangeClosed(1, keys.size()).mapToObj(i -> "?" + i).collect(Collectors.joining(", ", "(", ")"));
    }
}
