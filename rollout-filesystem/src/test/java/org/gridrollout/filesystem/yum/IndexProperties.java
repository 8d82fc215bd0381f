package org.gridrollout.filesystem.yum;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.gridrollout.api.software.Sha256;

class IndexProperties {

    @Property(tries = 60)
    void saysOfEveryPackageWhatItsFragmentSaysUnderTheChecksumsOfBoth(
            @ForAll IndexKind kind,
            @ForAll Codec codec,
            @ForAll @Size(max = 6) List<@Size(min = 1, max = 40) Set<@IntRange(max = 9999) Integer>> runs)
            throws IOException {
        ByteArrayOutputStream closed = new ByteArrayOutputStream();
        TreeSet<Integer> numbers = new TreeSet<>();
        List<TreeSet<Integer>> fresh = new ArrayList<>();
        for (Set<Integer> each : runs) {
            TreeSet<Integer> own = new TreeSet<>(each);
            own.removeAll(numbers);
            numbers.addAll(own);
            fresh.add(own);
        }
        IndexWriter writer = new IndexWriter(kind, codec, true, closed);
        writer.open(numbers.size());
        for (TreeSet<Integer> each : fresh) {
            writer.add(member(kind, codec, each));
        }
        IndexFile file = writer.close();

        byte[] open = IndexedPackages.open(closed.toByteArray(), codec);
        IndexFile.Open stated = file.open().orElseThrow();
        assertThat(file.fileName()).isEqualTo(file.checksum() + "-" + kind.type() + ".xml" + codec.suffix());
        assertThat(Digests.of(closed.toByteArray())).isEqualTo(file.checksum());
        assertThat(closed.size()).isEqualTo((int) file.size());
        assertThat(Digests.of(open)).isEqualTo(stated.checksum().orElseThrow());
        assertThat(open).hasSize((int) stated.size());
        assertThat(IndexedPackages.of(open)).hasSize(numbers.size());
        assertThat(new String(open, StandardCharsets.UTF_8)).contains("packages=\"" + numbers.size() + "\"");
    }

    /** Not at the beginning of its array, as one that was read from a file. */
    private static Member member(IndexKind kind, Codec codec, TreeSet<Integer> numbers) {
        ByteArrayOutputStream open = new ByteArrayOutputStream();
        for (int each : numbers) {
            String name = "package" + each;
            Sha256 sha256 = Digests.of(name.getBytes(StandardCharsets.UTF_8));
            open.writeBytes(Fragments.render(
                            RpmSamples.voms().summary(name).build(), sha256, 1, "Packages/v/voms.rpm", "voms.rpm")
                    .of(kind));
        }
        byte[] closed = codec.compress(open.toByteArray());
        ByteBuffer bytes = ByteBuffer.allocate(10 + closed.length + open.size() + 10);
        bytes.position(10).put(closed).put(open.toByteArray());
        return new Member(bytes.array(), 10, closed.length, open.size());
    }
}
