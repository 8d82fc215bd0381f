package org.gridrollout.filesystem.base;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.gridrollout.filesystem.base.PackageXml.metadata;
import static org.gridrollout.filesystem.base.PackageXml.named;
import static org.gridrollout.filesystem.base.PackageXml.read;
import static org.gridrollout.filesystem.base.PackageXml.voms;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gridrollout.api.software.Capability;
import org.gridrollout.api.software.Capability.Relation;
import org.gridrollout.api.software.Evr;
import org.gridrollout.api.software.Nevra;
import org.gridrollout.api.software.PackageRef;
import org.gridrollout.api.software.Sha256;
import org.gridrollout.api.software.SoftwarePackage;
import org.gridrollout.filesystem.yum.Digests;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ForeignRepositoryTest {

    private static final PackageRef VOMS =
            new PackageRef(new Nevra("voms", new Evr(1, "2.1.0", "1.el9"), "x86_64"), new Sha256(PackageXml.DIGEST));

    private static final String LISTS = """
            <filelists xmlns="http://linux.duke.edu/metadata/filelists" packages="1">
            <package pkgid="%s" name="voms" arch="x86_64"><version epoch="1" ver="2.1.0" rel="1.el9"/>
            <file>/usr/bin/voms</file><file type="dir">/usr/share/voms</file></package></filelists>""".formatted(PackageXml.DIGEST);

    @ParameterizedTest
    @EnumSource(Compression.class)
    void readsEveryCompression(Compression compression) {
        assertThat(read(ForeignTree.of(compression, metadata(voms("")))))
                .extracting(SoftwarePackage::ref)
                .containsExactly(VOMS);
    }

    @ParameterizedTest
    @EnumSource(value = Compression.class, names = "NONE", mode = EnumSource.Mode.EXCLUDE)
    void readsConcatenatedMembersAsOne(Compression compression) {
        String xml = metadata(voms(""));
        ByteArrayOutputStream stored = new ByteArrayOutputStream();
        for (String each : List.of(xml.substring(0, 50), xml.substring(50, 60), xml.substring(60))) {
            stored.writeBytes(compression.compress(each.getBytes(UTF_8)));
        }
        ForeignTree tree =
                new ForeignTree().with("primary", compression.suffix, stored.toByteArray(), xml.getBytes(UTF_8));
        assertThat(read(tree)).hasSize(1);
    }

    @Test
    void readsWhatAPackageSaysOfItself() {
        SoftwarePackage read =
                read(ForeignTree.of(Compression.GZIP, metadata(voms("""
                <rpm:provides><rpm:entry name="voms" flags="EQ" epoch="1" ver="2.1.0" rel="1.el9"/></rpm:provides>
                <rpm:requires><rpm:entry name="/bin/sh" pre="1"/>
                <rpm:entry name="libc.so.6()(64bit)"/>
                <rpm:entry name="openssl" flags="GE" epoch="0" ver="3.0"/></rpm:requires>
                <rpm:recommends><rpm:entry name="(doc if man-db)"/></rpm:recommends>
                <rpm:obsoletes><rpm:entry name="old" flags="LT" epoch="0" ver="2" rel="1"/></rpm:obsoletes>
                <file>/usr/bin/voms</file><file type="dir">/etc/voms</file>""")))).get(0);
        assertThat(read.ref()).isEqualTo(VOMS);
        assertThat(read.size()).isEqualTo(1234);
        assertThat(read.summary()).isEqualTo("Membership & more");
        assertThat(read.source()).isEqualTo("voms-2.1.0-1.el9.src.rpm");
        assertThat(read.provides()).containsExactly(Capability.of("voms", Relation.EQ, "1:2.1.0-1.el9"));
        assertThat(read.requires())
                .containsExactly(
                        new Capability("/bin/sh", Relation.ANY, "", true),
                        Capability.of("libc.so.6()(64bit)"),
                        Capability.of("openssl", Relation.GE, "3.0"));
        assertThat(read.recommends()).containsExactly(Capability.of("(doc if man-db)"));
        assertThat(read.obsoletes()).containsExactly(Capability.of("old", Relation.LT, "2-1"));
        assertThat(read.files()).containsExactly("/usr/bin/voms", "/etc/voms");
    }

    @Test
    void takesABoundWithoutAVersionAsNoBoundAsRpmDoes() {
        String entry = "<rpm:requires><rpm:entry name=\"a\" flags=\"GE\" epoch=\"0\"/></rpm:requires>";
        assertThat(read(ForeignTree.of(Compression.NONE, metadata(voms(entry))))
                        .get(0)
                        .requires())
                .containsExactly(Capability.of("a"));
    }

    @Test
    void leavesSourcePackagesOut() {
        String source = named("voms", "src", "<checksum type=\"sha256\">" + PackageXml.DIGEST + "</checksum>", "");
        assertThat(read(ForeignTree.of(Compression.NONE, metadata(source, voms("")))))
                .extracting(SoftwarePackage::ref)
                .containsExactly(VOMS);
    }

    @Test
    void findsOwnersInTheFileLists() {
        ForeignTree tree = ForeignTree.of(Compression.GZIP, metadata(voms("")))
                .with("filelists", Compression.ZSTD, LISTS.getBytes(UTF_8));
        assertThat(ForeignRepository.open(tree).owners(Set.of("/usr/share/voms", "/usr/bin/voms", "/usr/bin/other")))
                .isEqualTo(Map.of("/usr/share/voms", Set.of(VOMS), "/usr/bin/voms", Set.of(VOMS)));
    }

    @Test
    void findsOwnersInPrimaryWhereThereAreNoFileLists() {
        ForeignTree tree = ForeignTree.of(Compression.GZIP, metadata(voms("<file>/etc/voms.conf</file>")));
        assertThat(ForeignRepository.open(tree).owners(Set.of("/etc/voms.conf", "/usr/share/voms")))
                .isEqualTo(Map.of("/etc/voms.conf", Set.of(VOMS)));
    }

    @Test
    void readsNoFileListsWhenNoPathIsAskedFor() {
        ForeignTree tree = ForeignTree.of(Compression.GZIP, metadata(voms("")))
                .with("filelists", Compression.ZSTD, LISTS.getBytes(UTF_8))
                .without("repodata/filelists.xml.zst");
        assertThat(ForeignRepository.open(tree).owners(Set.of())).isEmpty();
    }

    @Test
    void isIdentifiedByItsIndex() {
        ForeignTree tree = ForeignTree.of(Compression.GZIP, metadata(voms("")));
        ForeignRepository repository = ForeignRepository.open(tree);
        assertThat(repository.id()).isEqualTo(Digests.of(tree.index().getBytes(UTF_8)));
        assertThat(repository.revision()).isEqualTo("17");
    }

    @Test
    void aCopyIsARepositoryOfTheSameId() throws IOException {
        ForeignTree tree = ForeignTree.of(Compression.XZ, metadata(voms("")))
                .with("filelists", Compression.XZ, LISTS.getBytes(UTF_8));
        ForeignTree copy = new ForeignTree();
        ForeignRepository.open(tree).copyTo(path -> new ByteArrayOutputStream() {
            @Override
            public void close() {
                copy.replace(path, toByteArray());
            }
        });
        assertThat(ForeignRepository.open(copy).id())
                .isEqualTo(ForeignRepository.open(tree).id());
        assertThat(read(copy)).isEqualTo(read(tree));
    }

    /** Since 24 the JDK counts them as the entities that documents with a type can multiply. */
    @Test
    void readsMoreEscapedCharactersThanSomeParsersWouldLike() {
        String primary = metadata(voms("").replace("ignored", "&amp;".repeat(150_000)));
        assertThat(read(ForeignTree.of(Compression.NONE, primary))).hasSize(1);
    }
}
