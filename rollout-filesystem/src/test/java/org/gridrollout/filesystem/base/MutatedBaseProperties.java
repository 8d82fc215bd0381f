package org.gridrollout.filesystem.base;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.gridrollout.filesystem.base.PackageXml.metadata;
import static org.gridrollout.filesystem.base.PackageXml.voms;

import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import org.gridrollout.api.spi.RepositoryException;

/** A valid repository changed at random is read, or refused with a typed error, in bounded time. */
class MutatedBaseProperties {

    private static final Duration LIMIT = Duration.ofSeconds(10);

    private static final String ENTRIES = """
            <rpm:provides><rpm:entry name="voms" flags="EQ" epoch="1" ver="2.1.0" rel="1.el9"/></rpm:provides>
            <rpm:requires><rpm:entry name="/bin/sh" pre="1"/><rpm:entry name="(a or b)"/></rpm:requires>
            <file>/usr/bin/voms</file>""";

    private static final byte[] PRIMARY =
            metadata(voms(ENTRIES), voms(ENTRIES), voms("")).getBytes(UTF_8);

    private static final byte[] FILELISTS = """
            <?xml version="1.0" encoding="UTF-8"?>
            <filelists xmlns="http://linux.duke.edu/metadata/filelists" packages="1">
            <package pkgid="%s" name="voms" arch="x86_64"><version epoch="1" ver="2.1.0" rel="1.el9"/>
            <file>/usr/bin/voms</file><file type="dir">/usr/share/voms</file></package></filelists>""".formatted(PackageXml.DIGEST).getBytes(UTF_8);

    /** Pieces that mean something to the parser, put where they do not belong. */
    private static final List<String> PIECES = List.of(
            "<",
            ">",
            "\"",
            "&",
            "]]>",
            "<!--",
            "-->",
            "<![CDATA[",
            "<!DOCTYPE a [",
            "<!ENTITY b \"c\">",
            "&b;",
            "&#0;",
            "&#x10FFFF;",
            "<?xml version=\"1.1\"?>",
            "<?x ",
            "<package>",
            "</package>",
            "<rpm:entry name='a'/>",
            " xmlns:rpm=\"x\"",
            "epoch=\"99999999999999999999\"",
            "\0",
            "\uFEFF",
            "\uD83D\uDE00");

    @Property(tries = 400)
    void ofItsText(
            @ForAll Compression compression,
            @ForAll("mutations") @Size(min = 1, max = 4) List<Mutation> primary,
            @ForAll("mutations") @Size(max = 2) List<Mutation> filelists) {
        readsOrRefuses(new ForeignTree()
                .with("primary", compression, mutated(PRIMARY, primary))
                .with("filelists", compression, mutated(FILELISTS, filelists)));
    }

    @Property(tries = 400)
    void ofItsArchives(
            @ForAll Compression compression, @ForAll("mutations") @Size(min = 1, max = 4) List<Mutation> mutations) {
        byte[] stored = mutated(compression.compress(PRIMARY), mutations);
        byte[] lists = mutated(compression.compress(FILELISTS), mutations);
        readsOrRefuses(new ForeignTree()
                .with("primary", compression.suffix, stored, PRIMARY)
                .with("filelists", compression.suffix, lists, FILELISTS));
    }

    @Property(tries = 200)
    void ofItsIndex(@ForAll("mutations") @Size(min = 1, max = 4) List<Mutation> mutations) {
        ForeignTree tree = ForeignTree.of(Compression.GZIP, new String(PRIMARY, UTF_8))
                .with("filelists", Compression.XZ, FILELISTS);
        readsOrRefuses(tree.replace("repodata/repomd.xml", mutated(tree.index().getBytes(UTF_8), mutations)));
    }

    private static void readsOrRefuses(ForeignTree tree) {
        long begun = System.nanoTime();
        try {
            ForeignRepository repository = ForeignRepository.open(tree);
            repository.owners(Set.of("/usr/bin/voms", "/usr/share/voms"));
            repository.forEachPackage(each -> assertThat(each.ref()).isNotNull());
        } catch (RepositoryException refused) {
            assertThat(refused)
                    .isInstanceOf(UnreadableBaseException.class)
                    .hasMessageContaining("memory/") // a mutated index may name files elsewhere
                    .hasMessageContaining("; ");
        }
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(LIMIT);
    }

    /** @param where in thousandths of the length */
    record Mutation(Kind kind, int where, int length, String piece) {
        enum Kind {
            FLIP,
            DELETE,
            REPEAT,
            INSERT,
            CUT
        }
    }

    @Provide
    Arbitrary<List<Mutation>> mutations() {
        return Combinators.combine(
                        Arbitraries.of(Mutation.Kind.values()),
                        Arbitraries.integers().between(0, 999),
                        Arbitraries.integers().between(1, 40),
                        Arbitraries.of(PIECES))
                .as(Mutation::new)
                .list();
    }

    private static byte[] mutated(byte[] sound, List<Mutation> mutations) {
        byte[] bytes = sound.clone();
        for (Mutation each : mutations) {
            int at = (int) ((long) bytes.length * each.where() / 1000);
            int end = Math.min(bytes.length, at + each.length());
            byte[] before = Arrays.copyOf(bytes, at);
            byte[] middle = Arrays.copyOfRange(bytes, at, end);
            byte[] after = Arrays.copyOfRange(bytes, end, bytes.length);
            bytes = switch (each.kind()) {
                case FLIP -> joined(before, flipped(middle, each.length()), after);
                case DELETE -> joined(before, after);
                case REPEAT -> joined(before, middle, middle, middle, after);
                case INSERT -> joined(before, each.piece().getBytes(UTF_8), middle, after);
                case CUT -> before;
            };
        }
        return bytes;
    }

    private static byte[] flipped(byte[] bytes, int bit) {
        if (bytes.length > 0) {
            bytes[0] ^= (byte) (1 << bit % 8);
        }
        return bytes;
    }

    private static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        for (byte[] each : parts) {
            joined.writeBytes(each);
        }
        return joined.toByteArray();
    }
}
