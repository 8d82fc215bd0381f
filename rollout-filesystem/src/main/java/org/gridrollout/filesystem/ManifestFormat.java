package org.gridrollout.filesystem;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.gridrollout.api.InvalidValueException;
import org.gridrollout.api.publication.ChangeSetId;
import org.gridrollout.api.software.Evr;
import org.gridrollout.api.software.Nevra;
import org.gridrollout.api.software.PackageRef;
import org.gridrollout.api.software.Sha256;
import org.gridrollout.filesystem.Manifest.Carried;
import org.gridrollout.filesystem.Manifest.Withdrawn;

/** The manifest as a file: one line each, so that a person can read, grep and diff it. */
final class ManifestFormat {

    private static final String HEADING = "gridrollout-generation";
    private static final String VERSION = "1";

    private ManifestFormat() {}

    static byte[] write(Manifest manifest) {
        CheckedLines lines = new CheckedLines().add(HEADING, VERSION);
        lines.add("number", manifest.number());
        manifest.change().ifPresent(id -> lines.add("change", id));
        lines.add("revision", manifest.revision());
        manifest.repomd().ifPresent(digest -> lines.add("repomd", digest));
        manifest.indexFiles().forEach(each -> lines.add("index", each));
        manifest.carried().forEach(each -> lines.add("carried", each.file(), each.superseded()));
        for (Withdrawn each : manifest.withdrawn()) {
            lines.add("withdrawn", each.location(), each.sha256(), each.generation(), each.superseded());
        }
        for (PackageRef each : manifest.packages()) {
            Nevra nevra = each.nevra();
            Evr evr = nevra.evr();
            lines.add(
                    "package",
                    nevra.name(),
                    evr.epoch(),
                    evr.version(),
                    evr.release(),
                    nevra.arch(),
                    each.sha256(),
                    PackageLocation.of(nevra));
        }
        return lines.toBytes();
    }

    /** Empty if the bytes are damaged, or of a format this version does not know. */
    static Optional<Manifest> read(byte[] bytes) {
        return CheckedLines.parse(bytes)
                .filter(lines ->
                        !lines.isEmpty() && String.join(" ", lines.get(0)).equals(HEADING + " " + VERSION))
                .flatMap(lines -> parse(lines.subList(1, lines.size())));
    }

    private static Optional<Manifest> parse(List<String[]> lines) {
        try {
            ManifestBuilder builder = new ManifestBuilder();
            lines.forEach(each -> add(builder, each));
            return Optional.of(builder.build());
        } catch (IllegalArgumentException
                | IllegalStateException
                | IndexOutOfBoundsException
                | DateTimeException
                | InvalidValueException e) {
            return Optional.empty(); // whole, but not what any version of this writes
        }
    }

    private static void add(ManifestBuilder builder, String[] line) {
        switch (line[0]) {
            case "number" -> builder.number(Long.parseLong(line[1]));
            case "change" -> builder.change(ChangeSetId.of(line[1]));
            case "revision" -> builder.revision(Long.parseLong(line[1]));
            case "repomd" -> builder.repomd(new Sha256(line[1]));
            case "index" -> builder.addIndexFiles(line[1]);
            case "carried" -> builder.addCarried(new Carried(line[1], Instant.parse(line[2])));
            case "withdrawn" ->
                builder.addWithdrawn(
                        new Withdrawn(line[1], new Sha256(line[2]), Long.parseLong(line[3]), Instant.parse(line[4])));
            case "package" -> {
                Evr evr = new Evr(Long.parseLong(line[2]), line[3], line[4]);
                builder.addPackages(new PackageRef(new Nevra(line[1], evr, line[5]), new Sha256(line[6])));
            }
            default -> throw new IllegalArgumentException(line[0]);
        }
    }
}
