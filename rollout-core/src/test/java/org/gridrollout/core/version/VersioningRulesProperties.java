package org.gridrollout.core.version;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.gridrollout.api.software.Evr;
import org.gridrollout.api.spi.VersionScheme;
import org.gridrollout.core.version.VersionJudgement.Higher;
import org.gridrollout.core.version.VersionJudgement.NotHigher;

class VersioningRulesProperties {

    /** Two legal versions of one scheme. */
    record Pair(VersionScheme scheme, Evr candidate, Evr floor) {

        VersionJudgement judged() {
            return new VersioningRules(scheme).judge(candidate, floor);
        }

        /** The floor with the candidate's version: what a release could at most be put to. */
        boolean candidatesVersionIsBehind() {
            return scheme.compare(new Evr(floor.epoch(), candidate.version(), floor.release()), floor) < 0;
        }
    }

    @Property(tries = 3000)
    void whatMayFollowIsWhatIsHigher(@ForAll("pairs") Pair pair) {
        assertThat(pair.judged() instanceof Higher)
                .isEqualTo(pair.scheme().compare(pair.candidate(), pair.floor()) > 0);
    }

    @Property(tries = 3000)
    void everyProposalIsLegalStrictlyHigherAndProposedOnce(@ForAll("pairs") Pair pair) {
        List<VersionProposal> proposals = proposals(pair.judged());
        assertThat(proposals).allSatisfy(each -> {
            assertThat(pair.scheme().compare(each.evr(), pair.floor())).isPositive();
            assertThat(pair.scheme().parse(each.evr().toString())).isEqualTo(each.evr());
            assertThat(each.sentence()).contains(each.evr().toString());
        });
        assertThat(proposals).extracting(VersionProposal::evr).doesNotHaveDuplicates();
        assertThat(pair.judged() instanceof NotHigher && proposals.isEmpty()).isFalse();
    }

    @Property(tries = 3000)
    void onlyTheLastProposalRaisesTheEpochByOneAndOnlyForAVersionThatIsBehind(@ForAll("pairs") Pair pair) {
        List<VersionProposal> proposals = proposals(pair.judged());
        for (VersionProposal each : proposals) {
            boolean raised = each.evr().epoch() > pair.floor().epoch();
            assertThat(each.epoch()).isEqualTo(raised ? EpochUse.LAST_RESORT : EpochUse.KEPT);
            if (raised) {
                assertThat(each).isEqualTo(proposals.get(proposals.size() - 1));
                assertThat(each.evr().epoch()).isEqualTo(pair.floor().epoch() + 1);
                assertThat(pair.candidatesVersionIsBehind()).isTrue();
            } else {
                assertThat(each.evr().epoch()).isEqualTo(pair.floor().epoch());
            }
        }
    }

    @Property(tries = 3000)
    void aRaisedEpochIsFlaggedWithAWayToDoWithout(@ForAll("pairs") Pair pair) {
        if (pair.judged() instanceof Higher higher) {
            boolean raised = pair.candidate().epoch() > pair.floor().epoch();
            assertThat(higher.epoch() != EpochUse.KEPT).isEqualTo(raised);
            assertThat(higher.instead().isPresent()).isEqualTo(raised);
            assertThat(higher.epoch() == EpochUse.LAST_RESORT).isEqualTo(raised && pair.candidatesVersionIsBehind());
        }
    }

    @Property(tries = 3000)
    void theLastGoodContentAlwaysHasAWayBackWithinTheEpoch(@ForAll("pairs") Pair pair) {
        Evr floor = pair.scheme().compare(pair.candidate(), pair.floor()) > 0 ? pair.candidate() : pair.floor();
        Evr good = floor == pair.candidate() ? pair.floor() : pair.candidate();
        List<VersionProposal> ways = new VersioningRules(pair.scheme()).lastGoodAgain(good, floor);
        assertThat(ways)
                .isNotEmpty()
                .allSatisfy(each ->
                        assertThat(pair.scheme().compare(each.evr(), floor)).isPositive());
        assertThat(ways.get(0).evr().epoch()).isEqualTo(floor.epoch());
        assertThat(ways.subList(1, ways.size())).allSatisfy(each -> {
            assertThat(each.epoch()).isEqualTo(EpochUse.LAST_RESORT);
            assertThat(each.evr()).isEqualTo(new Evr(floor.epoch() + 1, good.version(), good.release()));
        });
    }

    @Provide
    Arbitrary<Pair> pairs() {
        return Arbitraries.oneOf(
                pairs(new RpmVersionScheme(), VersionArbitraries.evrs()),
                pairs(new DebianVersionScheme(), DebianArbitraries.evrs()),
                pairs(new SemverVersionScheme(), SemverArbitraries.evrs()),
                pairs(new MavenVersionScheme(), MavenArbitraries.evrs()));
    }

    private static Arbitrary<Pair> pairs(VersionScheme scheme, Arbitrary<Evr> versions) {
        return Combinators.combine(versions, versions).as((candidate, floor) -> new Pair(scheme, candidate, floor));
    }

    private static List<VersionProposal> proposals(VersionJudgement judgement) {
        return judgement instanceof NotHigher refused
                ? refused.proposals()
                : Stream.of((Higher) judgement)
                        .flatMap(higher -> higher.instead().stream())
                        .toList();
    }
}
