package org.gridrollout.api.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.gridrollout.api.InvalidValueException;
import org.gridrollout.api.publication.Advisory.Severity;
import org.gridrollout.api.software.Evr;
import org.gridrollout.api.software.Nevra;
import org.gridrollout.api.software.PackageRef;
import org.gridrollout.api.software.Platform;
import org.gridrollout.api.software.Purpose;
import org.gridrollout.api.software.Reference;
import org.gridrollout.api.software.Sha256;
import org.gridrollout.api.software.Stage;
import org.junit.jupiter.api.Test;

class AdvisoryTest {

    private static final Instant AT = Instant.parse("2026-03-02T12:00:00Z");
    private static final PackageRef VOMS =
            new PackageRef(new Nevra("voms", Evr.of("2.1.0", "1.el9"), "x86_64"), new Sha256("ab".repeat(32)));
    private static final PackageRef FTS =
            new PackageRef(new Nevra("fts", Evr.of("3.1", "1.el9"), "x86_64"), new Sha256("cd".repeat(32)));

    @Test
    void saysEverythingThatIsWrongWithIt() {
        List<Reference> many = Collections.nCopies(1_001, Reference.cve("CVE-2026-1"));
        assertThatThrownBy(() -> new Advisory(
                        "voms-1",
                        Purpose.Kind.BUGFIX,
                        Severity.NONE,
                        " ",
                        "x".repeat(50_001),
                        AT,
                        AT.minusSeconds(1),
                        many,
                        Purpose.Afterwards.NOTHING,
                        List.of()))
                .isInstanceOfSatisfying(
                        InvalidValueException.class,
                        e -> assertThat(e.violations()).hasSize(4));
    }

    @Test
    void isAboutPackagesThatAreAdded() {
        ChangeSet removal = new ChangeSet(
                ChangeSetId.of("removal"), Stage.BETA, Platform.parse("el9/x86_64"), List.of(), List.of(VOMS));
        assertThatThrownBy(() -> removal.telling(List.of(advisory())))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("adds no package");
    }

    @Test
    void isAboutAllThatItsChangeSetAddsOrWhatItNamesOfThat() {
        ChangeSet change = new ChangeSet(
                ChangeSetId.of("both"), Stage.BETA, Platform.parse("el9/x86_64"), List.of(VOMS, FTS), List.of());
        assertThat(change.packagesOf(advisory())).containsExactly(VOMS, FTS);
        assertThat(change.telling(List.of(advisory().withPackages(FTS)))
                        .packagesOf(advisory().withPackages(FTS)))
                .containsExactly(FTS);
        ChangeSet voms = new ChangeSet(change.id(), change.stage(), change.platform(), List.of(VOMS), List.of());
        assertThatThrownBy(() -> voms.telling(List.of(advisory(), advisory().withPackages(FTS))))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("about a package that it does not add");
    }

    @Test
    void refersToPlacesOnTheWeb() {
        assertThatThrownBy(() -> Reference.bug("1", "javascript:alert(1)")).isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> Reference.bug(" ", "")).isInstanceOf(InvalidValueException.class);
        assertThat(Reference.cve("CVE-2026-1234").href()).isEqualTo("https://www.cve.org/CVERecord?id=CVE-2026-1234");
    }

    @Test
    void aPurposeHasABoundedNumberOfReferences() {
        List<Reference> many = Collections.nCopies(201, Reference.cve("CVE-2026-1"));
        assertThatThrownBy(() -> new Purpose(Purpose.Kind.SECURITY, many, Purpose.Afterwards.NOTHING))
                .isInstanceOf(InvalidValueException.class);
    }

    private static Advisory advisory() {
        return new Advisory(
                "voms-1",
                Purpose.Kind.BUGFIX,
                Severity.NONE,
                "VOMS",
                "",
                AT,
                AT,
                List.of(),
                Purpose.Afterwards.NOTHING,
                List.of());
    }
}
