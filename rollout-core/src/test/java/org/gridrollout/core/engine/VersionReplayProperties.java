package org.gridrollout.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.gridrollout.api.software.ReleaseId;
import org.gridrollout.core.engine.VersionActions.Action;
import org.gridrollout.core.engine.VersionActions.Kind;
import org.gridrollout.core.memory.InMemoryRolloutStore;
import org.gridrollout.core.whatif.Difference;
import org.gridrollout.core.whatif.JournalReplay;
import org.gridrollout.core.whatif.WhatIf;

/** What sites reported is played again like everything else, also where the power went in between. */
class VersionReplayProperties {

    private static final int POWER_ON = 1_000;

    @Provide
    Arbitrary<List<Action>> actions() {
        return VersionActions.actions()
                .map(all ->
                        all.stream().map(VersionReplayProperties::reportedWhole).toList());
    }

    /** A report whose engine stops before it is followed may be followed earlier in a replay than it was. */
    private static Action reportedWhole(Action action) {
        return action.kind() == Kind.REPORT ? new Action(action.kind(), POWER_ON, action.choices()) : action;
    }

    @Property(tries = 150)
    void replayIsFaithful(@ForAll("actions") List<Action> actions) {
        VersionActions life = lived(actions);
        InMemoryRolloutStore again = new InMemoryRolloutStore();
        assertThat(JournalReplay.of(life.grid.engine).into(again).run().deviations())
                .isEmpty();
        for (ReleaseId each : life.releases) {
            assertThat(again.load(Streams.of(each)).orElseThrow().body())
                    .isEqualTo(
                            life.grid.store.load(Streams.of(each)).orElseThrow().body());
        }
    }

    @Property(tries = 100)
    void withTheSamePolicyNothingDiffers(@ForAll("actions") List<Action> actions) {
        assertThat(WhatIf.of(lived(actions).grid.engine).run()).matches(Difference::isEmpty, "is empty");
    }

    private static VersionActions lived(List<Action> actions) {
        VersionActions life = new VersionActions();
        actions.forEach(life::perform);
        life.settle();
        return life;
    }
}
