package org.gridrollout.filesystem.base;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.gridrollout.api.software.Sha256;
import org.gridrollout.api.software.SoftwarePackage;
import org.gridrollout.filesystem.rpm.RpmMetadata;
import org.gridrollout.filesystem.rpm.RpmReader;
import org.gridrollout.filesystem.yum.Digests;
import org.gridrollout.filesystem.yum.IndexKind;
import org.gridrollout.filesystem.yum.IndexedSamples;
import org.gridrollout.filesystem.yum.Published;

class ReadBackProperties {

    @Property(tries = 60)
    void whatIsPublishedIsReadBackAsItWasMeant(@ForAll long seed, @ForAll Compression compression) throws IOException {
        List<SoftwarePackage> expected = new ArrayList<>();
        List<byte[]> fragments = new ArrayList<>();
        for (byte[] file : IndexedSamples.awkward(seed, 20)) {
            RpmMetadata rpm = RpmReader.read(new ByteArrayInputStream(file), "awkward");
            Sha256 sha256 = Digests.of(file);
            fragments.add(IndexedSamples.primary(rpm, sha256, file.length));
            expected.add(Published.view(rpm, sha256, file.length));
        }
        String primary = new String(IndexedSamples.index(IndexKind.PRIMARY, fragments), UTF_8);
        assertThat(PackageXml.read(ForeignTree.of(compression, primary))).isEqualTo(expected);
    }
}
