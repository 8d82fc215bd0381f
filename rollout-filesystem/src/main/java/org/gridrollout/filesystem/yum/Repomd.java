package org.gridrollout.filesystem.yum;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code repomd.xml}: which files of metadata a repository has, and their checksums. */
public final class Repomd {

    private static final Pattern TIMESTAMP = Pattern.compile("<timestamp>([0-9]{1,11})</timestamp>");

    private Repomd() {}

    /**
     * Renders it.
     *
     * @param revision rises with every publication
     * @param timestamp seconds since the epoch
     */
    public static byte[] render(long revision, RepomdTags tags, long timestamp, List<IndexFile> files) {
        XmlText xml = new XmlText("repomd.xml");
        xml.raw("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        xml.raw("<repomd xmlns=\"http://linux.duke.edu/metadata/repo\"");
        xml.raw(" xmlns:rpm=\"http://linux.duke.edu/metadata/rpm\">\n");
        xml.raw("  <revision>" + revision + "</revision>\n");
        tags.write(xml);
        for (IndexFile each : files) {
            xml.raw("  <data type=\"" + each.type() + "\">\n");
            line(xml, "checksum type=\"sha256\"", "checksum", each.checksum());
            each.open()
                    .flatMap(IndexFile.Open::checksum)
                    .ifPresent(open -> line(xml, "open-checksum type=\"sha256\"", "open-checksum", open));
            xml.raw("    <location href=\"repodata/" + each.fileName() + "\"/>\n");
            line(xml, "timestamp", "timestamp", timestamp);
            line(xml, "size", "size", each.size());
            each.open().ifPresent(open -> line(xml, "open-size", "open-size", open.size()));
            xml.raw("  </data>\n");
        }
        return xml.raw("</repomd>\n").toBytes();
    }

    /** When one was rendered here, in seconds since the epoch; empty if it does not say so. */
    public static Optional<Long> timestamp(byte[] repomd) {
        Matcher matcher = TIMESTAMP.matcher(new String(repomd, StandardCharsets.UTF_8));
        return matcher.find() ? Optional.of(Long.parseLong(matcher.group(1))) : Optional.empty();
    }

    private static void line(XmlText xml, String opening, String name, Object value) {
        xml.raw("    <" + opening + ">" + value + "</" + name + ">\n");
    }
}
