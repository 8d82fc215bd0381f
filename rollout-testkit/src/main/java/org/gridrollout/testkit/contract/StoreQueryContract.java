package org.gridrollout.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gridrollout.testkit.contract.Changes.NOON;
import static org.gridrollout.testkit.contract.Changes.index;
import static org.gridrollout.testkit.contract.Changes.indexed;
import static org.gridrollout.testkit.contract.Changes.newId;
import static org.gridrollout.testkit.contract.Changes.rollout;
import static org.gridrollout.testkit.contract.Changes.write;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.gridrollout.api.store.IndexEntry;
import org.gridrollout.api.store.StoreChange;
import org.gridrollout.api.store.StreamId;
import org.gridrollout.api.store.StreamQuery;
import org.gridrollout.api.store.StreamWrite;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Finding streams by what they are indexed by. */
abstract class StoreQueryContract extends StoreChainContract {

    @Nested
    class AQuery {

        @Test
        void findsStreamsOfOneKindInTheOrderOfTheirNames() {
            for (String name : List.of("b", "a10", "B", "a", "a-1", "a2", "_")) {
                stored(Changes.of(write(rollout(name), 0, "{}")));
            }
            stored(Changes.of(write(new StreamId(StreamId.Kind.SITE, "aa"), 0, "{}")));
            assertThat(store.find(query().build()))
                    .containsExactly(
                            rollout("B"),
                            rollout("_"),
                            rollout("a"),
                            rollout("a-1"),
                            rollout("a10"),
                            rollout("a2"),
                            rollout("b"));
            assertThat(store.find(StreamQuery.of(StreamId.Kind.SITE, 1)))
                    .containsExactly(new StreamId(StreamId.Kind.SITE, "aa"));
            assertThat(store.find(StreamQuery.of(StreamId.Kind.PRODUCT, 1))).isEmpty();
        }

        @Test
        void findsByAnyOfTheStatesGiven() {
            keepOneInEachState("IN_BETA", "GOOD", "HELD");
            assertThat(names(query().addStates("GOOD").build())).containsExactly("r-GOOD");
            assertThat(names(query().addStates("HELD", "IN_BETA").build())).containsExactly("r-HELD", "r-IN_BETA");
            assertThat(names(query().addStates("FAULTY").build())).isEmpty();
            assertThat(names(query().build())).hasSize(3);
        }

        private void keepOneInEachState(String... states) {
            for (String state : states) {
                stored(Changes.of(indexed(rollout("r-" + state), 0, index(state, "", "", null))));
            }
        }

        @Test
        void findsWhatIsDueAtAnInstantOrBefore() {
            stored(Changes.of(
                    indexed(rollout("before"), 0, index("", "", "", NOON.minusNanos(1_000))),
                    indexed(rollout("at"), 0, index("", "", "", NOON)),
                    indexed(rollout("after"), 0, index("", "", "", NOON.plusNanos(1_000))),
                    indexed(rollout("never"), 0, index("", "", "", null))));
            assertThat(names(query().dueBy(NOON).build())).containsExactly("at", "before");
            assertThat(names(query().build())).containsExactly("after", "at", "before", "never");
        }

        @Test
        void findsOnlyWhatMeetsEveryCriterion() {
            List<String> states = List.of("GOOD", "HELD", "");
            List<String> products = List.of("voms", "fts", "");
            List<String> platforms = List.of("el8/x86_64", "el9/x86_64");
            List<Optional<Instant>> dues =
                    List.of(Optional.empty(), Optional.of(NOON), Optional.of(NOON.plusSeconds(1)));
            List<StreamWrite> all = new ArrayList<>();
            for (String state : states) {
                for (String product : products) {
                    for (String platform : platforms) {
                        for (Optional<Instant> due : dues) {
                            all.add(indexed(
                                    rollout(String.format("r%02d", all.size())),
                                    0,
                                    new IndexEntry(state, product, platform, due)));
                        }
                    }
                }
            }
            stored(new StoreChange(newId(), all, List.of()));
            for (Set<String> state : List.of(Set.<String>of(), Set.of("GOOD"), Set.of("GOOD", "HELD"))) {
                for (Optional<String> product :
                        List.of(Optional.<String>empty(), Optional.of("voms"), Optional.of(""))) {
                    for (Optional<String> platform : List.of(Optional.<String>empty(), Optional.of("el9/x86_64"))) {
                        for (Optional<Instant> due : List.of(Optional.<Instant>empty(), Optional.of(NOON))) {
                            for (Optional<String> after : List.of(Optional.<String>empty(), Optional.of("r17"))) {
                                StreamQuery query = new StreamQuery(
                                        StreamId.Kind.ROLLOUT, state, product, platform, due, after, 10_000);
                                List<String> expected = all.stream()
                                        .filter(write -> meets(write, query))
                                        .map(write -> write.stream().name())
                                        .toList();
                                assertThat(names(query)).as("%s", query).isEqualTo(expected);
                                assertThat(names(query.withLimit(2)))
                                        .as("%s", query)
                                        .isEqualTo(expected.stream().limit(2).toList());
                            }
                        }
                    }
                }
            }
        }

        private boolean meets(StreamWrite write, StreamQuery query) {
            IndexEntry index = write.index();
            return (query.states().isEmpty() || query.states().contains(index.state()))
                    && query.product().map(index.product()::equals).orElse(true)
                    && query.platform().map(index.platform()::equals).orElse(true)
                    && query.dueBy()
                            .map(by -> index.nextDue().isPresent()
                                    && !index.nextDue().get().isAfter(by))
                            .orElse(true)
                    && query.after()
                            .map(after -> write.stream().name().compareTo(after) > 0)
                            .orElse(true);
        }

        @Test
        void pagesOnAfterAName() {
            for (int i = 0; i < 7; i++) {
                stored(Changes.of(write(rollout("r" + i), 0, "{}")));
            }
            assertThat(names(query().limit(3).build())).containsExactly("r0", "r1", "r2");
            assertThat(names(query().limit(3).after("r2").build())).containsExactly("r3", "r4", "r5");
            assertThat(names(query().limit(3).after("r5").build())).containsExactly("r6");
            assertThat(names(query().limit(3).after("r6").build())).isEmpty();
            assertThat(names(query().limit(1).after("r3a").build())).containsExactly("r4");
        }

        @Test
        void followsTheIndexOfTheLatestWrite() {
            stored(Changes.of(indexed(VOMS, 0, index("IN_BETA", "voms", "el9/x86_64", NOON))));
            stored(Changes.of(indexed(VOMS, 1, index("GOOD", "voms2", "el8/x86_64", null))));
            assertThat(names(query().addStates("IN_BETA").build())).isEmpty();
            assertThat(names(query().product("voms").build())).isEmpty();
            assertThat(names(query().platform("el9/x86_64").build())).isEmpty();
            assertThat(names(query().dueBy(NOON.plusSeconds(60)).build())).isEmpty();
            assertThat(names(query().addStates("GOOD")
                            .product("voms2")
                            .platform("el8/x86_64")
                            .build()))
                    .containsExactly("voms-1");
            stored(Changes.of(indexed(VOMS, 2, index("GOOD", "voms2", "el8/x86_64", NOON))));
            assertThat(names(query().dueBy(NOON).build())).containsExactly("voms-1");
        }

        @Test
        void seesStatesAndProductsOfTheLengthsTheyMayHave() {
            String state = "S".repeat(40);
            String product = "p".repeat(128);
            String platform = "o".repeat(32) + "/" + "a".repeat(32);
            stored(Changes.of(indexed(VOMS, 0, index(state, product, platform, null))));
            assertThat(names(query().addStates(state)
                            .product(product)
                            .platform(platform)
                            .build()))
                    .containsExactly("voms-1");
            assertThat(names(query().addStates("s".repeat(40)).build())).isEmpty();
        }
    }
}
