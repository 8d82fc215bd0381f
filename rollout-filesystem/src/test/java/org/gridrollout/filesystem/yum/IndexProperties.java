package org.gridrollout.filesystem.yum;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.GZIPInputStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.gridrollout.api.software.Evr;
import org.gridrollout.api.software.Nevra;
import org.gridrollout.api.software.PackageRef;
import org.gridrollout.api.software.Sha256;
import org.gridrollout.filesystem.rpm.RpmMetadata;

class IndexProperties {

    private final Set<Sha256> asked = new HashSet<>();

    @Property(tries = 30)
    void isTheSameWhetherMadeStepByStepOrAtOnce(
            @ForAll @Size(min = 1, max = 5) List<@Size(max = 200) Set<@IntRange(max = 999) Integer>> steps)
            throws IOException {
        Map<IndexKind, PreviousIndex> previous = Map.of();
        for (Set<Integer> each : steps) {
            Written stepwise = write(packages(each), previous);
            Written atOnce = write(packages(each), Map.of());
            assertThat(stepwise.bytes()).isEqualTo(atOnce.bytes());
            assertThat(stepwise.files()).isEqualTo(atOnce.files());
            previous = stepwise.asPrevious();
        }
    }

    @Property(tries = 30)
    void saysOfEveryPackageWhatItsFragmentSays(@ForAll @Size(max = 300) Set<@IntRange(max = 999) Integer> numbers)
            throws IOException {
        Written written = write(packages(numbers), Map.of());
        for (IndexFile file : written.files()) {
            byte[] compressed = written.bytes().get(file.kind()).getBytes(StandardCharsets.ISO_8859_1);
            byte[] open = new GZIPInputStream(new ByteArrayInputStream(compressed)).readAllBytes();
            assertThat(Digests.of(compressed)).isEqualTo(file.checksum());
            assertThat(compressed).hasSize((int) file.size());
            assertThat(Digests.of(open)).isEqualTo(file.openChecksum());
            assertThat(open).hasSize((int) file.openSize());
            assertThat(IndexedPackages.of(open)).hasSize(numbers.size());
            assertThat(new String(open, StandardCharsets.UTF_8)).contains("packages=\"" + numbers.size() + "\"");
        }
    }

    @Property(tries = 30)
    void onePackageMoreOrLessTouchesOneRunOnly(@ForAll @IntRange(max = 1999) int number) throws IOException {
        Set<Integer> without = new TreeSet<>();
        for (int i = 0; i < 2000; i++) {
            without.add(i);
        }
        without.remove(number);
        Set<Integer> with = new TreeSet<>(without);
        with.add(number);
        Map<IndexKind, PreviousIndex> previous =
                write(packages(without), Map.of()).asPrevious();
        asked.clear();
        Written added = write(packages(with), previous);
        assertThat(asked).hasSizeBetween(1, 512);
        asked.clear();
        write(packages(without), added.asPrevious());
        assertThat(asked).hasSizeBetween(0, 512);
    }

    private Written write(List<PackageRef> packages, Map<IndexKind, PreviousIndex> previous) throws IOException {
        Map<IndexKind, OutputStream> targets = new EnumMap<>(IndexKind.class);
        for (IndexKind kind : IndexKind.values()) {
            targets.put(kind, new ByteArrayOutputStream());
        }
        List<IndexFile> files = new IndexWriter(targets, previous, this::render).write(packages);
        Map<IndexKind, String> bytes = new EnumMap<>(IndexKind.class);
        targets.forEach((kind, stream) ->
                bytes.put(kind, ((ByteArrayOutputStream) stream).toString(StandardCharsets.ISO_8859_1)));
        return new Written(files, bytes);
    }

    private Fragments render(Sha256 sha256) {
        asked.add(sha256);
        RpmMetadata rpm = RpmSamples.voms().summary("Package " + sha256).build();
        return Fragments.render(rpm, sha256, 1, "Packages/v/voms.rpm", "voms.rpm");
    }

    private static List<PackageRef> packages(Set<Integer> numbers) {
        return numbers.stream()
                .map(each -> "package" + each)
                .sorted()
                .map(name -> new PackageRef(
                        new Nevra(name, Evr.of("1", "1"), "noarch"), Digests.of(name.getBytes(StandardCharsets.UTF_8))))
                .toList();
    }

    private record Written(List<IndexFile> files, Map<IndexKind, String> bytes) {
        Map<IndexKind, PreviousIndex> asPrevious() {
            Map<IndexKind, PreviousIndex> previous = new EnumMap<>(IndexKind.class);
            files.forEach(each -> previous.put(
                    each.kind(), PreviousIndex.of(each, bytes.get(each.kind()).getBytes(StandardCharsets.ISO_8859_1))));
            return previous;
        }
    }
}
