package org.gridrollout.benchmarks.crash;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a Debian repository as clients do: Release, the Packages it names, and the packages those name. */
final class AptTree {

    private static final Pattern NAMED =
            Pattern.compile("^ ([0-9a-f]{64})\\s+\\d+\\s+(\\S*binary-\\S*/Packages)$", Pattern.MULTILINE);
    private static final Pattern FILE = Pattern.compile("^Filename: (\\S+)$", Pattern.MULTILINE);
    private static final Pattern CHECKSUM = Pattern.compile("^SHA256: ([0-9a-f]{64})$", Pattern.MULTILINE);

    private AptTree() {}

    static Optional<String> damage(Path root, String distribution) throws IOException {
        Path release = root.resolve("dists").resolve(distribution).resolve("Release");
        try {
            Matcher named = NAMED.matcher(Files.readString(release));
            boolean found = false;
            while (named.find()) {
                found = true;
                byte[] packages = Files.readAllBytes(release.resolveSibling(named.group(2)));
                if (!Checksums.sha256(packages).equals(named.group(1))) {
                    return Optional.of("checksum of Packages");
                } else if (!filesHold(root, Files.readString(release.resolveSibling(named.group(2))))) {
                    return Optional.of("checksum of a package");
                }
            }
            return found ? Optional.empty() : Optional.of("Release names nothing");
        } catch (NoSuchFileException e) {
            String name = e.getFile().substring(e.getFile().lastIndexOf('/') + 1);
            return Optional.of(name.equals("Release") ? "Release missing" : "Packages or a package missing");
        }
    }

    private static boolean filesHold(Path root, String packages) throws IOException {
        for (String stanza : packages.split("\n\n", -1)) {
            Matcher file = FILE.matcher(stanza);
            Matcher checksum = CHECKSUM.matcher(stanza);
            if (file.find()
                    && checksum.find()
                    && !Checksums.sha256(Files.readAllBytes(root.resolve(file.group(1))))
                            .equals(checksum.group(1))) {
                return false;
            }
        }
        return true;
    }
}
