package org.gridrollout.filesystem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gridrollout.filesystem.Site.EL9;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import java.nio.file.FileSystem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.NotEmpty;
import net.jqwik.api.constraints.Size;
import org.gridrollout.api.publication.ChangeSet;
import org.gridrollout.api.publication.ChangeSetId;
import org.gridrollout.api.publication.PublicationResult.Published;
import org.gridrollout.api.software.PackageRef;
import org.gridrollout.api.software.Stage;

class RepositoryProperties {

    private static final int PACKAGES = 12;

    /** Adds the packages of even numbers and removes those of odd ones. */
    @Property(tries = 60)
    void invariant07_whatClientsSeeIsWhatTheChangeSetsSayWholeAfterEachOne(
            @ForAll @Size(max = 8)
                    List<@NotEmpty @Size(max = 6) Set<@IntRange(max = 2 * PACKAGES - 1) Integer>> changes)
            throws Exception {
        try (FileSystem memory = Jimfs.newFileSystem(Configuration.unix())) {
            FilesystemRepository repository = FilesystemRepository.at(memory.getPath("/srv"))
                    .durability(Durability.UNSYNCED)
                    .open();
            Path tree = repository.directory(Stage.PRODUCTION, EL9);
            List<PackageRef> packages = new ArrayList<>();
            for (int i = 0; i < PACKAGES; i++) {
                packages.add(Site.taken(repository, "package" + i, "1"));
            }
            Set<PackageRef> expected = new HashSet<>();
            for (int i = 0; i < changes.size(); i++) {
                List<PackageRef> add = pick(packages, changes.get(i), 0);
                List<PackageRef> remove = pick(packages, changes.get(i), 1);
                remove.removeAll(add);
                expected.removeAll(remove);
                expected.addAll(add);
                ChangeSet change = new ChangeSet(ChangeSetId.of("change-" + i), Stage.PRODUCTION, EL9, add, remove);
                assertThat(repository.publish(change, i)).isEqualTo(new Published(i + 1));
                assertThat(repository.current(Stage.PRODUCTION, EL9).packages())
                        .containsExactlyInAnyOrderElementsOf(expected)
                        .isSortedAccordingTo(Holdings.ORDER);
                assertThat(ServedTree.wholePackages(tree))
                        .isEqualTo(expected.stream()
                                .map(each -> each.sha256().hex())
                                .collect(Collectors.toSet()));
            }
        }
    }

    private static List<PackageRef> pick(List<PackageRef> packages, Set<Integer> numbers, int parity) {
        return numbers.stream()
                .filter(each -> each % 2 == parity)
                .map(each -> packages.get(each / 2))
                .collect(Collectors.toCollection(ArrayList::new));
    }
}
