package org.gridrollout.core.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import org.gridrollout.api.command.RolloutCommand;
import org.gridrollout.api.command.SiteRegistryCommand.ReportVersions;
import org.gridrollout.api.party.SiteId;
import org.gridrollout.api.software.Evr;
import org.gridrollout.api.software.Release;
import org.gridrollout.api.software.ReleaseId;
import org.gridrollout.api.store.StoreException;

/** Random lives of a small grid: releases come, sites report what they run, and the power may go at any commit. */
final class VersionActions {

    private static final List<String> COMPONENTS = List.of("voms", "voms-clients", "openssl");

    final SmallGrid grid = new SmallGrid();
    final List<ReleaseId> releases = new ArrayList<>();
    final Map<SiteId, Map<String, Evr>> reported = new HashMap<>();
    private int versions;

    /**
     * One thing that happens.
     *
     * @param power how many commits succeed before the power goes
     * @param choices what it is about, as the kind wants it
     */
    record Action(Kind kind, int power, List<Integer> choices) {}

    enum Kind {
        CONTRIBUTE,
        REPORT,
        SWEEP
    }

    static Arbitrary<List<Action>> actions() {
        Arbitrary<Kind> kind = Arbitraries.frequencyOf(
                Tuple.of(2, Arbitraries.just(Kind.CONTRIBUTE)),
                Tuple.of(6, Arbitraries.just(Kind.REPORT)),
                Tuple.of(1, Arbitraries.just(Kind.SWEEP)));
        Arbitrary<Integer> power = Arbitraries.oneOf(
                Arbitraries.just(1_000), Arbitraries.integers().between(0, 4));
        Arbitrary<List<Integer>> choices =
                Arbitraries.integers().between(0, 11).list().ofSize(4);
        return Combinators.combine(kind, power, choices)
                .as(Action::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(14);
    }

    void perform(Action action) {
        grid.now = grid.now.plusSeconds(60);
        grid.commitsLeft(action.power());
        try {
            switch (action.kind()) {
                case CONTRIBUTE -> contribute(action.choices());
                case REPORT -> report(action.choices());
                case SWEEP -> grid.engine.sweep();
            }
        } catch (StoreException powerIsGone) {
            assertThatSomethingFailed(action);
        }
        grid.powerIsBack();
    }

    /** Twice: what the first one publishes the second one can follow. */
    void settle() {
        grid.engine.sweep();
        grid.engine.sweep();
    }

    private static void assertThatSomethingFailed(Action action) {
        if (action.power() == 1_000) {
            throw new IllegalStateException("failed with power on");
        }
    }

    private void contribute(List<Integer> choices) {
        List<String> components = choices.get(0) % 3 == 0
                ? List.of("voms-clients")
                : choices.get(0) % 3 == 1 ? List.of("voms") : List.of("voms", "voms-clients");
        Release release = grid.release("2." + ++versions, components);
        try {
            grid.engine.execute(new RolloutCommand.Contribute(release, SmallGrid.PACKAGER));
        } finally {
            if (grid.engine.rollout(release.id()).isPresent()) {
                releases.add(release.id());
            }
        }
    }

    /** Any mix of versions that came, will come, or only this site has; 0 is "not installed". */
    private void report(List<Integer> choices) {
        SiteId site = SmallGrid.SITES.get(choices.get(0) % 3);
        Map<String, Evr> installed = new TreeMap<>();
        boolean whole = choices.get(1) % 2 == 0;
        for (int i = 0; i < COMPONENTS.size(); i++) {
            int version = choices.get(whole ? 2 : 1 + i) % (versions + 2);
            if (version > 0) {
                installed.put(COMPONENTS.get(i), SmallGrid.evr("2." + version));
            }
        }
        try {
            grid.engine.execute(new ReportVersions(site, SmallGrid.EL9, installed, SmallGrid.at(site)));
        } finally {
            boolean kept = grid.engine
                    .installations(site, SmallGrid.EL9)
                    .filter(each -> each.changed(installed).isEmpty())
                    .isPresent();
            if (kept) {
                reported.put(site, installed);
            }
        }
    }
}
