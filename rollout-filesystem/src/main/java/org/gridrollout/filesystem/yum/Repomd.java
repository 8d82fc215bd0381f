package org.gridrollout.filesystem.yum;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code repomd.xml}: which indexes a repository has, and their checksums. */
public final class Repomd {

    private static final Pattern REVISION = Pattern.compile("<revision>([0-9]{1,18})</revision>");

    private Repomd() {}

    /**
     * Renders it.
     *
     * @param revision rises with every publication
     * @param timestamp seconds since the epoch
     */
    public static byte[] render(long revision, long timestamp, List<IndexFile> indexes) {
        StringBuilder xml = new StringBuilder();
        xml.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        xml.append("<repomd xmlns=\"http://linux.duke.edu/metadata/repo\"");
        xml.append(" xmlns:rpm=\"http://linux.duke.edu/metadata/rpm\">\n");
        xml.append("  <revision>").append(revision).append("</revision>\n");
        for (IndexFile each : indexes) {
            xml.append("  <data type=\"").append(each.kind().type()).append("\">\n");
            line(xml, "checksum type=\"sha256\"", "checksum", each.checksum());
            line(xml, "open-checksum type=\"sha256\"", "open-checksum", each.openChecksum());
            xml.append("    <location href=\"repodata/").append(each.fileName()).append("\"/>\n");
            line(xml, "timestamp", "timestamp", timestamp);
            line(xml, "size", "size", each.size());
            line(xml, "open-size", "open-size", each.openSize());
            xml.append("  </data>\n");
        }
        return xml.append("</repomd>\n").toString().getBytes(StandardCharsets.UTF_8);
    }

    /** The revision of one that was rendered here; empty if it says none. */
    public static Optional<Long> revision(byte[] repomd) {
        Matcher matcher = REVISION.matcher(new String(repomd, StandardCharsets.UTF_8));
        return matcher.find() ? Optional.of(Long.parseLong(matcher.group(1))) : Optional.empty();
    }

    private static void line(StringBuilder xml, String opening, String name, Object value) {
        xml.append("    <").append(opening).append('>').append(value);
        xml.append("</").append(name).append(">\n");
    }
}
