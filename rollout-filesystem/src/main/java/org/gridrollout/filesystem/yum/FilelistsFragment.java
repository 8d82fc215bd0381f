package org.gridrollout.filesystem.yum;

import org.gridrollout.api.software.Sha256;
import org.gridrollout.filesystem.rpm.RpmMetadata;

/** A package in {@code filelists.xml}. */
final class FilelistsFragment {

    private FilelistsFragment() {}

    static byte[] render(XmlText xml, RpmMetadata rpm, Sha256 sha256) {
        opening(xml, rpm, sha256);
        rpm.files().forEach(each -> file(xml, "  ", each));
        return xml.raw("</package>\n").toBytes();
    }

    /** How a package begins in filelists and in other. */
    static void opening(XmlText xml, RpmMetadata rpm, Sha256 sha256) {
        xml.raw("<package")
                .attribute("pkgid", sha256.hex())
                .attribute("name", rpm.nevra().name())
                .attribute("arch", rpm.nevra().arch())
                .raw(">\n");
        PrimaryFragment.version(xml, rpm.nevra().evr());
    }

    static void file(XmlText xml, String indent, RpmMetadata.FileEntry file) {
        xml.raw(indent)
                .raw(
                        switch (file.kind()) {
                            case FILE -> "<file>";
                            case DIRECTORY -> "<file type=\"dir\">";
                            case GHOST -> "<file type=\"ghost\">";
                        })
                .text(file.path())
                .raw("</file>\n");
    }
}
