package org.gridrollout.filesystem;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.gridrollout.api.InvalidValueException;
import org.gridrollout.api.software.Sha256;
import org.gridrollout.filesystem.yum.IndexFile;
import org.gridrollout.filesystem.yum.IndexKind;
import org.gridrollout.filesystem.yum.Member;

/** A generation's index files and their members as a file. Only saves work: without it everything is compressed anew. */
final class IndexTable {

    private static final String HEADING = "gridrollout-members";
    private static final String VERSION = "1";

    private IndexTable() {}

    static byte[] write(List<IndexFile> files) {
        CheckedLines lines = new CheckedLines().add(HEADING, VERSION);
        for (IndexFile file : files) {
            lines.add(file.kind().type(), file.checksum(), file.size(), file.openChecksum(), file.openSize());
            for (Member member : file.members()) {
                lines.add("member", member.key(), member.offset(), member.length());
            }
        }
        return lines.toBytes();
    }

    /** None if the bytes are damaged, or of a format this version does not know. */
    static List<IndexFile> read(byte[] bytes) {
        Optional<List<String[]>> lines = CheckedLines.parse(bytes)
                .filter(all -> !all.isEmpty() && String.join(" ", all.get(0)).equals(HEADING + " " + VERSION));
        try {
            return lines.map(all -> parse(all.subList(1, all.size()))).orElse(List.of());
        } catch (IllegalArgumentException | IndexOutOfBoundsException | InvalidValueException e) {
            return List.of();
        }
    }

    private static List<IndexFile> parse(List<String[]> lines) {
        List<IndexFile> files = new ArrayList<>();
        int at = 0;
        while (at < lines.size()) {
            String[] head = lines.get(at++);
            List<Member> members = new ArrayList<>();
            while (at < lines.size() && lines.get(at)[0].equals("member")) {
                String[] line = lines.get(at++);
                members.add(new Member(new Sha256(line[1]), Long.parseLong(line[2]), Integer.parseInt(line[3])));
            }
            files.add(new IndexFile(
                    IndexKind.valueOf(head[0].toUpperCase(Locale.ROOT)),
                    new Sha256(head[1]),
                    Long.parseLong(head[2]),
                    new Sha256(head[3]),
                    Long.parseLong(head[4]),
                    members));
        }
        return files;
    }
}
