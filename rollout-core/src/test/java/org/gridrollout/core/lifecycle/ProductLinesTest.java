package org.gridrollout.core.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.gridrollout.api.event.RolloutEvent;
import org.gridrollout.api.party.Actor;
import org.gridrollout.api.party.SiteId;
import org.gridrollout.api.party.TeamId;
import org.gridrollout.api.rollout.Deployment;
import org.gridrollout.api.rollout.ProductLine;
import org.gridrollout.api.rollout.Rollout;
import org.gridrollout.api.rollout.RolloutBuilder;
import org.gridrollout.api.rollout.RolloutState;
import org.gridrollout.api.software.Evr;
import org.gridrollout.api.software.Nevra;
import org.gridrollout.api.software.PackageRef;
import org.gridrollout.api.software.Platform;
import org.gridrollout.api.software.ProductId;
import org.gridrollout.api.software.Release;
import org.gridrollout.api.software.ReleaseId;
import org.gridrollout.api.software.Sha256;
import org.gridrollout.core.version.RpmVersionScheme;
import org.junit.jupiter.api.Test;

/** How a product's line follows what happens to its releases. */
class ProductLinesTest {

    private static final Instant NOW = Instant.parse("2026-03-02T08:00:00Z");
    private static final RpmVersionScheme VERSIONS = new RpmVersionScheme();
    private static final Actor TEAM = Actor.productTeam("tom", TeamId.of("voms-team"));
    private static final RolloutEvent PUBLISHED = new RolloutEvent.BetaPublished(NOW, 1);
    private static final RolloutEvent WITHDRAWN = new RolloutEvent.Withdrawn(NOW, TEAM, "a mistake", Optional.empty());
    private static final RolloutEvent ELSE = new RolloutEvent.HoldEscalated(NOW);
    private static final ProductLine EMPTY = ProductLine.empty(ProductId.of("voms"), Platform.parse("el9/x86_64"));

    @Test
    void releaseJoinsTheLineWhenItIsContributedAndLeavesItWhenItEnds() {
        Rollout begun = rollout("2.1", RolloutState.CONTRIBUTED);
        ProductLine line = after(EMPTY, begun, ELSE);
        assertThat(line.living()).extracting(ProductLine.Entry::release).containsExactly(begun.id());
        assertThat(after(line, begun.withState(RolloutState.WITHDRAWN), WITHDRAWN)
                        .living())
                .isEmpty();
    }

    @Test
    void linesOrderIsThatOfContribution() {
        ProductLine line = after(EMPTY, rollout("2.1", RolloutState.CONTRIBUTED), ELSE);
        line = after(line, rollout("2.2", RolloutState.CONTRIBUTED), ELSE);
        line = after(line, rollout("2.1", RolloutState.IN_BETA), PUBLISHED);
        assertThat(line.living())
                .extracting(each -> each.release().value(), ProductLine.Entry::state)
                .containsExactly(tuple("voms-2.1", RolloutState.IN_BETA), tuple("voms-2.2", RolloutState.CONTRIBUTED));
    }

    @Test
    void floorRisesWithWhatMayHaveBeenSeenAndNeverFalls() {
        ProductLine line = after(EMPTY, rollout("2.1", RolloutState.CONTRIBUTED), ELSE);
        assertThat(line.floor()).isEmpty();
        line = after(line, rollout("2.1", RolloutState.IN_BETA), PUBLISHED);
        assertThat(line.floor()).containsExactly(Map.entry("voms", Evr.of("2.1", "1")));
        line = after(line, rollout("2.3", RolloutState.WITHDRAWN), WITHDRAWN);
        assertThat(line.floor()).containsExactly(Map.entry("voms", Evr.of("2.3", "1")));
        line = after(line, rollout("2.2", RolloutState.IN_BETA), PUBLISHED);
        assertThat(line.floor()).containsExactly(Map.entry("voms", Evr.of("2.3", "1")));
    }

    @Test
    void whatChangesNothingInTheLineLeavesItAsItIs() {
        Rollout beta = rollout("2.1", RolloutState.IN_BETA);
        ProductLine line = after(after(EMPTY, rollout("2.1", RolloutState.CONTRIBUTED), ELSE), beta, PUBLISHED);
        assertThat(after(line, beta, ELSE)).isSameAs(line);
        assertThat(after(line, rollout("2.0", RolloutState.SUPERSEDED), ELSE)).isSameAs(line);
    }

    @Test
    void versionSeenAtASiteRaisesTheFloorOfItsComponent() {
        ProductLine line = after(EMPTY, rollout("2.1", RolloutState.IN_BETA), PUBLISHED);
        ProductLine higher = ProductLines.seen(line, Map.of("voms", Evr.of("2.5", "1")), VERSIONS);
        assertThat(higher.floor()).containsExactly(Map.entry("voms", Evr.of("2.5", "1")));
        assertThat(ProductLines.seen(higher, Map.of("voms", Evr.of("2.4", "1")), VERSIONS))
                .isSameAs(higher);
        assertThat(ProductLines.seen(higher, Map.of("voms", Evr.of("2.05", "1")), VERSIONS))
                .as("as high, written otherwise")
                .isSameAs(higher);
    }

    @Test
    void lastGoodReleaseIsTheOneThatLeftProductionWithoutAFault() {
        ProductLine good = superseded(RolloutState.IN_PRODUCTION);
        assertThat(good.lastGood()).map(ProductLine.Entry::release).contains(ReleaseId.of("voms-2.1"));
        assertThat(superseded(RolloutState.FAULTY).lastGood()).isEmpty();
        assertThat(superseded(RolloutState.ROLLING_OUT).lastGood()).isEmpty();
        ProductLine next = after(good, rollout("2.2", RolloutState.CONTRIBUTED), ELSE);
        assertThat(after(next, rollout("2.2", RolloutState.SUPERSEDED), superseded())
                        .lastGood())
                .as("one that never was in production")
                .isEqualTo(good.lastGood());
    }

    @Test
    void releaseLingersFromItsEndUntilTheLastSiteLeavesIt() {
        Deployment runs = new Deployment(SiteId.of("CERN"), NOW, Optional.empty(), Deployment.Basis.OWN_RISK);
        Deployment ran = new Deployment(SiteId.of("CERN"), NOW, Optional.of(NOW), Deployment.Basis.OWN_RISK);
        Rollout beta = rollout("2.1", RolloutState.IN_BETA).withDeployments(runs);
        ProductLine line = after(EMPTY, rollout("2.1", RolloutState.CONTRIBUTED), ELSE);
        line = after(line, beta, PUBLISHED);
        assertThat(line.lingering()).isEmpty();
        line = after(line, beta.withState(RolloutState.SUPERSEDED), superseded());
        assertThat(line.lingering()).containsExactly(beta.id());
        line = after(line, beta.withState(RolloutState.SUPERSEDED), ELSE);
        assertThat(line.lingering()).containsExactly(beta.id());
        line = after(line, beta.withState(RolloutState.SUPERSEDED).withDeployments(ran), ELSE);
        assertThat(line.lingering()).isEmpty();
        assertThat(line.living()).isEmpty();
    }

    @Test
    void releaseThatBringsEveryComponentCoversAnother() {
        Rollout one = rollout("2.1", RolloutState.IN_BETA, "voms");
        Rollout both = rollout("2.2", RolloutState.IN_BETA, "voms", "voms-clients");
        assertThat(ProductLines.covers(both, one)).isTrue();
        assertThat(ProductLines.covers(one, both)).isFalse();
        assertThat(ProductLines.covers(one, one)).isTrue();
    }

    @Test
    void releaseThatBringsEveryComponentInAHigherVersionSucceedsAnother() {
        Rollout one = rollout("2.1", RolloutState.IN_BETA, "voms");
        Rollout both = rollout("2.2", RolloutState.IN_BETA, "voms", "voms-clients");
        assertThat(ProductLines.succeeds(both, one, VERSIONS)).isTrue();
        assertThat(ProductLines.succeeds(one, both, VERSIONS)).isFalse();
        assertThat(ProductLines.succeeds(one, one, VERSIONS)).as("itself").isFalse();
        assertThat(ProductLines.succeeds(rollout("2.3", RolloutState.IN_BETA, "voms"), both, VERSIONS))
                .as("it leaves voms-clients behind")
                .isFalse();
        assertThat(ProductLines.succeeds(rollout("2.0", RolloutState.IN_BETA, "voms"), one, VERSIONS))
                .as("it is older")
                .isFalse();
    }

    private static ProductLine superseded(RolloutState from) {
        ProductLine line = after(EMPTY, rollout("2.1", RolloutState.CONTRIBUTED), ELSE);
        line = after(line, rollout("2.1", from), ELSE);
        return after(line, rollout("2.1", RolloutState.SUPERSEDED), superseded());
    }

    private static RolloutEvent superseded() {
        return new RolloutEvent.Superseded(NOW, ReleaseId.of("voms-9"), false, Optional.empty());
    }

    private static ProductLine after(ProductLine line, Rollout rollout, RolloutEvent event) {
        return ProductLines.evolve(line, rollout, event, VERSIONS);
    }

    private static Rollout rollout(String version, RolloutState state) {
        return rollout(version, state, "voms");
    }

    private static Rollout rollout(String version, RolloutState state, String... components) {
        Release release = Release.builder()
                .id(ReleaseId.of("voms-" + version))
                .product(ProductId.of("voms"))
                .label("VOMS " + version)
                .platform(Platform.parse("el9/x86_64"))
                .packages(Arrays.stream(components)
                        .map(each -> new PackageRef(
                                new Nevra(each, Evr.of(version, "1"), "x86_64"), new Sha256("0".repeat(64))))
                        .toList())
                .build();
        return new RolloutBuilder()
                .release(release)
                .state(state)
                .stateSince(NOW)
                .latestInstant(NOW)
                .build();
    }
}
