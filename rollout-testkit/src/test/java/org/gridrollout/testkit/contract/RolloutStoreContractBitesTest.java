package org.gridrollout.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Supplier;
import org.gridrollout.api.spi.RolloutStore;
import org.junit.jupiter.api.Test;

class RolloutStoreContractBitesTest {

    @Test
    void everyTestFailsOnAStoreThatDoesNothing() {
        ContractRun run = ContractRun.of(DoesNothing.class);
        assertThat(run.passed()).isEmpty();
        assertThat(run.failed()).hasSizeGreaterThan(40);
    }

    @Test
    void noTestFailsOnAStoreThatKeepsIt() {
        assertThat(ContractRun.of(InMemoryRolloutStoreContractTest.class).failed())
                .isEmpty();
    }

    @Test
    void noticesAStoreThatForgetsStaleness() {
        assertThat(ContractRun.of(ForgetsStaleness.class).failed())
                .contains(
                        "isRefusedOnceTheStreamHasMovedOn",
                        "isRefusedIfTheStreamMustNotExistYetAndDoes",
                        "isRefusedIfItIsAheadOfTheStream",
                        "takesTheWholeChangeWithItWhereverItStands",
                        "compareAndSetOnOneStreamLosesNoUpdate",
                        "onlyOneMakesANewStream");
    }

    @Test
    void noticesAStoreThatAppliesHalf() {
        assertThat(ContractRun.of(AppliesHalf.class).failed())
                .contains("takesTheWholeChangeWithItWhereverItStands", "leavesNoGapInTheJournal");
    }

    @Test
    void noticesAStoreThatAppliesAChangeTwice() {
        assertThat(ContractRun.of(ForgetsChanges.class).failed())
                .contains("isNotAppliedTwice", "isHeldOnceKeptAndNotBefore", "oneChangeCommittedByManyIsAppliedOnce");
    }

    @Test
    void noticesAStoreThatTellsTwice() {
        assertThat(ContractRun.of(ForgetsDelivery.class).failed())
                .contains("areGoneOnceMarkedDelivered", "areNotKeptAgainOnceDelivered");
    }

    @Test
    void noticesAStoreThatLosesAllOverARestart() {
        assertThat(ContractRun.of(ForgetsAll.class).failed())
                .containsExactly("goesOnAfterAReopening", "keepsEverythingOverAReopening");
    }

    @Test
    void noticesAStoreThatDoesNotChain() {
        assertThat(ContractRun.of(DoesNotChain.class).failed())
                .contains(
                        "isTheOneThatTheRuleGives",
                        "holdsWhateverTheRecordsSay",
                        "isOneChainHoweverManyStreamsAreWrittenAtOnce");
    }

    @Test
    void noticesAStoreThatForgetsItsHead() {
        assertThat(ContractRun.of(ForgetsItsHead.class).failed())
                .contains("endsAtTheHead", "staysWhereItIsIfNothingIsRecorded", "goesOnAfterAReopening");
    }

    abstract static class Broken extends RolloutStoreContract {

        private final Supplier<RolloutStore> store;

        Broken(Supplier<RolloutStore> store) {
            this.store = store;
        }

        @Override
        protected StoreFixture fixture() {
            return StoreFixture.of(store);
        }
    }

    static class DoesNothing extends Broken {
        DoesNothing() {
            super(BrokenStores.DoesNothing::new);
        }
    }

    static class ForgetsStaleness extends Broken {
        ForgetsStaleness() {
            super(BrokenStores.ForgetsStaleness::new);
        }
    }

    static class AppliesHalf extends Broken {
        AppliesHalf() {
            super(BrokenStores.AppliesHalf::new);
        }
    }

    static class ForgetsChanges extends Broken {
        ForgetsChanges() {
            super(BrokenStores.ForgetsChanges::new);
        }
    }

    static class ForgetsDelivery extends Broken {
        ForgetsDelivery() {
            super(BrokenStores.ForgetsDelivery::new);
        }
    }

    static class DoesNotChain extends Broken {
        DoesNotChain() {
            super(BrokenStores.DoesNotChain::new);
        }
    }

    static class ForgetsItsHead extends Broken {
        ForgetsItsHead() {
            super(BrokenStores.ForgetsItsHead::new);
        }
    }

    static class ForgetsAll extends RolloutStoreContract {
        @Override
        protected StoreFixture fixture() {
            return StoreFixture.of(BrokenStores.Sound::new, store -> new BrokenStores.Sound());
        }
    }
}
