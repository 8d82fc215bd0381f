package org.gridrollout.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gridrollout.testkit.contract.Changes.NOON;
import static org.gridrollout.testkit.contract.Changes.newId;
import static org.gridrollout.testkit.contract.Changes.notice;
import static org.gridrollout.testkit.contract.Changes.write;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.gridrollout.api.notice.Notice;
import org.gridrollout.api.party.Party;
import org.gridrollout.api.software.ReleaseId;
import org.gridrollout.api.store.StoreChange;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Notices on their way out. */
abstract class StoreNoticeContract extends StoreQueryContract {

    @Nested
    class Notices {

        @Test
        void waitInTheOrderTheyWereKept() {
            stored(Changes.telling(write(VOMS, 0, "b"), notice("z"), notice("a")));
            stored(Changes.telling(write(VOMS, 1, "b"), notice("m")));
            assertThat(store.undelivered(10)).containsExactly(notice("z"), notice("a"), notice("m"));
            assertThat(store.undelivered(2)).containsExactly(notice("z"), notice("a"));
            assertThat(store.undelivered(1)).containsExactly(notice("z"));
        }

        @Test
        void areKeptOnceByTheirKeys() {
            Notice second = new Notice(
                    "k",
                    Notice.Topic.OUTCOME,
                    Party.NOBODY,
                    ReleaseId.of("other"),
                    "The same key again.",
                    NOON.plusSeconds(1));
            stored(Changes.telling(write(VOMS, 0, "b"), notice("k"), second));
            stored(Changes.telling(write(VOMS, 1, "b"), notice("new"), second));
            assertThat(store.undelivered(10)).containsExactly(notice("k"), notice("new"));
        }

        @Test
        void areGoneOnceMarkedDelivered() {
            stored(Changes.telling(write(VOMS, 0, "b"), notice("a"), notice("b"), notice("c")));
            store.markDelivered(List.of("a", "c"));
            assertThat(store.undelivered(10)).containsExactly(notice("b"));
            store.markDelivered(List.of("a", "b", "b"));
            assertThat(store.undelivered(10)).isEmpty();
        }

        @Test
        void areNotKeptAgainOnceDelivered() {
            stored(Changes.telling(write(VOMS, 0, "b"), notice("a")));
            assertThat(store.undelivered(10)).hasSize(1);
            store.markDelivered(List.of("a"));
            stored(Changes.telling(write(VOMS, 1, "b"), notice("a")));
            assertThat(store.undelivered(10)).isEmpty();
        }

        @Test
        void ofUnknownKeysAreNotMissed() {
            stored(Changes.telling(write(VOMS, 0, "b"), notice("a")));
            store.markDelivered(List.of("unknown", "A", "a "));
            store.markDelivered(List.of());
            assertThat(store.undelivered(10)).containsExactly(notice("a"));
            store.markDelivered(Set.of("unknown", "a"));
            assertThat(store.undelivered(10)).isEmpty();
        }

        @Test
        void markedBeforeTheyWereKeptAreStillDelivered() {
            store.markDelivered(List.of("a"));
            stored(Changes.telling(write(VOMS, 0, "b"), notice("a")));
            assertThat(store.undelivered(10)).containsExactly(notice("a"));
        }

        @Test
        void mayBeMarkedByTheThousand() {
            List<Notice> many =
                    IntStream.range(0, 2_500).mapToObj(i -> notice("key-" + i)).toList();
            stored(new StoreChange(newId(), List.of(write(VOMS, 0, "b")), many));
            assertThat(store.undelivered(10_000)).isEqualTo(many);
            store.markDelivered(many.stream()
                    .map(Notice::key)
                    .filter(key -> !key.equals("key-7"))
                    .toList());
            assertThat(store.undelivered(10_000)).containsExactly(notice("key-7"));
        }

        @Test
        void ofEveryTopicToEveryPartyComeBackUnchanged() {
            List<Notice> all = new ArrayList<>();
            for (Notice.Topic topic : Notice.Topic.values()) {
                for (Party.Kind kind : Party.Kind.values()) {
                    Party recipient = new Party(kind, kind == Party.Kind.SITE ? "CERN-PROD" : "");
                    all.add(notice(topic + "/" + kind, topic, recipient));
                }
            }
            all.add(new Notice(
                    "\u00e9".repeat(400),
                    Notice.Topic.INCIDENT,
                    Party.MIDDLEWARE_UNIT,
                    ReleaseId.of("r".repeat(128)),
                    "Gr\u00fc\u00dfe \ud83d\udce6\n".repeat(5_000),
                    Instant.parse("2026-10-25T01:30:00.999999Z")));
            stored(new StoreChange(newId(), List.of(write(VOMS, 0, "b")), all));
            assertThat(store.undelivered(1_000)).isEqualTo(all);
        }
    }
}
