package org.gridrollout.filesystem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gridrollout.filesystem.Site.change;
import static org.gridrollout.filesystem.Site.published;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.gridrollout.api.software.PackageRef;
import org.gridrollout.api.software.Stage;

class StepwiseProperties {

    private static final int PACKAGES = 150;

    @Property(tries = 8)
    void theIndexesAreTheSameWhetherMadeStepByStepOrAtOnce(
            @ForAll Compression compression,
            @ForAll @Size(min = 1, max = 4)
                    List<@Size(min = 1, max = 80) Set<@IntRange(max = PACKAGES - 1) Integer>> steps)
            throws IOException {
        try (FileSystem memory = Jimfs.newFileSystem(Configuration.unix())) {
            FilesystemRepository stepwise = open(memory, "stepwise", compression);
            FilesystemRepository atOnce = open(memory, "at-once", compression);
            List<PackageRef> packages = new ArrayList<>();
            for (int i = 0; i < PACKAGES; i++) {
                packages.add(Site.taken(stepwise, "package" + i, "1"));
                Site.taken(atOnce, "package" + i, "1");
            }
            Set<Integer> held = new TreeSet<>();
            for (int i = 0; i < steps.size(); i++) {
                List<PackageRef> add = new ArrayList<>();
                List<PackageRef> remove = new ArrayList<>();
                for (int each : steps.get(i)) {
                    (held.add(each) ? add : remove).add(packages.get(each));
                }
                held.removeIf(each -> remove.contains(packages.get(each)));
                published(stepwise, change("step-" + i, add, remove));
            }
            List<PackageRef> all = held.stream().map(packages::get).toList();
            if (!all.isEmpty()) {
                published(atOnce, change("all", all, List.of()));
                assertThat(indexes(stepwise)).isEqualTo(indexes(atOnce));
            }
        }
    }

    private static FilesystemRepository open(FileSystem memory, String name, Compression compression) {
        return FilesystemRepository.at(memory.getPath("/srv", name))
                .durability(Durability.UNSYNCED)
                .compression(compression)
                .open();
    }

    private static Set<String> indexes(FilesystemRepository repository) {
        return ServedTree.requireIndexes(repository.directory(Stage.BETA, Site.EL9));
    }
}
