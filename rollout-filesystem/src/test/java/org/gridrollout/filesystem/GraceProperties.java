package org.gridrollout.filesystem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gridrollout.filesystem.Site.EL9;
import static org.gridrollout.filesystem.Site.change;
import static org.gridrollout.filesystem.Site.taken;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.gridrollout.api.publication.PublicationResult.Published;
import org.gridrollout.api.software.PackageRef;
import org.gridrollout.api.software.Stage;
import org.gridrollout.filesystem.upkeep.GarbageReport;
import org.gridrollout.filesystem.upkeep.Progress;

class GraceProperties {

    private static final Duration GRACE = Duration.ofHours(24);

    /** What a client has read, and when that was superseded. */
    private record Read(byte[] repomd, List<PackageRef> packages, Instant superseded) {}

    /** Each step is so many hours after the last; garbage is collected after each publication. */
    @Property(tries = 60)
    void invariant08_whatAClientHasReadStaysResolvableForTheGracePeriodWhateverIsCollected(
            @ForAll @Size(min = 1, max = 10) List<@IntRange(max = 30) Integer> hours) throws Exception {
        Instant[] now = {Instant.parse("2026-03-01T00:00:00Z")};
        try (FileSystem memory = Jimfs.newFileSystem(Configuration.unix())) {
            FilesystemRepository repository = FilesystemRepository.at(memory.getPath("/srv"))
                    .durability(Durability.UNSYNCED)
                    .metadataGrace(GRACE)
                    .poolGrace(GRACE)
                    .clock(() -> now[0])
                    .open();
            Path tree = repository.directory(Stage.BETA, EL9);
            List<Read> earlier = new ArrayList<>();
            List<PackageRef> last = List.of();
            for (int i = 0; i < hours.size(); i++) {
                now[0] = now[0].plus(Duration.ofHours(hours.get(i)));
                if (i > 0) {
                    earlier.add(new Read(ServedTree.read(tree.resolve("repodata/repomd.xml")), last, now[0]));
                }
                List<PackageRef> next = List.of(taken(repository, "voms", String.valueOf(i)));
                assertThat(repository.publish(change("change-" + i, next, last), i))
                        .isEqualTo(new Published(i + 1));
                last = next;
                GarbageReport found = repository.findGarbage(Set.of());
                assertThat(repository.collectGarbage(Set.of())).isEqualTo(found);
                assertThat(repository.findGarbage(Set.of()).garbage()).isEmpty();
                assertResolvable(earlier, tree, now[0]);
                assertThat(repository.verify(Progress.UNWATCHED).damage()).isEmpty();
            }
            assertThat(ServedTree.wholePackages(tree)).hasSize(1);
        }
    }

    private static void assertResolvable(List<Read> earlier, Path tree, Instant now) {
        for (Read each : earlier) {
            if (now.isBefore(each.superseded().plus(GRACE))) {
                ServedTree.requireIndexes(tree, each.repomd());
                assertThat(each.packages())
                        .allMatch(ref -> Files.exists(tree.resolve(PackageLocation.of(ref.nevra()))));
            }
        }
    }
}
