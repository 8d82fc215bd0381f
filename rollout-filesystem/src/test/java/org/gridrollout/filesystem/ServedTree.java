package org.gridrollout.filesystem;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gridrollout.filesystem.yum.Digests;
import org.gridrollout.filesystem.yum.IndexKind;
import org.gridrollout.filesystem.yum.IndexedPackages;

/** Looks at a published tree as a client does: repomd first, then what it names, checking every checksum. */
final class ServedTree {

    private static final Pattern INDEX = Pattern.compile(
            "<checksum type=\"sha256\">([0-9a-f]{64})</checksum>.*?<location href=\"([^\"]+)\"", Pattern.DOTALL);
    private static final Pattern LOCATION = Pattern.compile("common location\\{href=([^}]+)}");

    private ServedTree() {}

    /** The checksums of all packages offered, after everything the metadata says of them was found true. */
    static Set<String> wholePackages(Path directory) {
        Path repodata = directory.resolve("repodata");
        requireIndexes(directory);
        Map<String, String> primary = IndexedPackages.in(repodata, IndexKind.PRIMARY);
        assertThat(IndexedPackages.in(repodata, IndexKind.FILELISTS).keySet()).isEqualTo(primary.keySet());
        assertThat(IndexedPackages.in(repodata, IndexKind.OTHER).keySet()).isEqualTo(primary.keySet());
        primary.forEach((checksum, canonical) -> {
            Matcher matcher = LOCATION.matcher(canonical);
            assertThat(matcher.find()).isTrue();
            assertThat(digest(directory.resolve(matcher.group(1)))).isEqualTo(checksum);
        });
        return primary.keySet();
    }

    /** The index files that repomd names now, each whole. */
    static Set<String> requireIndexes(Path directory) {
        return requireIndexes(directory, read(directory.resolve("repodata").resolve("repomd.xml")));
    }

    /** The index files that some repomd names, each whole under the repository as it is now. */
    static Set<String> requireIndexes(Path directory, byte[] repomd) {
        Set<String> files = new TreeSet<>();
        Matcher matcher = INDEX.matcher(new String(repomd, StandardCharsets.UTF_8));
        while (matcher.find()) {
            assertThat(digest(directory.resolve(matcher.group(2)))).isEqualTo(matcher.group(1));
            files.add(matcher.group(2));
        }
        assertThat(files).hasSizeGreaterThanOrEqualTo(3);
        return files;
    }

    /** The name of the file of that type in a {@code repodata} directory. */
    static String indexNamed(Path repodata, String type) {
        Matcher matcher = Pattern.compile("<data type=\"" + type + "\">.*?href=\"repodata/([^\"]+)\"", Pattern.DOTALL)
                .matcher(new String(read(repodata.resolve("repomd.xml")), StandardCharsets.UTF_8));
        assertThat(matcher.find()).isTrue();
        return matcher.group(1);
    }

    static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String digest(Path file) {
        return Digests.of(read(file)).hex();
    }
}
