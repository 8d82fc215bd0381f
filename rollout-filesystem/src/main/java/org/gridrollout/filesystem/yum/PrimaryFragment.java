package org.gridrollout.filesystem.yum;

import java.util.List;
import org.gridrollout.api.software.Capability;
import org.gridrollout.api.software.Evr;
import org.gridrollout.api.software.Nevra;
import org.gridrollout.api.software.Sha256;
import org.gridrollout.filesystem.rpm.RpmMetadata;

/** A package in {@code primary.xml}. */
final class PrimaryFragment {

    private PrimaryFragment() {}

    static byte[] render(XmlText xml, RpmMetadata rpm, Sha256 sha256, long size, String location) {
        Nevra nevra = rpm.nevra();
        xml.raw("<package type=\"rpm\">\n");
        xml.element("  ", "name", nevra.name()).element("  ", "arch", nevra.arch());
        version(xml, nevra.evr());
        xml.raw("  <checksum type=\"sha256\" pkgid=\"YES\">" + sha256 + "</checksum>\n");
        xml.element("  ", "summary", rpm.summary())
                .element("  ", "description", rpm.description())
                .element("  ", "packager", rpm.packager())
                .element("  ", "url", rpm.url());
        // The file's own time differs from one copy to the next; the build time makes the index a function of the
        // content.
        xml.raw("  <time").attribute("file", rpm.buildTime()).attribute("build", rpm.buildTime());
        xml.raw("/>\n  <size")
                .attribute("package", size)
                .attribute("installed", rpm.installedSize())
                .attribute("archive", rpm.archiveSize());
        xml.raw("/>\n  <location").attribute("href", location).raw("/>\n");
        format(xml, rpm);
        return xml.raw("</package>\n").toBytes();
    }

    static void version(XmlText xml, Evr evr) {
        xml.raw("  <version")
                .attribute("epoch", evr.epoch())
                .attribute("ver", evr.version())
                .attribute("rel", evr.release())
                .raw("/>\n");
    }

    private static void format(XmlText xml, RpmMetadata rpm) {
        xml.raw("  <format>\n")
                .element("    ", "rpm:license", rpm.license())
                .element("    ", "rpm:vendor", rpm.vendor())
                .element("    ", "rpm:group", rpm.group())
                .element("    ", "rpm:buildhost", rpm.buildHost())
                .element("    ", "rpm:sourcerpm", rpm.sourceRpm());
        xml.raw("    <rpm:header-range")
                .attribute("start", rpm.headerStart())
                .attribute("end", rpm.headerEnd())
                .raw("/>\n");
        Dependencies dependencies = Dependencies.of(rpm);
        entries(xml, "provides", dependencies.provides());
        entries(xml, "requires", dependencies.requires());
        entries(xml, "conflicts", dependencies.conflicts());
        entries(xml, "obsoletes", dependencies.obsoletes());
        entries(xml, "suggests", dependencies.suggests());
        entries(xml, "enhances", dependencies.enhances());
        entries(xml, "recommends", dependencies.recommends());
        entries(xml, "supplements", dependencies.supplements());
        for (RpmMetadata.FileEntry file : rpm.files()) {
            if (PrimaryFiles.contains(file.path())) {
                FilelistsFragment.file(xml, "    ", file);
            }
        }
        xml.raw("  </format>\n");
    }

    private static void entries(XmlText xml, String list, List<Capability> capabilities) {
        if (capabilities.isEmpty()) {
            return;
        }
        xml.raw("    <rpm:" + list + ">\n");
        for (Capability each : capabilities) {
            xml.raw("      <rpm:entry").attribute("name", each.name());
            if (each.relation() != Capability.Relation.ANY) {
                xml.attribute("flags", each.relation().name());
                EntryVersion version = EntryVersion.parse(each.version());
                xml.attribute("epoch", version.epoch());
                optional(xml, "ver", version.version());
                optional(xml, "rel", version.release());
            }
            if (each.pre() && list.equals("requires")) {
                xml.raw(" pre=\"1\"");
            }
            xml.raw("/>\n");
        }
        xml.raw("    </rpm:" + list + ">\n");
    }

    private static void optional(XmlText xml, String attribute, String value) {
        if (!value.isEmpty()) {
            xml.attribute(attribute, value);
        }
    }
}
