package org.gridrollout.filesystem.base;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.gridrollout.filesystem.base.PackageXml.metadata;
import static org.gridrollout.filesystem.base.PackageXml.named;
import static org.gridrollout.filesystem.base.PackageXml.read;
import static org.gridrollout.filesystem.base.PackageXml.voms;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import org.gridrollout.filesystem.base.UnreadableBaseException.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a repository has to be; one that is not is refused, with its place and what to do. */
@Timeout(30)
class HostileBaseTest {

    private static final String SOUND = metadata(voms(""));
    private static final String PRIMARY = "repodata/primary.xml.gz";

    @ParameterizedTest
    @EnumSource(value = Compression.class, names = "NONE", mode = EnumSource.Mode.EXCLUDE)
    void doesNotExplode(Compression compression) {
        byte[] bomb = " ".repeat(4 << 20).getBytes(UTF_8);
        ForeignTree tree = new ForeignTree().with("primary", compression, bomb);
        UnreadableBaseException refused =
                refused(Problem.TOO_LARGE, tree, ReadLimits.standard().withToken(1 << 30));
        assertThat(refused).hasMessageContaining("expands to more than 500 times its stored size");
    }

    @Test
    void doesNotGrowBeyondWhatItsIndexSays() {
        ForeignTree tree = ForeignTree.of(Compression.GZIP, SOUND);
        tree.index(tree.index().replaceFirst("<open-size>[0-9]+", "<open-size>100"));
        assertThat(refused(Problem.TOO_LARGE, tree)).hasMessageContaining("more than the 100 bytes");
    }

    @Test
    void readsNothingFromElsewhere(@TempDir Path directory) throws IOException {
        Path secret = Files.writeString(directory.resolve("secret"), "the secret");
        String xml = "<?xml version=\"1.0\"?><!DOCTYPE metadata [<!ENTITY e SYSTEM \"" + secret.toUri() + "\">]>"
                + "<metadata>" + voms("").replace("Membership", "&e;") + "</metadata>";
        assertThat(refused(Problem.MALFORMED, ForeignTree.of(Compression.GZIP, xml)))
                .hasMessageContaining("document type")
                .hasMessageNotContaining("the secret");
    }

    @Test
    void expandsNoEntities() {
        StringBuilder laughs = new StringBuilder("<!DOCTYPE metadata [<!ENTITY a0 \"ha\">");
        for (int i = 1; i < 30; i++) {
            laughs.append("<!ENTITY a%d \"&a%d;&a%d;\">".formatted(i, i - 1, i - 1));
        }
        String xml = laughs + "]><metadata>" + voms("").replace("Membership", "&a29;") + "</metadata>";
        refused(Problem.MALFORMED, ForeignTree.of(Compression.GZIP, xml));
    }

    @Test
    void nestsModerately() {
        String deep = "<x>".repeat(100_000) + "</x>".repeat(100_000);
        assertThat(refused(Problem.TOO_LARGE, ForeignTree.of(Compression.NONE, metadata(voms(deep)))))
                .hasMessageContaining("nested more than 32 deep");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<rpm:requires><rpm:entry name=\"%s\"/></rpm:requires>",
                "<file>%s</file>",
                "<file><![CDATA[<<<%s]]></file>",
                "<!-- <<< %s -->"
            })
    void keepsTextsAndTagsShort(String format) {
        String xml = metadata(voms(format.formatted("x".repeat(2 << 20))));
        refused(Problem.TOO_LARGE, ForeignTree.of(Compression.NONE, xml));
    }

    @Test
    void keepsATextShortThatComesInPieces() {
        String pieces = "<file>" + "<![CDATA[0123456789]]>&lt;".repeat(110_000) + "</file>";
        assertThat(refused(Problem.TOO_LARGE, ForeignTree.of(Compression.NONE, metadata(voms(pieces)))))
                .hasMessageContaining("more than 1048576 characters");
    }

    @Test
    void hasNotTooManyPackages() {
        String xml = metadata(voms(""), voms(""), voms(""));
        assertThat(refused(
                        Problem.TOO_LARGE,
                        ForeignTree.of(Compression.NONE, xml),
                        ReadLimits.standard().withPackages(2)))
                .hasMessageContaining("more than 2 packages")
                .hasMessageContaining("wider limits");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<rpm:requires>" + TEN + "</rpm:requires>", TEN_FILES})
    void asksNotForTooMuchInOnePackage(String format) {
        refused(
                Problem.TOO_LARGE,
                ForeignTree.of(Compression.NONE, metadata(voms(format))),
                ReadLimits.standard().withEntries(9));
    }

    private static final String ENTRY = "<rpm:entry name=\"a\"/>";
    private static final String FIVE = ENTRY + ENTRY + ENTRY + ENTRY + ENTRY;
    private static final String TEN = FIVE + FIVE;
    private static final String TEN_FILES = "<file>1</file><file>2</file><file>3</file><file>4</file><file>5</file>"
            + "<file>6</file><file>7</file><file>8</file><file>9</file><file>10</file>";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../../etc/passwd",
                "/etc/passwd",
                "repodata/../../x",
                ".hidden",
                "repodata/.hidden",
                "http://example.org/primary.xml",
                "repodata//primary.xml",
                "repodata\\primary.xml",
                ""
            })
    void namesNoFileOutsideOfItself(String href) {
        ForeignTree tree = ForeignTree.of(Compression.GZIP, SOUND);
        tree.index(tree.index().replace(PRIMARY, href));
        assertThat(refused(Problem.MALFORMED, tree).file()).isEqualTo("memory/repodata/repomd.xml");
    }

    @Test
    void isNoticedIfAFileWasReplaced() {
        ForeignTree tree = ForeignTree.of(Compression.GZIP, SOUND);
        tree.replace(
                PRIMARY, Compression.GZIP.compress(metadata(voms(""), voms("")).getBytes(UTF_8)));
        tree.index(tree.index().replaceAll("<(open-)?size>[0-9]+", "<$1size>100000"));
        assertThat(refused(Problem.CHANGED, tree)).hasMessageContaining("read again");
    }

    @Test
    void isNoticedIfAFileWasCut() {
        ForeignTree tree = ForeignTree.of(Compression.GZIP, SOUND);
        byte[] whole = tree.file(PRIMARY);
        refused(Problem.CHANGED, tree.replace(PRIMARY, Arrays.copyOf(whole, whole.length - 10)));
    }

    @Test
    void isNoticedIfItsTextIsNotTheOneThatWasNamed() {
        ForeignTree tree = ForeignTree.of(Compression.GZIP, SOUND);
        tree.index(tree.index()
                .replaceFirst(
                        "<open-checksum type=\"sha256\">[0-9a-f]+",
                        "<open-checksum type=\"sha256\">" + "0".repeat(64)));
        assertThat(refused(Problem.CHANGED, tree)).hasMessageContaining("uncompressed");
    }

    @Test
    void isNoRepositoryWithoutAnIndex() {
        assertThat(refused(Problem.MISSING, new ForeignTree()))
                .hasMessageStartingWith("memory/repodata/repomd.xml: there is no such file; check the address");
    }

    @Test
    void lacksNoFileThatItNames() {
        refused(Problem.MISSING, ForeignTree.of(Compression.GZIP, SOUND).without(PRIMARY));
    }

    @Test
    void canBeReached() {
        assertThat(refused(Problem.UNREACHABLE, new ForeignTree().unreachable()))
                .hasMessageContaining("no route to host");
    }

    @Test
    void isNotTrustedByMd5() {
        ForeignTree tree = ForeignTree.of(Compression.GZIP, SOUND);
        tree.index(tree.index().replace("\"sha256\"", "\"md5\""));
        refused(Problem.UNSUPPORTED, tree);
    }

    @Test
    void identifiesItsPackagesBySha256() {
        String old = named("voms", "noarch", "<checksum type=\"sha\">" + "a".repeat(40) + "</checksum>", "");
        assertThat(refused(Problem.UNSUPPORTED, ForeignTree.of(Compression.GZIP, metadata(old))))
                .hasMessageContaining("voms");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<rpm:requires><rpm:entry/></rpm:requires>",
                "<rpm:requires><rpm:entry name=\"\"/></rpm:requires>",
                "<rpm:requires><rpm:entry name=\"a\" flags=\"NE\" ver=\"1\"/></rpm:requires>",
                "<rpm:requires><rpm:entry name=\"a\" flags=\"EQ\" epoch=\"x\" ver=\"1\"/></rpm:requires>"
            })
    void statesDependenciesThatMakeSense(String format) {
        UnreadableBaseException refused =
                refused(Problem.MALFORMED, ForeignTree.of(Compression.GZIP, metadata(voms(format))));
        assertThat(refused.file()).isEqualTo("memory/repodata/primary.xml.gz");
        assertThat(refused.line()).isEqualTo(8);
        assertThat(refused.column()).isPositive();
    }

    @Test
    void isWellFormed() {
        assertThat(refused(Problem.MALFORMED, ForeignTree.of(Compression.GZIP, SOUND.replace("</name>", ""))))
                .hasMessageContaining("line ")
                .hasMessageContaining("no well-formed XML");
    }

    @Test
    void isWrittenInUtf8() {
        byte[] latin =
                metadata(voms("")).replace("Membership", "Mitgliedsch\u00e4ft").getBytes(ISO_8859_1);
        refused(Problem.MALFORMED, new ForeignTree().with("primary", Compression.GZIP, latin));
        refused(Problem.MALFORMED, new ForeignTree().with("primary", Compression.GZIP, SOUND.getBytes(UTF_16)));
    }

    @Test
    void isARepositoryAndNotSomethingElse() {
        refused(Problem.MALFORMED, ForeignTree.of(Compression.GZIP, "<html><body>Not found</body></html>"));
        refused(Problem.MALFORMED, new ForeignTree().index("<html><body>Please log in</body></html>"));
        refused(Problem.MALFORMED, new ForeignTree().index("<repomd><revision>1</revision></repomd>"));
        ForeignTree tree = ForeignTree.of(Compression.GZIP, SOUND);
        refused(
                Problem.MALFORMED,
                tree.index(tree.index().replace("</repomd>", "") + tree.index().substring(80)));
    }

    @Test
    void isNotCopiedIfAFileIsNotTheOneThatWasNamed() {
        ForeignTree tree = ForeignTree.of(Compression.GZIP, SOUND);
        byte[] changed = tree.file(PRIMARY);
        changed[changed.length - 1] ^= 1;
        tree.replace(PRIMARY, changed);
        ForeignRepository repository = ForeignRepository.open(tree);
        UnreadableBaseException refused = catchThrowableOfType(
                UnreadableBaseException.class, () -> repository.copyTo(path -> OutputStream.nullOutputStream()));
        assertThat(refused.problem()).isEqualTo(Problem.CHANGED);
    }

    @Test
    void ownsPathsAsItsIndexSays() {
        byte[] lists =
                "<filelists><package pkgid=\"zz\" name=\"a\" arch=\"noarch\"><version ver=\"1\" rel=\"1\"/><file>/a</file></package></filelists>"
                        .getBytes(UTF_8);
        ForeignTree tree = ForeignTree.of(Compression.GZIP, SOUND).with("filelists", Compression.GZIP, lists);
        ForeignRepository repository = ForeignRepository.open(tree);
        UnreadableBaseException refused =
                catchThrowableOfType(UnreadableBaseException.class, () -> repository.owners(Set.of("/a")));
        assertThat(refused.problem()).isEqualTo(Problem.MALFORMED);
        assertThat(repository.owners(Set.of("/b"))).isEmpty();
    }

    @Test
    void failsOnTheReadersOwnTroubleWithThat() {
        ForeignRepository repository = ForeignRepository.open(ForeignTree.of(Compression.GZIP, SOUND));
        IllegalStateException own = new IllegalStateException("mine");
        assertThat(catchThrowableOfType(
                        IllegalStateException.class,
                        () -> repository.forEachPackage(each -> {
                            throw own;
                        })))
                .isSameAs(own);
    }

    private static UnreadableBaseException refused(Problem problem, RepositorySource source) {
        return refused(problem, source, ReadLimits.standard());
    }

    private static UnreadableBaseException refused(Problem problem, RepositorySource source, ReadLimits limits) {
        UnreadableBaseException refused =
                catchThrowableOfType(UnreadableBaseException.class, () -> read(source, limits));
        assertThat(refused).isNotNull();
        assertThat(refused.problem()).as(refused.getMessage()).isEqualTo(problem);
        return refused;
    }
}
