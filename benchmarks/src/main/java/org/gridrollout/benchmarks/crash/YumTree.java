package org.gridrollout.benchmarks.crash;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

/** Reads a YUM repository as clients do: repomd, what it names, and the packages that names, by their checksums. */
final class YumTree {

    private static final Pattern INDEX = Pattern.compile(
            "<checksum type=\"sha256\">([0-9a-f]{64})</checksum>.*?<location href=\"([^\"]+)\"", Pattern.DOTALL);
    private static final Pattern PACKAGE = Pattern.compile(
            "<checksum type=\"sha256\" pkgid=\"YES\">([0-9a-f]{64})</checksum>.*?<location href=\"([^\"]+)\"",
            Pattern.DOTALL);

    private YumTree() {}

    static Optional<String> damage(Path tree) throws IOException {
        try {
            Path repomd = tree.resolve("repodata").resolve("repomd.xml");
            Matcher indexes = INDEX.matcher(Files.readString(repomd));
            int found = 0;
            while (indexes.find()) {
                byte[] index = Files.readAllBytes(tree.resolve(indexes.group(2)));
                if (!Checksums.sha256(index).equals(indexes.group(1))) {
                    return Optional.of("checksum of an index");
                } else if (indexes.group(2).contains("primary.xml") && !packagesHold(tree, index)) {
                    return Optional.of("checksum of a package");
                }
                found++;
            }
            return found >= 3 ? Optional.empty() : Optional.of("repomd.xml without indexes");
        } catch (NoSuchFileException e) {
            String name = e.getFile().substring(e.getFile().lastIndexOf('/') + 1);
            return Optional.of(name.equals("repomd.xml") ? "repomd.xml missing" : "an index or a package missing");
        }
    }

    private static boolean packagesHold(Path tree, byte[] primary) throws IOException {
        try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(primary))) {
            Matcher packages = PACKAGE.matcher(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            while (packages.find()) {
                byte[] content = Files.readAllBytes(tree.resolve(packages.group(2)));
                if (!Checksums.sha256(content).equals(packages.group(1))) {
                    return false;
                }
            }
            return true;
        }
    }
}
