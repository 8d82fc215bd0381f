package org.gridrollout.core.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gridrollout.core.scenario.Infrastructure.CERN;
import static org.gridrollout.core.scenario.Infrastructure.DESY;

import java.util.List;
import java.util.Optional;
import org.gridrollout.api.command.RolloutCommand;
import org.gridrollout.api.command.RolloutCommand.Contribute;
import org.gridrollout.api.incident.Criticality;
import org.gridrollout.api.notice.Notice;
import org.gridrollout.api.party.Party;
import org.gridrollout.api.party.TeamId;
import org.gridrollout.api.rollout.RestorationWay;
import org.gridrollout.api.rollout.RolloutState;
import org.gridrollout.api.software.Evr;
import org.gridrollout.api.software.Nevra;
import org.gridrollout.api.software.PackageRef;
import org.gridrollout.api.software.Release;
import org.gridrollout.api.software.ReleaseId;
import org.gridrollout.api.software.Sha256;
import org.gridrollout.api.software.SoftwarePackageBuilder;
import org.gridrollout.api.verdict.Finding;
import org.gridrollout.api.verdict.Verdict;
import org.gridrollout.core.memory.InMemoryPackageRepository;
import org.junit.jupiter.api.Test;

/**
 * Versions that follow one another on a platform. EGI's release records of 2011 to 2022 have 7 decreasing version numbers
 * and 25 re-releases under the same number.
 */
class VersioningScenariosTest {

    private static final Party TEAM = Party.team(TeamId.of("voms-team"));

    private final Infrastructure grid = new Infrastructure().product("voms");

    @Test
    void umdRecords_decreasingNumberIsRefusedWithEveryWayToReleaseThatContent() {
        grid.inProduction(grid.contribute("voms", "3.0"));
        Finding refused = refusal(grid.release("voms", "2.9"));
        assertThat(refused.rule().value()).isEqualTo("above-floor");
        assertThat(refused.sentence())
                .isEqualTo("Package voms-2.9-1.el9.x86_64 is not higher than 3.0-1.el9, which el9/x86_64 has seen."
                        + " Next possible version: 3.0-2.el9."
                        + " The content of 2.9-1.el9 can be released as 3.0+really2.9-1.el9."
                        + " The version of 2.9-1.el9 can be kept only under another epoch, as 1:2.9-1.el9:"
                        + " the last resort, since an epoch can never be taken back.");
        assertThat(refused.values())
                .containsEntry("floor", "3.0-1.el9")
                .containsEntry("next", "3.0-2.el9")
                .containsEntry("lastResort", "1:2.9-1.el9");
        assertThat(refused.changes()).hasToString("[" + TEAM + " contributes voms as 3.0-2.el9 or higher]");
    }

    @Test
    void umdRecords_sameNumberWithOtherContentIsRefusedByItsName() {
        ReleaseId first = grid.inProduction(grid.contribute("voms", "3.0"));
        Sha256 before = grid.rollout(first).release().packages().get(0).sha256();
        PackageRef rebuilt = rebuilt("3.0");
        Finding refused = refusal(offered("voms-3.0-again", rebuilt));
        assertThat(refused.rule().value()).isEqualTo("name-means-one-content");
        assertThat(refused.sentence())
                .isEqualTo("Package voms-3.0-1.el9.x86_64 came with other content in release voms-3.0: its SHA-256 was "
                        + before + ", and is " + rebuilt.sha256() + " here. A name means one content for good."
                        + " Next possible version: 3.0-2.el9.");
        assertThat(refused.changes()).hasToString("[" + TEAM + " contributes voms as 3.0-2.el9 or higher]");
    }

    @Test
    void umdRecords_sameNumberWithTheSameContentIsRefusedAsNothingNew() {
        ReleaseId first = grid.inProduction(grid.contribute("voms", "3.0"));
        PackageRef same = grid.rollout(first).release().packages().get(0);
        Finding refused = refusal(offered("voms-3.0-again", same));
        assertThat(refused.rule().value()).isEqualTo("above-floor");
        assertThat(refused.sentence()).contains("It came with this very content in release voms-3.0.");
    }

    @Test
    void nameOfWhatWasWithdrawnLongAgoStillMeansItsContent() {
        ReleaseId withdrawn = grid.contribute("voms", "3.0");
        grid.does(new RolloutCommand.Withdraw(withdrawn, "a mistake", Infrastructure.packager("voms")));
        grid.inProduction(grid.contribute("voms", "3.1"));
        Finding refused = refusal(offered("voms-3.0-again", rebuilt("3.0")));
        assertThat(refused.rule().value()).isEqualTo("name-means-one-content");
        assertThat(refused.sentence()).contains("in release voms-3.0").contains("Next possible version: 3.1-2.el9.");
    }

    @Test
    void nameOfWhatNoClientEverSawIsFree() {
        Nevra nevra = new Nevra("voms", Evr.of("3.0", "1.el9"), "x86_64");
        Release lost = offered("voms-lost", new PackageRef(nevra, new Sha256("0".repeat(64))));
        grid.contribute(lost);
        assertThat(grid.state(lost.id())).isEqualTo(RolloutState.REFUSED);
        assertThat(grid.state(grid.contribute(offered("voms-found", rebuilt("3.0")))))
                .isEqualTo(RolloutState.IN_BETA);
    }

    @Test
    void everyPackageThatFallsShortIsNamedAtOnce() {
        grid.inProduction(grid.contribute("voms", "3.0"));
        Release other =
                grid.release("voms", "2.9").withPackages(List.of(grid.take("voms", "2.9"), rebuilt("3.0", "i686")));
        assertThat(verdict(other).findings()).hasSize(2);
    }

    @Test
    void everyPackageIsComparedWithTheContentItsOwnNameHadBefore() {
        Release first = offered("voms-first", grid.take("voms", "3.0"))
                .withPackages(List.of(grid.take("voms", "3.0"), rebuilt("3.0", "i686")));
        grid.contribute(first);
        PackageRef i686 = taken("3.0", "i686");
        Release other = offered("voms-other", i686).withPackages(List.of(rebuilt("3.0"), i686));
        assertThat(verdict(other).findings())
                .extracting(each -> each.values().get("contentBefore"))
                .containsExactlyElementsOf(first.packages().stream()
                        .map(each -> each.sha256().toString())
                        .toList());
    }

    @Test
    void whereNoLegalVersionFollowsTheRefusalProposesNone() {
        PackageRef last = grid.take("voms", Evr.of("3".repeat(1022), "9"));
        grid.contribute(offered("voms-last", last));
        Finding refused = refusal(offered("voms-again", last));
        assertThat(refused.rule().value()).isEqualTo("above-floor");
        assertThat(refused.sentence()).endsWith("No legal version is close above it.");
        assertThat(refused.values()).doesNotContainKey("next");
        assertThat(refused.changes()).isEmpty();
    }

    @Test
    void epochThatWasNotNeededIsAcceptedAndFlaggedToTheMuAndTheTeam() {
        grid.inProduction(grid.contribute("voms", "3.0"));
        grid.told.clear();
        grid.contribute(offered("voms-epoch", grid.take("voms", new Evr(1, "3.1", "1.el9"))));
        assertThat(grid.told).extracting(Notice::recipient).containsExactly(Party.MIDDLEWARE_UNIT, TEAM);
        assertThat(grid.told)
                .allSatisfy(each -> assertThat(each.text())
                        .endsWith("Package voms-1:3.1-1.el9.x86_64 raises its epoch: 1:3.1-1.el9 is higher than"
                                + " 3.0-1.el9, and would be without another epoch. An epoch can never be taken back."
                                + " The version of 1:3.1-1.el9 can be kept as 3.1-1.el9: its epoch is that of"
                                + " 3.0-1.el9."));
    }

    @Test
    void versionThatKeepsItsEpochIsNothingToRemark() {
        grid.inProduction(grid.contribute("voms", "3.0"));
        grid.told.clear();
        grid.contribute("voms", "3.1");
        assertThat(grid.told)
                .filteredOn(each -> each.topic() == Notice.Topic.REMARK)
                .isEmpty();
    }

    @Test
    void umd151_restorationSaysWhatEachWayWouldNeedAndThatAnEpochIsTheLastOfThem() {
        grid.inProduction(grid.contribute("voms", "2.9"));
        ReleaseId faulty = grid.inProduction(grid.contribute("voms", "3.0"));
        grid.deploy(faulty, CERN);
        grid.file(faulty, "GGUS-1", DESY);
        grid.decide(faulty, "GGUS-1", Criticality.CRITICAL);
        List<RestorationWay> ways =
                grid.rollout(faulty).restoration().orElseThrow().ways();
        assertThat(ways)
                .extracting(RestorationWay::kind)
                .containsExactly(
                        RestorationWay.Kind.FIXED_RELEASE,
                        RestorationWay.Kind.LAST_GOOD_AGAIN,
                        RestorationWay.Kind.REMOVAL);
        assertThat(ways.get(0).versions()).containsEntry("voms", Evr.of("3.0", "2.el9"));
        assertThat(ways.get(1).versions()).containsEntry("voms", Evr.of("3.0+really2.9", "1.el9"));
        assertThat(ways.get(1).sentence())
                .isEqualTo("Release the content of voms-2.9 (voms-2.9-1.el9.x86_64) again as"
                        + " voms 3.0+really2.9-1.el9 or higher. voms: The version of 2.9-1.el9 can be kept only under"
                        + " another epoch, as 1:2.9-1.el9: the last resort, since an epoch can never be taken back.");
    }

    @Test
    void everyWayOfARestorationLeadsToAReleaseThatIsAccepted() {
        grid.inProduction(grid.contribute("voms", "2.9"));
        ReleaseId faulty = grid.inProduction(grid.contribute("voms", "3.0"));
        grid.file(faulty, "GGUS-1", DESY);
        grid.decide(faulty, "GGUS-1", Criticality.CRITICAL);
        Evr again = grid.rollout(faulty)
                .restoration()
                .orElseThrow()
                .ways()
                .get(1)
                .versions()
                .get("voms");
        Release fix = offered("voms-again", grid.take("voms", again)).withRestores(Optional.of(faulty));
        grid.inProduction(grid.contribute(fix));
        assertThat(grid.state(faulty)).isEqualTo(RolloutState.SUPERSEDED);
    }

    private Finding refusal(Release release) {
        assertThat(verdict(release).findings()).hasSize(1);
        return verdict(release).findings().get(0);
    }

    private Verdict verdict(Release release) {
        return grid.refusal(new Contribute(release, Infrastructure.packager("voms")));
    }

    private Release offered(String id, PackageRef only) {
        return grid.release("voms", "3.0").withId(ReleaseId.of(id)).withPackages(List.of(only));
    }

    /** The same name with other content. */
    private PackageRef rebuilt(String version) {
        return rebuilt(version, "x86_64");
    }

    private PackageRef taken(String version, String arch) {
        Nevra nevra = new Nevra("voms", Evr.of(version, "1.el9"), arch);
        return grid.take(nevra, InMemoryPackageRepository.packageFile(nevra));
    }

    private PackageRef rebuilt(String version, String arch) {
        Nevra nevra = new Nevra("voms", Evr.of(version, "1.el9"), arch);
        return grid.take(
                nevra,
                InMemoryPackageRepository.packageFile(new SoftwarePackageBuilder()
                        .nevra(nevra)
                        .sha256(new Sha256("0".repeat(64)))
                        .size(0)
                        .summary("built again")
                        .source("")
                        .build()));
    }
}
