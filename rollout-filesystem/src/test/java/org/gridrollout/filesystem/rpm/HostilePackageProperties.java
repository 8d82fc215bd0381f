package org.gridrollout.filesystem.rpm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.gridrollout.api.software.Capability;
import org.gridrollout.api.software.Evr;
import org.gridrollout.api.software.Nevra;
import org.gridrollout.api.spi.UnreadablePackageException;
import org.gridrollout.testkit.rpm.RpmBuilder;
import org.gridrollout.testkit.rpm.TagValue;

/** Whoever made the file meant harm and set its digests right: it is read or refused, in little memory and time. */
class HostilePackageProperties {

    private static final long MEBIBYTE = 1 << 20;
    private static final byte[] WHOLE = RpmBuilder.of(new Nevra("voms", Evr.of("2.1.0", "1.el9"), "x86_64"))
            .requires(Capability.of("openssl-libs", Capability.Relation.GE, "3.0"), Capability.of("(a if b)"))
            .recommends(Capability.of("docs"))
            .file("/etc/voms/voms.conf", "port = 15000\n")
            .file("/usr/bin/voms", "")
            .changelog("Ada", Instant.EPOCH, "- made")
            .build();
    private static final int[] EXTREMES = {
        0,
        1,
        -1,
        2,
        7,
        15,
        16,
        62,
        63,
        64,
        255,
        256,
        0xFFFF,
        0x10000,
        1 << 20,
        (1 << 20) + 1,
        1 << 24,
        64 << 20,
        (64 << 20) + 1,
        1 << 28,
        1 << 30,
        Integer.MAX_VALUE,
        Integer.MAX_VALUE - 15,
        Integer.MIN_VALUE,
        -16,
        -32
    };

    /** One number of the header, set to something. */
    private record Lie(int entry, int field, int value) {}

    @Property(tries = 4_000)
    void liesInTheIndexAreReadOrRefusedInLittleMemory(@ForAll("lies") List<Lie> lies) {
        SealedPackage hostile = new SealedPackage(WHOLE);
        int entries = hostile.entries();
        for (Lie each : lies) {
            hostile.entry(each.entry() % entries, each.field(), each.value());
        }
        assertThat(allocatedReading(hostile.seal())).isLessThan(MEBIBYTE);
    }

    @Property(tries = 1_000)
    void liesAboutTheSizeOfAHeaderAreRefusedInLittleMemory(
            @ForAll("extremes") int entries, @ForAll("extremes") int size) {
        SealedPackage hostile = new SealedPackage(WHOLE);
        boolean honest = entries == hostile.entries() && size == hostile.dataSize();
        byte[] file = hostile.intro(2, entries).intro(3, size).seal();
        assertThat(read(file).isPresent()).isEqualTo(honest);
        assertThat(allocatedReading(file)).isLessThan(MEBIBYTE);
    }

    @Property(tries = 2_000)
    void nonsenseInTheDataIsReadOrRefusedInLittleMemory(@ForAll("lies") List<Lie> bytes) {
        SealedPackage hostile = new SealedPackage(WHOLE);
        int size = hostile.dataSize() - 16; // behind that is the region's trailer
        for (Lie each : bytes) {
            hostile.data(Math.floorMod(each.value() + 31 * each.entry(), size), (byte) (each.value() >> 3));
        }
        assertThat(allocatedReading(hostile.seal())).isLessThan(MEBIBYTE);
    }

    @Property(tries = 2_000)
    void tagsOfAnyTypeCountAndContentAreReadOrRefused(@ForAll("tags") List<HostileTag> tags) {
        RpmBuilder hostile = RpmBuilder.of("voms", "2.1.0", "1.el9").file("/usr/bin/voms", "");
        tags.forEach(each -> hostile.tag(each.tag(), TagValue.raw(each.type(), each.count(), each.bytes())));
        byte[] file = hostile.build();
        assertThat(allocatedReading(file)).isLessThan(MEBIBYTE + 100L * file.length);
    }

    private record HostileTag(int tag, int type, int count, byte[] bytes) {}

    @Example
    void manyFilesInOneEndlesslyLongDirectoryAreRefusedBeforeTheyFillTheMemory() {
        int count = 30_000;
        RpmBuilder bomb = RpmBuilder.of("bomb", "1", "1")
                .tag(RpmTag.BASENAMES, TagValue.texts(Collections.nCopies(count, "x")))
                .tag(RpmTag.DIRNAMES, TagValue.texts(List.of("/" + "&".repeat(4_000) + "/")))
                .tag(RpmTag.DIRINDEXES, TagValue.int32(new int[count]))
                .tag(RpmTag.FILEMODES, TagValue.int16(new int[count]))
                .tag(RpmTag.FILEFLAGS, TagValue.int32(new int[count]));
        byte[] file = bomb.build();
        assertThat(file.length).isLessThan((int) MEBIBYTE);
        assertThatThrownBy(() -> RpmReader.read(new ByteArrayInputStream(file), "bomb.rpm"))
                .isInstanceOf(UnreadablePackageException.class)
                .hasMessageContaining("paths are longer");
        assertThat(allocatedReading(file)).isLessThan(100 * MEBIBYTE);
    }

    @Example
    void endlessStreamsAreNotReadBeyondWhatAHeaderMayHold() {
        byte[] beginning =
                new SealedPackage(WHOLE).intro(2, 65_535).intro(3, 64 << 20).seal();
        InputStream endless = new SequenceInputStream(new ByteArrayInputStream(beginning), new Zeros());
        assertThatThrownBy(() -> RpmReader.read(endless, "endless.rpm")).isInstanceOf(UnreadablePackageException.class);
    }

    private static final class Zeros extends InputStream {
        private long given;

        @Override
        public int read() {
            assertThat(++given).isLessThan(70 * MEBIBYTE);
            return 0;
        }

        @Override
        public int read(byte[] into, int offset, int length) {
            given += length;
            assertThat(given).isLessThan(70 * MEBIBYTE);
            return length;
        }
    }

    @Provide
    Arbitrary<List<Lie>> lies() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 200),
                        Arbitraries.integers().between(0, 3),
                        Arbitraries.oneOf(extremes(), Arbitraries.integers().between(0, 2_000)))
                .as(Lie::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(5);
    }

    @Provide
    Arbitrary<Integer> extremes() {
        List<Integer> values = new ArrayList<>();
        for (int each : EXTREMES) {
            values.add(each);
        }
        return Arbitraries.of(values);
    }

    @Provide
    Arbitrary<List<HostileTag>> tags() {
        Arbitrary<Integer> known = Arbitraries.of(
                100, 1000, 1001, 1002, 1003, 1004, 1006, 1009, 1014, 1022, 1027, 1030, 1037, 1044, 1046, 1047, 1048,
                1049, 1050, 1080, 1081, 1082, 1106, 1112, 1113, 1116, 1117, 1118, 5009, 5046, 5048, 5092, 5093, 5112);
        Arbitrary<byte[]> bytes = Arbitraries.oneOf(
                Arbitraries.bytes().array(byte[].class).ofMaxSize(64),
                Arbitraries.of("../../etc/passwd\0", "/\0\0\0", "\n\t<x>&\0", "\u00ff\ufffd\0", "(a and (b or c\0")
                        .map(text -> text.getBytes(StandardCharsets.UTF_8)));
        return Combinators.combine(
                        known,
                        Arbitraries.integers().between(0, 10),
                        Arbitraries.oneOf(Arbitraries.integers().between(0, 20), extremes()),
                        bytes)
                .as(HostileTag::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(4);
    }

    private static long allocatedReading(byte[] file) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        read(file);
        return threads.getCurrentThreadAllocatedBytes() - before;
    }

    /** Empty if refused; any other exception is a failure of the test. */
    private static Optional<RpmMetadata> read(byte[] file) {
        try {
            return Optional.of(RpmReader.read(new ByteArrayInputStream(file), "hostile.rpm"));
        } catch (UnreadablePackageException e) {
            return Optional.empty();
        }
    }
}
