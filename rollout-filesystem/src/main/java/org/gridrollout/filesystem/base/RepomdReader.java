package org.gridrollout.filesystem.base;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads {@code repomd.xml}; of the files it names, those that are of use here. */
final class RepomdReader {

    private static final Set<String> WANTED = Set.of("primary", "filelists");

    /** Segments of names without a leading dot: such a path cannot lead out of the repository, nor into hidden places. */
    private static final Pattern SAFE =
            Pattern.compile("[A-Za-z0-9_+%~-][A-Za-z0-9._+%~=-]*(/[A-Za-z0-9_+%~-][A-Za-z0-9._+%~=-]*)*");

    private static final int LONGEST_PATH = 512;

    private final XmlCursor xml;
    private final Map<String, RepomdEntry> entries = new HashMap<>();
    private String revision = "";

    RepomdReader(XmlCursor xml) {
        this.xml = xml;
    }

    /** What it says. */
    record Repomd(String revision, RepomdEntry primary, Optional<RepomdEntry> filelists) {}

    Repomd read() {
        xml.root(root -> {
            if (!root.equals("repomd")) {
                throw xml.malformed("<repomd> is expected, not <" + root + ">");
            }
            xml.children(this::section);
        });
        RepomdEntry primary = entries.get("primary");
        if (primary == null) {
            throw xml.malformed("it names no primary metadata");
        }
        return new Repomd(revision, primary, Optional.ofNullable(entries.get("filelists")));
    }

    private void section(String name) {
        if (name.equals("revision")) {
            revision = xml.text().strip();
        } else if (name.equals("data") && WANTED.contains(xml.attribute("type"))) {
            String type = xml.attribute("type");
            if (entries.put(type, new Data(type).read()) != null) {
                throw xml.malformed("it names two files of type " + type);
            }
        }
    }

    /** One {@code <data>}. */
    private final class Data {

        private final String type;
        private String path = "";
        private Optional<Checksum> checksum = Optional.empty();
        private Optional<Checksum> openChecksum = Optional.empty();
        private OptionalLong size = OptionalLong.empty();
        private OptionalLong openSize = OptionalLong.empty();

        Data(String type) {
            this.type = type;
        }

        RepomdEntry read() {
            xml.children(this::field);
            if (path.isEmpty() || checksum.isEmpty()) {
                throw xml.malformed("the file of type " + type + " has no location or no checksum");
            }
            return new RepomdEntry(type, path, checksum.get(), openChecksum, size, openSize);
        }

        private void field(String name) {
            switch (name) {
                case "location" -> path = location();
                case "checksum" -> checksum = Optional.of(checksum());
                case "open-checksum" -> openChecksum = Optional.of(checksum());
                case "size" -> size = OptionalLong.of(number(xml.text()));
                case "open-size" -> openSize = OptionalLong.of(number(xml.text()));
                default -> {} // timestamps, and what databases and zchunk need
            }
        }

        private String location() {
            if (!xml.attribute("base").isEmpty()) {
                throw xml.unsupported("the file of type " + type + " lies in another place, " + xml.attribute("base"));
            }
            String href = xml.required("href");
            if (href.length() > LONGEST_PATH || !SAFE.matcher(href).matches()) {
                throw xml.malformed("the location of the file of type " + type + " is no path inside the repository");
            }
            return href;
        }

        private Checksum checksum() {
            String algorithm = xml.required("type");
            return Checksum.of(algorithm, xml.text())
                    .orElseThrow(() -> xml.unsupported("checksums of type " + algorithm + " are not trusted"));
        }

        private long number(String text) {
            try {
                long number = Long.parseLong(text.strip());
                if (number >= 0) {
                    return number;
                }
            } catch (NumberFormatException e) {
                throw xml.malformed("a size of the file of type " + type + " is no number", e);
            }
            throw xml.malformed("a size of the file of type " + type + " is negative");
        }
    }
}
