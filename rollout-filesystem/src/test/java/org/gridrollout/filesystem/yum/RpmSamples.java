package org.gridrollout.filesystem.yum;

import java.nio.charset.StandardCharsets;
import org.gridrollout.api.software.Evr;
import org.gridrollout.api.software.Nevra;
import org.gridrollout.api.software.Sha256;
import org.gridrollout.filesystem.rpm.RpmMetadata;
import org.gridrollout.filesystem.rpm.RpmMetadataBuilder;

/** Metadata made by hand. */
final class RpmSamples {

    static final Sha256 DIGEST = new Sha256("ab".repeat(32));

    private RpmSamples() {}

    static RpmMetadataBuilder voms() {
        return RpmMetadata.builder().nevra(new Nevra("voms", Evr.of("2.1.0", "1.el9"), "x86_64"));
    }

    static Fragments render(RpmMetadata rpm) {
        return Fragments.render(rpm, DIGEST, 1234, "Packages/v/voms.rpm", "voms.rpm");
    }

    static String primary(RpmMetadata rpm) {
        return new String(render(rpm).primary(), StandardCharsets.UTF_8);
    }

    static String other(RpmMetadata rpm) {
        return new String(render(rpm).other(), StandardCharsets.UTF_8);
    }
}
