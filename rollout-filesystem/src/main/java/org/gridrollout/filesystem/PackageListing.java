package org.gridrollout.filesystem;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.gridrollout.api.InvalidValueException;
import org.gridrollout.api.software.Evr;
import org.gridrollout.api.software.Nevra;
import org.gridrollout.api.software.PackageRef;
import org.gridrollout.api.software.Sha256;
import org.gridrollout.filesystem.yum.Codec;

/** A generation's packages as a file: a gzip member per run, in which each package is a line that a person can read. */
final class PackageListing {

    private PackageListing() {}

    static byte[] write(List<PackageRef> packages) {
        StringBuilder lines = new StringBuilder(packages.size() * 200);
        for (PackageRef each : packages) {
            Nevra nevra = each.nevra();
            Evr evr = nevra.evr();
            lines.append(nevra.name()).append('\t').append(evr.epoch()).append('\t');
            lines.append(evr.version()).append('\t').append(evr.release()).append('\t');
            lines.append(nevra.arch()).append('\t').append(each.sha256().hex()).append('\t');
            lines.append(PackageLocation.of(nevra)).append('\n');
        }
        return Codec.GZIP.compress(lines.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** Empty if that is not what any version of this writes. */
    static Optional<List<PackageRef>> read(byte[] listing) {
        List<PackageRef> packages = new ArrayList<>();
        if (listing.length == 0) {
            return Optional.of(packages);
        }
        try (GZIPInputStream gzip = new GZIPInputStream(new ByteArrayInputStream(listing), 16 * 1024)) {
            String text = new String(gzip.readAllBytes(), StandardCharsets.UTF_8);
            for (int start = 0; start < text.length(); ) {
                int end = text.indexOf('\n', start);
                packages.add(parse(text.substring(start, end).split("\t", -1)));
                start = end + 1;
            }
            return Optional.of(packages);
        } catch (IOException | IndexOutOfBoundsException | NumberFormatException | InvalidValueException e) {
            return Optional.empty();
        }
    }

    private static PackageRef parse(String[] line) {
        Evr evr = new Evr(Long.parseLong(line[1]), line[2], line[3]);
        return new PackageRef(new Nevra(line[0], evr, line[4]), new Sha256(line[5]));
    }
}
