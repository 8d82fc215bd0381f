package org.gridrollout.filesystem;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.gridrollout.filesystem.upkeep.Damage;
import org.gridrollout.filesystem.upkeep.RepairReport;

class DamageProperties {

    enum Harm {
        FLIP,
        CUT,
        GROW,
        DELETE,
        SWAP
    }

    @Property(tries = 100)
    void damageToAnythingThatCountsIsFoundAndMendedOrNamed(
            @ForAll boolean later,
            @ForAll @IntRange(max = 9999) int which,
            @ForAll Harm harm,
            @ForAll @IntRange(max = 9999) int where)
            throws IOException {
        DamagedSite site = new DamagedSite();
        if (later) {
            site.collectFormer();
        }
        List<Path> files = DamagedSite.files(site.root).stream()
                .filter(each -> counts(site, each, harm))
                .toList();
        Path file = files.get(which % files.size());
        harm(file, harm, where, files);

        assertThat(site.verify().damage()).as("%s %s", harm, file).isNotEmpty();
        RepairReport repaired = site.repair();
        List<Damage> left = site.verify().damage();
        assertThat(repaired.remaining()).as("%s %s", harm, file).containsAll(left);
        assertThat(repaired.mended()).noneMatch(left::contains);
        assertThat(site.repair().mended()).isEmpty();
        if (left.isEmpty()) {
            assertThat(ServedTree.wholePackages(site.beta)).hasSize(2);
            assertThat(ServedTree.wholePackages(site.production)).hasSize(1);
        }
    }

    /**
     * Locks hold nothing, a superseded generation is not served, what saves work need not be there, and of records nobody
     * knows how many there were.
     */
    private static boolean counts(DamagedSite site, Path file, Harm harm) {
        boolean superseded =
                file.startsWith(site.beta.resolve(".generations")) && !file.startsWith(site.currentGenerationOfBeta());
        boolean mayBeMissing = Stream.of(
                        site.root.resolve("cache"), site.beta.resolve(".changes"), site.beta.resolve(".names"))
                .anyMatch(file::startsWith);
        return !file.startsWith(site.root.resolve("locks")) && !superseded && (!mayBeMissing || harm != Harm.DELETE);
    }

    private static void harm(Path file, Harm harm, int where, List<Path> files) throws IOException {
        byte[] content = Files.readAllBytes(file);
        int at = where % content.length;
        switch (harm) {
            case FLIP -> {
                content[at] ^= (byte) (1 << where % 8);
                Files.write(file, content);
            }
            case CUT -> Files.write(file, Arrays.copyOf(content, at));
            case GROW -> Files.write(file, Arrays.copyOf(content, content.length + 1 + where % 7));
            case DELETE -> Files.delete(file);
            case SWAP -> {
                byte[] other = Files.readAllBytes(files.get(where % files.size()));
                Files.write(file, Arrays.equals(other, content) ? new byte[] {1} : other);
            }
        }
    }
}
