package org.gridrollout.filesystem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gridrollout.filesystem.Site.EL9;
import static org.gridrollout.filesystem.Site.adding;
import static org.gridrollout.filesystem.Site.advisory;
import static org.gridrollout.filesystem.Site.change;
import static org.gridrollout.filesystem.Site.publish;
import static org.gridrollout.filesystem.Site.published;
import static org.gridrollout.filesystem.Site.rpm;
import static org.gridrollout.filesystem.Site.taken;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.gridrollout.api.publication.ChangeSet;
import org.gridrollout.api.publication.PublicationResult;
import org.gridrollout.api.publication.PublicationResult.AlreadyPublished;
import org.gridrollout.api.publication.PublicationResult.Published;
import org.gridrollout.api.software.PackageRef;
import org.gridrollout.api.software.Stage;
import org.gridrollout.filesystem.upkeep.Damage;
import org.gridrollout.filesystem.upkeep.Damage.Kind;
import org.gridrollout.filesystem.upkeep.Progress;
import org.gridrollout.testkit.faults.FaultyDisk;
import org.gridrollout.testkit.faults.Survival;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Invariants 7, 8 and 12, with the writer killed or the power gone at every single step of a publication. */
class CrashedPublicationTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    private final FaultyDisk before = FaultyDisk.empty();
    private final List<byte[]> earlierRepomds = new ArrayList<>();
    private PackageRef kept;
    private PackageRef removed;
    private ChangeSet second;
    private ChangeSet third;
    private ChangeSet fourth;
    private Map<String, String> undisturbed;

    /** In its second generation, with the packages of the third and the fourth taken in. */
    @BeforeEach
    void start() throws IOException {
        FilesystemRepository repository = open(before);
        kept = taken(repository, "kept", "1");
        removed = taken(repository, "removed", "1");
        published(repository, adding("first", removed).telling(List.of(advisory("removed-1"))));
        earlierRepomds.add(repomd(repository));
        second = adding("second", kept).telling(List.of(advisory("kept-1")));
        published(repository, second);
        earlierRepomds.add(repomd(repository));
        List<PackageRef> added = List.of(taken(repository, "fts", "2"), taken(repository, "voms", "2"));
        third = change("third", added, List.of(removed)).telling(List.of(advisory("voms-2")));
        fourth = adding("fourth", taken(repository, rpm("dcache", "3"))); // goes on telling what the third told
        FaultyDisk disk = before.copy();
        published(open(disk), third);
        published(open(disk), fourth);
        undisturbed = TreeContents.of(open(disk).root());
    }

    @Test
    void invariant12_killedAtAnyStepItIsFinishedAsIfNothingHadHappened() throws Exception {
        EveryStep steps = EveryStep.of(before, this::publishThird);
        assertThat(steps.count()).isGreaterThan(40);
        steps.killed(this::lookAndFinish);
    }

    @Test
    void invariant12_withoutPowerAtAnyStepItIsFinishedAsIfNothingHadHappened() throws Exception {
        EveryStep.of(before, this::publishThird).powerless(this::lookAndFinish);
    }

    /** Its indexes have the names of those that are served, and nothing is forced to the disk sooner than it must be. */
    @Test
    void invariant08_withoutPowerAtAnyStepOfPublishingTheSameAgainWhatIsServedStaysWhole() throws Exception {
        EveryStep.of(before, disk -> {
                    FilesystemRepository repository =
                            at(disk).executor(task -> {}).open();
                    published(repository, adding("again", kept));
                })
                .powerless(left -> {
                    FilesystemRepository next = open(left);
                    assertThat(served(next)).isEqualTo(contentsBefore());
                    assertEarlierGenerationsCanBeRead(next);
                });
    }

    @Test
    void leavesNoIndexesBehindWhenSomethingElseIsPublishedNext() throws Exception {
        FaultyDisk disk = before.copy();
        published(open(disk), fourth);
        Set<Path> expected = indexes(disk);
        EveryStep.of(before, this::publishThird).killed(left -> {
            FilesystemRepository next = open(left);
            if (next.current(Stage.BETA, EL9).number() == 2) {
                published(next, fourth);
                assertThat(indexes(left)).hasSameSizeAs(expected);
            }
        });
    }

    private static Set<Path> indexes(FaultyDisk disk) throws IOException {
        return Set.copyOf(Repodata.indexes(new Tree(open(disk).root(), Stage.BETA, EL9)));
    }

    @Test
    void ofAFirstGenerationEverIsFinishedToo() throws Exception {
        FaultyDisk fresh = FaultyDisk.empty();
        PackageRef voms = taken(open(fresh), "voms", "1");
        EveryStep steps = EveryStep.of(fresh, disk -> published(open(disk), adding("first", voms)));
        EveryStep.Look look = left -> {
            FilesystemRepository next = open(left);
            assertThat(publish(next, adding("first", voms))).isInstanceOfAny(Published.class, AlreadyPublished.class);
            left.losePower(Survival.nothing());
            assertThat(served(open(left))).containsExactly(voms.sha256().hex());
        };
        steps.killed(look);
        steps.powerless(look);
    }

    @Test
    void ofACancellationIsFinishedToo() throws Exception {
        EveryStep steps = EveryStep.of(before, disk -> open(disk).cancel(third));
        EveryStep.Look look = left -> {
            FilesystemRepository next = open(left);
            assertThat(served(next)).hasSize(2);
            assertThat(next.cancel(third)).isInstanceOf(PublicationResult.Cancelled.class);
            left.losePower(Survival.nothing());
            assertThat(publish(open(left), third)).isInstanceOf(PublicationResult.Refused.class);
        };
        steps.killed(look);
        steps.powerless(look);
    }

    private void publishThird(FaultyDisk disk) {
        published(open(disk), third);
    }

    private void lookAndFinish(FaultyDisk left) throws IOException {
        FilesystemRepository next = open(left);
        boolean committed = next.current(Stage.BETA, EL9).number() == 3;
        assertThat(served(next)).isEqualTo(committed ? contentsAfter() : contentsBefore());
        assertEarlierGenerationsCanBeRead(next);

        assertThat(publish(next, third)).isEqualTo(committed ? new AlreadyPublished(3) : new Published(3));
        left.losePower(Survival.nothing()); // what was answered stays so

        FilesystemRepository again = open(left);
        assertThat(served(again)).isEqualTo(contentsAfter());
        assertThat(publish(again, third)).isEqualTo(new AlreadyPublished(3));
        assertThat(publish(again, second)).as("what earlier ones came to").isEqualTo(new AlreadyPublished(2));
        assertThat(publish(again, fourth)).isEqualTo(new Published(4));
        assertEarlierGenerationsCanBeRead(again);
        assertThat(TreeContents.of(again.root())).isEqualTo(undisturbed);
        assertThat(again.verify(Progress.UNWATCHED).damage())
                .extracting(Damage::kind)
                .isSubsetOf(Kind.CACHE_CORRUPT); // which is not forced to the disk
    }

    private void assertEarlierGenerationsCanBeRead(FilesystemRepository repository) {
        Path tree = repository.directory(Stage.BETA, EL9);
        earlierRepomds.forEach(each -> ServedTree.requireIndexes(tree, each));
        for (PackageRef each : List.of(kept, removed)) {
            assertThat(tree.resolve(PackageLocation.of(each.nevra())))
                    .hasSameBinaryContentAs(repository
                            .root()
                            .resolve("pool/sha256")
                            .resolve(each.sha256().hex().substring(0, 2))
                            .resolve(each.sha256() + ".rpm"));
        }
    }

    private Set<String> contentsBefore() {
        return Set.of(kept.sha256().hex(), removed.sha256().hex());
    }

    private Set<String> contentsAfter() {
        Set<String> contents = new TreeSet<>(Set.of(kept.sha256().hex()));
        third.add().forEach(each -> contents.add(each.sha256().hex()));
        return contents;
    }

    private static Set<String> served(FilesystemRepository repository) {
        return ServedTree.wholePackages(repository.directory(Stage.BETA, EL9));
    }

    private static byte[] repomd(FilesystemRepository repository) {
        return ServedTree.read(repository.directory(Stage.BETA, EL9).resolve("repodata/repomd.xml"));
    }

    private static FilesystemRepository open(FaultyDisk disk) {
        return at(disk).executor(Runnable::run).open();
    }

    private static FilesystemRepositoryBuilder at(FaultyDisk disk) {
        return FilesystemRepository.at(disk.path("/srv/repository")).clock(() -> NOON);
    }
}
