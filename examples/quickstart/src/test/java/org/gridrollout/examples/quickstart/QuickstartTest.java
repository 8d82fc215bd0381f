package org.gridrollout.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.gridrollout.api.publication.Generation;
import org.gridrollout.api.software.Evr;
import org.gridrollout.api.software.Nevra;
import org.gridrollout.api.software.PackageRef;
import org.gridrollout.api.software.Platform;
import org.gridrollout.api.software.Stage;
import org.gridrollout.api.store.JournalRecord;
import org.gridrollout.api.store.StreamId;
import org.gridrollout.testkit.rpm.RpmBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The main job as its user meets it. */
class QuickstartTest {

    private static final Platform EL9 = Platform.parse("el9/x86_64");

    @TempDir
    private Path temporary;

    @Test
    void playsSixActsAndLeavesWhatIsGoodInProduction() {
        Path work = temporary.resolve("work");
        String told = run(0, "--work", work.toString());
        assertThat(told)
                .contains("Act 6")
                .contains("cream-1.16.4-1.el9.noarch needs canl-java-libs < 2.5.0")
                .contains("Promote it together with cream-1.16.5.")
                .contains("Who kept their promises")
                .containsPattern("report +1 +0 +1 +0 +0 +0 +0[.]0 %")
                .containsPattern("report +1 +0 +0 +1 +0 +0 +undefined")
                .contains("What if sites had three days instead of a week?")
                .contains("4 d earlier")
                .contains("INCONCLUSIVE")
                .contains("must act: site FZK-LCG2, site NCG-INGRID-PT")
                .contains("Next possible version: 3.8.4-2.el9");
        assertThat(production(work))
                .contains("dcache-5.2.36-1.el9.noarch")
                .contains("canl-java-2.5.0-1.el9.noarch", "cream-1.16.5-1.el9.noarch")
                .doesNotContain("dcache-5.2.35-1.el9.noarch");
    }

    @Test
    void secondRunTellsTheSameAndChangesNothing() {
        Path work = temporary.resolve("work");
        String first = run(0, "--work", work.toString());
        List<JournalRecord> before = journal(work);
        assertThat(steps(run(0, "--work", work.toString()))).isEqualTo(steps(first));
        assertThat(journal(work)).isEqualTo(before);
    }

    @Test
    void killedAtAnyMomentItGoesOnAndEndsTheSame() throws Exception {
        Path undisturbed = temporary.resolve("undisturbed");
        run(0, "--work", undisturbed.toString());
        Path work = temporary.resolve("killed");
        Random random = new Random(20_261_124);
        for (int kill = 0; kill < 6; kill++) {
            Process process = child(work);
            process.waitFor(400 + random.nextInt(2_200), TimeUnit.MILLISECONDS);
            process.destroyForcibly().waitFor();
        }
        run(0, "--work", work.toString());
        assertThat(production(work)).isEqualTo(production(undisturbed));
        assertThat(journal(work).stream().map(JournalRecord::entry))
                .containsExactlyElementsOf(
                        journal(undisturbed).stream().map(JournalRecord::entry).toList());
    }

    @Test
    void rollsOutATeamsOwnPackagesBySourcePackageAndDirectory() throws IOException {
        Path team = Files.createDirectories(temporary.resolve("team"));
        RpmBuilder.of(new Nevra("voms", Evr.of("2.1.0", "1.el9"), "x86_64"))
                .sourceRpm("voms-2.1.0-1.el9.src.rpm")
                .writeTo(team);
        Path next = Files.createDirectories(team.resolve("voms-next"));
        RpmBuilder.of(new Nevra("voms", Evr.of("2.2.0", "1.el9"), "x86_64")).writeTo(next);
        Path work = temporary.resolve("work");
        run(0, "--work", work.toString(), "--packages", team.toString());
        assertThat(production(work)).containsExactly("voms-2.2.0-1.el9.x86_64");
    }

    @Test
    void unusableArgumentsEndWithOneLineAndCodeTwo() throws IOException {
        Path damaged = Files.createDirectories(temporary.resolve("damaged"));
        Files.writeString(damaged.resolve("voms.rpm"), "no package");
        Path file = Files.writeString(temporary.resolve("file"), "");
        assertThat(complaint("--unknown")).startsWith("quickstart: ").contains("--unknown");
        assertThat(complaint("--packages", temporary.resolve("nowhere").toString()))
                .contains("There is no directory");
        assertThat(complaint(
                        "--packages",
                        damaged.toString(),
                        "--work",
                        temporary.resolve("w").toString()))
                .contains("is not a readable package");
        assertThat(complaint("--work", file.resolve("below").toString())).contains("work directory");
        assertThat(complaint("--platform", "nonsense")).contains("--platform");
    }

    private static List<String> steps(String told) {
        return told.lines().filter(each -> each.startsWith("  2026-")).toList();
    }

    private static Process child(Path work) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Quickstart.class.getName(),
                        "--work",
                        work.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static List<String> production(Path work) {
        try (Backends backends = Backends.open(work)) {
            Generation now = backends.repository().current(Stage.PRODUCTION, EL9);
            return now.packages().stream().map(PackageRef::toString).toList();
        }
    }

    /** Without refusals: who asks twice for what is refused is on record twice. */
    private static List<JournalRecord> journal(Path work) {
        try (Backends backends = Backends.open(work)) {
            return backends.store().journal(0, 10_000).stream()
                    .filter(each -> each.stream().kind() != StreamId.Kind.AUDIT)
                    .toList();
        }
    }

    private static String run(int expected, String... arguments) {
        PrintStream before = System.out;
        ByteArrayOutputStream told = new ByteArrayOutputStream();
        System.setOut(new PrintStream(told, true, StandardCharsets.UTF_8));
        try {
            assertThat(Quickstart.run(arguments)).isEqualTo(expected);
        } finally {
            System.setOut(before);
        }
        return told.toString(StandardCharsets.UTF_8);
    }

    private static String complaint(String... arguments) {
        PrintStream before = System.err;
        ByteArrayOutputStream told = new ByteArrayOutputStream();
        System.setErr(new PrintStream(told, true, StandardCharsets.UTF_8));
        try {
            assertThat(Quickstart.run(arguments)).isEqualTo(2);
        } finally {
            System.setErr(before);
        }
        String complaint = told.toString(StandardCharsets.UTF_8);
        assertThat(complaint.lines()).hasSize(1);
        return complaint;
    }
}
