package org.gridrollout.filesystem.yum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gridrollout.api.software.Capability.Relation.EQ;
import static org.gridrollout.api.software.Capability.Relation.GE;

import java.util.List;
import org.gridrollout.api.software.Capability;
import org.gridrollout.filesystem.rpm.RpmMetadata;
import org.gridrollout.filesystem.rpm.RpmMetadata.FileEntry;
import org.junit.jupiter.api.Test;

class DependenciesTest {

    private static final Capability JAVA = Capability.of("java", GE, "17");

    @Test
    void leaveOutFeaturesOfRpmItself() {
        assertThat(requires(Capability.of("rpmlib(CompressedFileNames)", GE, "3.0.4-1"), JAVA))
                .containsExactly(JAVA);
    }

    @Test
    void leaveOutWhatThePackageProvidesInThatVeryVersion() {
        Capability own = Capability.of("voms-api", EQ, "2.1.0");
        Capability other = Capability.of("voms-api", EQ, "2.2.0");
        Capability any = Capability.of("voms-api");
        RpmMetadata rpm =
                RpmSamples.voms().addProvides(own).addRequires(own, other, any).build();
        assertThat(Dependencies.of(rpm).requires()).containsExactly(other, any);
    }

    @Test
    void leaveOutThePackagesOwnFilesIfPrimaryListsThem() {
        Capability program = Capability.of("/usr/bin/voms");
        Capability document = Capability.of("/usr/share/doc/voms");
        RpmMetadata rpm = RpmSamples.voms()
                .addFiles(new FileEntry("/usr/bin/voms", FileEntry.Kind.FILE))
                .addFiles(new FileEntry("/usr/share/doc/voms", FileEntry.Kind.FILE))
                .addRequires(program, document)
                .build();
        assertThat(Dependencies.of(rpm).requires()).containsExactly(document);
    }

    @Test
    void leaveOutWhatRepeatsTheLastEntryOfItsName() {
        Capability newer = Capability.of("java", GE, "21");
        Capability early = new Capability("java", GE, "17", true);
        assertThat(requires(JAVA, JAVA, newer, JAVA, early)).containsExactly(JAVA, newer, JAVA, early);
    }

    @Test
    void keepOfTheLibcSymbolVersionsTheHighestOnlyAndPutItLast() {
        Capability highest = Capability.of("libc.so.6(GLIBC_2.34)(64bit)");
        assertThat(requires(
                        Capability.of("libc.so.6()(64bit)"),
                        Capability.of("libc.so.6(GLIBC_2.4)(64bit)"),
                        highest,
                        Capability.of("libc.so.6(GLIBC_2.3.4)(64bit)"),
                        Capability.of("libc.so.6(GLIBC_PRIVATE)(64bit)"),
                        JAVA))
                .containsExactly(JAVA, highest);
    }

    @Test
    void leaveOutAnEpochThatIsNoNumber() {
        Capability odd = Capability.of("java", GE, "first:17");
        RpmMetadata rpm =
                RpmSamples.voms().addRequires(odd, JAVA).addConflicts(odd).build();
        assertThat(Dependencies.of(rpm).requires()).containsExactly(JAVA);
        assertThat(Dependencies.of(rpm).conflicts()).isEmpty();
    }

    @Test
    void recommendWhatIsRequiredButMayBeMissing() {
        Capability python = Capability.of("python3");
        RpmMetadata rpm = RpmSamples.voms()
                .addOptionalRequires(JAVA, Capability.of("rpmlib(X)"))
                .addRecommends(python)
                .build();
        assertThat(Dependencies.of(rpm).recommends()).containsExactly(JAVA, python);
        assertThat(Dependencies.of(rpm).requires()).isEmpty();
    }

    @Test
    void areWrittenWithTheirVersionsTakenApart() {
        RpmMetadata rpm = RpmSamples.voms()
                .addRequires(Capability.of("java", GE, "1:17-2.el9"), new Capability("sh", GE, "5", true))
                .build();
        assertThat(RpmSamples.primary(rpm))
                .contains("<rpm:entry name=\"java\" flags=\"GE\" epoch=\"1\" ver=\"17\" rel=\"2.el9\"/>")
                .contains("<rpm:entry name=\"sh\" flags=\"GE\" epoch=\"0\" ver=\"5\" pre=\"1\"/>");
    }

    private static List<Capability> requires(Capability... capabilities) {
        return Dependencies.of(RpmSamples.voms().addRequires(capabilities).build())
                .requires();
    }
}
