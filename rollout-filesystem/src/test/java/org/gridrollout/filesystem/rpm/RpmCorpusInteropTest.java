package org.gridrollout.filesystem.rpm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.SoftAssertions;
import org.gridrollout.api.software.Capability;
import org.gridrollout.api.software.Nevra;
import org.gridrollout.api.spi.UnreadablePackageException;
import org.gridrollout.filesystem.Tools;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What we read in other people's packages is what rpm itself prints. */
@Tag("interop")
class RpmCorpusInteropTest {

    private static final String END = "@@end@@";
    private static final String SCALARS = "%{NAME}\t%|EPOCH?{%{EPOCH}}:{0}|\t%{VERSION}\t%{RELEASE}\t%{ARCH}\t"
            + "%|LICENSE?{%{LICENSE}}:{}|\t%|URL?{%{URL}}:{}|\t%|SOURCERPM?{%{SOURCERPM}}:{}|\t"
            + "%|BUILDTIME?{%{BUILDTIME}}:{0}|\t%{LONGSIZE}\t%|BUILDHOST?{%{BUILDHOST}}:{}|\t"
            + "%|VENDOR?{%{VENDOR}}:{}|\t%|PACKAGER?{%{PACKAGER}}:{}|\n" + END + "\n";

    @Test
    void readsEveryReadablePackageAsRpmPrintsIt() throws IOException {
        Tools.require("rpm");
        SoftAssertions softly = new SoftAssertions();
        for (Path file : Tools.corpus()) {
            RpmMetadata ours = read(file);
            List<List<String>> theirs = query(file);
            softly.assertThat(scalars(ours)).as("%s scalars", file).isEqualTo(theirs.get(0));
            softly.assertThat(identify(file)).as("%s identity", file).isEqualTo(ours.nevra());
            List<Capability> requires = new ArrayList<>(ours.requires());
            requires.addAll(ours.optionalRequires());
            compare(softly, file + " provides", ours.provides(), theirs.get(1));
            compare(softly, file + " requires", requires, theirs.get(2));
            compare(softly, file + " conflicts", ours.conflicts(), theirs.get(3));
            compare(softly, file + " obsoletes", ours.obsoletes(), theirs.get(4));
            softly.assertThat(ours.files())
                    .extracting(RpmMetadata.FileEntry::path)
                    .as("%s files", file)
                    .containsExactlyElementsOf(theirs.get(5));
            softly.assertThat(ours.changelog())
                    .extracting(each -> each.time() + " " + each.author())
                    .as("%s changelog", file)
                    .containsExactlyElementsOf(theirs.get(6));
        }
        softly.assertAll();
    }

    @Test
    void refusesTheUnreadablePackage() {
        Path unreadable = Tools.corpus().get(0).resolveSibling("04052989202b.rpm");
        assertThatThrownBy(() -> read(unreadable))
                .isInstanceOf(UnreadablePackageException.class)
                .hasMessageContaining("04052989202b.rpm");
    }

    private static RpmMetadata read(Path file) throws IOException {
        try (InputStream content = Files.newInputStream(file)) {
            return RpmReader.read(content, file.toString());
        }
    }

    private static Nevra identify(Path file) throws IOException {
        try (InputStream content = Files.newInputStream(file)) {
            return RpmReader.identify(content, file.toString());
        }
    }

    private static List<String> scalars(RpmMetadata ours) {
        return List.of(
                ours.nevra().name(),
                Long.toString(ours.nevra().evr().epoch()),
                ours.nevra().evr().version(),
                ours.nevra().evr().release(),
                ours.source() ? "source" : ours.nevra().arch(),
                ours.license(),
                ours.url(),
                ours.sourceRpm(),
                Long.toString(ours.buildTime()),
                Long.toString(ours.installedSize()),
                ours.buildHost(),
                ours.vendor(),
                ours.packager());
    }

    private static void compare(SoftAssertions softly, String what, List<Capability> ours, List<String> theirs) {
        softly.assertThat(ours).extracting(Capability::toString).as(what).containsExactlyInAnyOrderElementsOf(theirs);
    }

    /** Scalars first, then one list per tag. */
    private static List<List<String>> query(Path file) {
        StringBuilder format = new StringBuilder(SCALARS);
        for (String tag : List.of("PROVIDENEVRS", "REQUIRENEVRS", "CONFLICTNEVRS", "OBSOLETENEVRS", "FILENAMES")) {
            format.append("[%{").append(tag).append("}\n]").append(END).append('\n');
        }
        format.append("[%{CHANGELOGTIME} %{CHANGELOGNAME}\n]").append(END).append('\n');
        String printed =
                Tools.run("rpm", "-qp", "--nosignature", "--nodigest", "--qf", format.toString(), file.toString());
        List<List<String>> sections = new ArrayList<>();
        String body =
                printed.lines().filter(each -> !each.startsWith("warning: ")).reduce("", (a, b) -> a + b + "\n");
        for (String section : body.split(END + "\n", -1)) {
            sections.add(section.lines().filter(each -> !each.isEmpty()).toList());
        }
        List<String> scalars = new ArrayList<>(List.of(sections.get(0).get(0).split("\t", -1)));
        assertThat(scalars).hasSize(13);
        if (scalars.get(7).equals("(none)")) {
            scalars.set(7, "");
        }
        boolean source = scalars.get(7).isEmpty();
        if (source) {
            scalars.set(4, "source");
        }
        sections.set(0, scalars);
        return sections;
    }
}
