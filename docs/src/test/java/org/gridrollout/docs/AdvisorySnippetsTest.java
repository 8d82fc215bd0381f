package org.gridrollout.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.gridrollout.api.incident.IncidentId;
import org.gridrollout.api.software.Evr;
import org.gridrollout.api.software.Nevra;
import org.gridrollout.api.software.PackageRef;
import org.gridrollout.api.software.Platform;
import org.gridrollout.api.software.ProductId;
import org.gridrollout.api.software.Purpose;
import org.gridrollout.api.software.Reference;
import org.gridrollout.api.software.Release;
import org.gridrollout.api.software.ReleaseId;
import org.gridrollout.api.software.Sha256;
import org.junit.jupiter.api.Test;

/** The Java of {@code docs/rollout-filesystem.md} about advisories. */
class AdvisorySnippetsTest {

    @Test
    void aReleaseSaysWhatItIsFor() {
        Release release = Release.builder()
                .id(ReleaseId.of("voms-2.1.1"))
                .product(ProductId.of("voms"))
                .label("VOMS 2.1.1")
                .platform(Platform.parse("el9/x86_64"))
                .addPackages(new PackageRef(
                        new Nevra("voms", Evr.of("2.1.1", "1.el9"), "x86_64"), new Sha256("ab".repeat(32))))
                .build();
        // snippet:advisory-purpose
        Release told = release.withNotes("Proxies of more than 4096 bits are read again.")
                .withResolves(Set.of(IncidentId.of("GGUS-77")))
                .withPurpose(new Purpose(
                        Purpose.Kind.SECURITY, List.of(Reference.cve("CVE-2026-1234")), Purpose.Afterwards.RESTART));
        // end
        assertThat(told.purpose()).isPresent();
    }
}
