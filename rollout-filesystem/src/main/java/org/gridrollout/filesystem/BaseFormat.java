package org.gridrollout.filesystem;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.gridrollout.api.InvalidValueException;
import org.gridrollout.api.software.BaseSnapshot;
import org.gridrollout.api.software.BaseSnapshot.Part;
import org.gridrollout.api.software.Platform;
import org.gridrollout.api.software.Sha256;

/** Snapshots and pins as files: one line each, so that a person can read them. */
final class BaseFormat {

    private static final String SNAPSHOT = "gridrollout-base\t1";
    private static final String PIN = "gridrollout-base-pin\t1";
    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cntrl}\\s]+");
    private static final int LONGEST = 500;

    private BaseFormat() {}

    /** A text of somebody else on one line and of a moderate length. */
    static String oneLine(String text) {
        String line = UNPRINTABLE.matcher(text).replaceAll(" ").strip();
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST);
    }

    static byte[] write(BaseSnapshot snapshot) {
        CheckedLines lines = new CheckedLines().add(SNAPSHOT);
        lines.add(snapshot.id(), snapshot.platform(), snapshot.taken());
        for (Part each : snapshot.repositories()) {
            lines.add(each.name(), each.origin(), each.revision(), each.index(), each.packages());
        }
        return lines.toBytes();
    }

    /** Empty if the bytes are damaged, or of a format this version does not know. */
    static Optional<BaseSnapshot> read(byte[] bytes) {
        return whole(bytes, SNAPSHOT).flatMap(lines -> {
            try {
                return Optional.of(parse(lines));
            } catch (InvalidValueException | DateTimeException | NumberFormatException | IndexOutOfBoundsException e) {
                return Optional.empty(); // whole, but not what any version of this writes
            }
        });
    }

    private static BaseSnapshot parse(List<String[]> lines) {
        String[] head = lines.get(1);
        List<Part> parts = new ArrayList<>();
        for (String[] each : lines.subList(2, lines.size())) {
            parts.add(new Part(each[0], each[1], each[2], new Sha256(each[3]), Long.parseLong(each[4])));
        }
        return new BaseSnapshot(new Sha256(head[0]), Platform.parse(head[1]), Instant.parse(head[2]), parts);
    }

    static byte[] writePin(Sha256 id) {
        return new CheckedLines().add(PIN).add(id).toBytes();
    }

    /** Empty if the bytes are damaged, or of a format this version does not know. */
    static Optional<Sha256> readPin(byte[] bytes) {
        return whole(bytes, PIN).filter(lines -> lines.size() == 2).map(lines -> new Sha256(lines.get(1)[0]));
    }

    private static Optional<List<String[]>> whole(byte[] bytes, String heading) {
        return CheckedLines.parse(bytes)
                .filter(lines ->
                        !lines.isEmpty() && String.join("\t", lines.get(0)).equals(heading));
    }
}
