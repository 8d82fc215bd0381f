package org.gridrollout.filesystem.yum;

import java.util.List;

/** {@code repomd.xml}: which files of metadata a repository has, and their checksums. */
public final class Repomd {

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

    private static void line(XmlText xml, String opening, String name, Object value) {
        xml.raw("    <" + opening + ">" + value + "</" + name + ">\n");
    }
}
