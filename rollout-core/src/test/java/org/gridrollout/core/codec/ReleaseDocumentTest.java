package org.gridrollout.core.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.gridrollout.api.publication.Advisory;
import org.gridrollout.api.publication.Advisory.Severity;
import org.gridrollout.api.publication.ChangeSet;
import org.gridrollout.api.publication.ChangeSetId;
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
import org.gridrollout.api.software.Stage;
import org.junit.jupiter.api.Test;

class ReleaseDocumentTest {

    private static final Platform EL9 = Platform.parse("el9/x86_64");
    private static final PackageRef VOMS =
            new PackageRef(new Nevra("voms", Evr.of("2.1.0", "1.el9"), "x86_64"), new Sha256("ab".repeat(32)));
    private static final Purpose SECURITY =
            new Purpose(Purpose.Kind.SECURITY, List.of(Reference.cve("CVE-2026-1234")), Purpose.Afterwards.RESTART);

    @Test
    void aReleaseIsReadBackWithItsPurpose() {
        Release release = release().withPurpose(SECURITY);
        assertThat(Documents.read(Release.class, Documents.write(Release.class, release)))
                .isEqualTo(release);
    }

    @Test
    void aReleaseWrittenBeforeThereWerePurposesHasNone() {
        String old = Documents.write(Release.class, release());
        assertThat(old).doesNotContain("purpose");
        assertThat(Documents.read(Release.class, old)).isEqualTo(release());
    }

    @Test
    void aChangeSetIsReadBackWithItsAdvisory() {
        Instant at = Instant.parse("2026-03-02T12:00:00Z");
        Advisory advisory = new Advisory(
                "voms-1",
                Purpose.Kind.BUGFIX,
                Severity.MODERATE,
                "VOMS 2.1",
                "It mends.",
                at,
                at.plusSeconds(1),
                SECURITY.references(),
                Purpose.Afterwards.NOTHING,
                List.of(VOMS));
        ChangeSet change = change().telling(List.of(advisory));
        assertThat(Documents.read(ChangeSet.class, Documents.write(ChangeSet.class, change)))
                .isEqualTo(change);
    }

    @Test
    void aChangeSetWrittenBeforeThereWereAdvisoriesTellsNothing() {
        String old = Documents.write(ChangeSet.class, change());
        assertThat(old).doesNotContain("advisory");
        assertThat(Documents.read(ChangeSet.class, old)).isEqualTo(change());
    }

    private static Release release() {
        return Release.builder()
                .id(ReleaseId.of("voms-1"))
                .product(ProductId.of("voms"))
                .label("VOMS 2.1")
                .platform(EL9)
                .addPackages(VOMS)
                .build();
    }

    private static ChangeSet change() {
        return new ChangeSet(ChangeSetId.of("voms-1:beta"), Stage.BETA, EL9, List.of(VOMS), List.of());
    }
}
