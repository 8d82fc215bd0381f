package org.gridrollout.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.gridrollout.api.command.RolloutCommand.Promote;
import org.gridrollout.api.party.Actor;
import org.gridrollout.api.software.BaseSnapshot;
import org.gridrollout.api.software.Platform;
import org.gridrollout.api.software.ReleaseId;
import org.gridrollout.api.spi.PackageRepository;
import org.gridrollout.api.spi.RolloutStore;
import org.gridrollout.core.engine.RolloutEngine;
import org.gridrollout.core.installability.BaseMove;
import org.gridrollout.core.installability.PromotionPlan;
import org.gridrollout.core.memory.InMemoryBaseRepositories;
import org.gridrollout.core.memory.InMemoryPackageRepository;
import org.gridrollout.core.memory.InMemoryRolloutStore;
import org.junit.jupiter.api.Test;

/** How the page on closure shows a host what production stays installable means to it. */
class InstallabilitySnippetsTest {

    private static final Platform EL9 = Platform.parse("el9/x86_64");

    private final List<String> shown = new ArrayList<>();
    private final Actor manager = Actor.middlewareUnit("mia");

    @Test
    void aHostPlansPromotionsAndTriesAnotherBase() {
        RolloutStore store = new InMemoryRolloutStore();
        PackageRepository repository = new InMemoryPackageRepository();
        InMemoryBaseRepositories base = new InMemoryBaseRepositories();
        BaseSnapshot moved = base.pin(EL9, Instant.parse("2026-03-02T08:00:00Z"), List.of());
        // snippet:installability
        RolloutEngine engine = RolloutEngine.builder()
                .store(store)
                .repository(repository)
                .base(base) // from now on nothing is published that breaks what clients can install
                .build();

        PromotionPlan plan = engine.plan(EL9); // what can go now, in which order, and what together
        for (Set<ReleaseId> step : plan.steps()) {
            Set<ReleaseId> with = new TreeSet<>(step);
            ReleaseId first = step.iterator().next();
            with.remove(first);
            engine.execute(new Promote(first, with, manager)).orThrow();
        }
        show(plan.inLines()); // also who stays behind, and why

        BaseMove move = engine.rehearse(moved); // before it is pinned
        if (!move.holds()) {
            show(move.inLines());
            engine.warn(move, manager); // files an incident with each release that would break
        }
        // end
        assertThat(shown).containsExactly("");
    }

    private void show(String text) {
        shown.add(text);
    }
}
