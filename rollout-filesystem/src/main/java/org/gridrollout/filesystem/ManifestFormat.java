package org.gridrollout.filesystem;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.gridrollout.api.InvalidValueException;
import org.gridrollout.api.publication.ChangeSetId;
import org.gridrollout.api.software.Sha256;
import org.gridrollout.filesystem.Manifest.Kept;
import org.gridrollout.filesystem.Manifest.Withdrawn;
import org.gridrollout.filesystem.yum.Digests;

/**
 * The manifest as two files of lines, so that a person can read, grep and diff them: what concerns the generation, and the
 * {@link PackageListing}, of which most is the same from one generation to the next.
 */
final class ManifestFormat {

    private static final String HEADING = "gridrollout-generation";
    private static final String VERSION = "3";

    private ManifestFormat() {}

    /** @param listing the digest of the generation's listing */
    static byte[] write(Manifest manifest, Sha256 listing) {
        CheckedLines lines = new CheckedLines().add(HEADING, VERSION);
        lines.add("number", manifest.number());
        manifest.change().ifPresent(id -> lines.add("change", id));
        lines.add("published", manifest.published());
        lines.add("revision", manifest.revision());
        manifest.repomd().ifPresent(digest -> lines.add("repomd", digest));
        manifest.advisories().ifPresent(digest -> lines.add("advisories", digest));
        manifest.indexFiles().forEach(each -> lines.add("index", each));
        manifest.kept().forEach(each -> lines.add("kept", each.sha256(), each.generation()));
        for (Withdrawn each : manifest.withdrawn()) {
            lines.add("withdrawn", each.location(), each.sha256(), each.generation(), each.superseded());
        }
        lines.add("packages", manifest.packages().size(), listing);
        return lines.toBytes();
    }

    /** Empty if the bytes are damaged, or of a format this version does not know. */
    static Optional<Manifest> read(byte[] bytes, byte[] listing) {
        return read(bytes, (size, digest) -> holdings(size, digest, listing));
    }

    /** Like {@link #read}, without the packages: as if it had none. */
    static Optional<Manifest> outline(byte[] bytes) {
        return read(bytes, (size, digest) -> Holdings.of(List.of()));
    }

    private static Optional<Manifest> read(byte[] bytes, BiFunction<Integer, Sha256, Holdings> listing) {
        return CheckedLines.parse(bytes)
                .filter(lines ->
                        !lines.isEmpty() && String.join(" ", lines.get(0)).equals(HEADING + " " + VERSION))
                .flatMap(lines -> parse(lines.subList(1, lines.size()), listing));
    }

    private static Optional<Manifest> parse(List<String[]> lines, BiFunction<Integer, Sha256, Holdings> listing) {
        try {
            ManifestBuilder builder = new ManifestBuilder();
            lines.forEach(each -> add(builder, each, listing));
            return Optional.of(builder.build());
        } catch (IllegalArgumentException
                | IllegalStateException
                | IndexOutOfBoundsException
                | DateTimeException
                | InvalidValueException e) {
            return Optional.empty(); // whole, but not what any version of this writes
        }
    }

    private static void add(ManifestBuilder builder, String[] line, BiFunction<Integer, Sha256, Holdings> listing) {
        switch (line[0]) {
            case "number" -> builder.number(Long.parseLong(line[1]));
            case "change" -> builder.change(ChangeSetId.of(line[1]));
            case "published" -> builder.published(Instant.parse(line[1]));
            case "revision" -> builder.revision(Long.parseLong(line[1]));
            case "repomd" -> builder.repomd(new Sha256(line[1]));
            case "advisories" -> builder.advisories(new Sha256(line[1]));
            case "index" -> builder.addIndexFiles(line[1]);
            case "kept" -> builder.addKept(new Kept(new Sha256(line[1]), Long.parseLong(line[2])));
            case "withdrawn" ->
                builder.addWithdrawn(
                        new Withdrawn(line[1], new Sha256(line[2]), Long.parseLong(line[3]), Instant.parse(line[4])));
            case "packages" -> builder.holdings(listing.apply(Integer.parseInt(line[1]), new Sha256(line[2])));
            default -> throw new IllegalArgumentException(line[0]);
        }
    }

    private static Holdings holdings(int size, Sha256 digest, byte[] listing) {
        return Optional.of(listing)
                .filter(bytes -> Digests.of(bytes).equals(digest))
                .flatMap(PackageListing::read)
                .map(Holdings::of)
                .filter(read -> read.packages().size() == size)
                .orElseThrow(() -> new IllegalArgumentException("another listing"));
    }
}
