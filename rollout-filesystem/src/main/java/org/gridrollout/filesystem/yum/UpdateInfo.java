package org.gridrollout.filesystem.yum;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.gridrollout.api.publication.Advisory;
import org.gridrollout.api.software.Evr;
import org.gridrollout.api.software.PackageRef;
import org.gridrollout.api.software.Purpose;
import org.gridrollout.api.software.Reference;
import org.gridrollout.api.software.Stage;

/** {@code updateinfo.xml}: what clients are told about packages, advisory by advisory. */
public final class UpdateInfo {

    /** Clients know nothing finer, and no zones. */
    static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

    static final String OPENING = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<updates>\n";
    static final String PART_CLOSING = "</update>\n";
    static final String CLOSING = "</updates>\n";

    private UpdateInfo() {}

    /** The whole of it, of parts that {@link #part} rendered. */
    public static byte[] of(List<byte[]> parts) {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        whole.writeBytes(OPENING.getBytes(StandardCharsets.UTF_8));
        parts.forEach(whole::writeBytes);
        whole.writeBytes(CLOSING.getBytes(StandardCharsets.UTF_8));
        return whole.toByteArray();
    }

    /** One advisory about its packages. Characters that XML cannot carry become question marks in a diamond. */
    public static byte[] part(Advisory advisory, Stage stage) {
        XmlText xml = new XmlText("Advisory " + advisory.id());
        xml.raw("<update")
                .attribute("status", stage == Stage.PRODUCTION ? "stable" : "testing")
                .attribute("type", type(advisory.kind()))
                .attribute("version", "1")
                .raw(">\n");
        xml.element("  ", "id", advisory.id()).element("  ", "title", legible(advisory.title()));
        date(xml, "issued", advisory.issued());
        date(xml, "updated", advisory.updated());
        xml.element("  ", "severity", capitalised(advisory.severity().name()));
        xml.element("  ", "description", legible(advisory.description()));
        references(xml, advisory.references());
        xml.raw("  <pkglist>\n    <collection").attribute("short", stage.path()).raw(">\n");
        xml.element("      ", "name", legible(advisory.title()));
        advisory.packages().forEach(each -> describe(xml, each, advisory.afterwards()));
        return xml.raw("    </collection>\n  </pkglist>\n").raw(PART_CLOSING).toBytes();
    }

    private static String type(Purpose.Kind kind) {
        return switch (kind) {
            case SECURITY -> "security";
            case BUGFIX -> "bugfix";
            case ENHANCEMENT -> "enhancement";
            case NEW_PACKAGE -> "newpackage";
        };
    }

    private static String capitalised(String name) {
        return name.charAt(0) + name.substring(1).toLowerCase(Locale.ROOT);
    }

    private static void date(XmlText xml, String name, Instant at) {
        xml.raw("  <" + name).attribute("date", TIME.format(at)).raw("/>\n");
    }

    private static void references(XmlText xml, List<Reference> references) {
        if (references.isEmpty()) {
            return;
        }
        xml.raw("  <references>\n");
        for (Reference each : references) {
            xml.raw("    <reference");
            if (!each.href().isEmpty()) {
                xml.attribute("href", legible(each.href()));
            }
            xml.attribute("id", legible(each.id()))
                    .attribute("type", type(each.kind()))
                    .attribute("title", legible(each.title()))
                    .raw("/>\n");
        }
        xml.raw("  </references>\n");
    }

    /** Clients show two kinds: vulnerabilities, and reports in a bug tracker, which is what an incident is to them. */
    private static String type(Reference.Kind kind) {
        return switch (kind) {
            case CVE -> "cve";
            case BUG, INCIDENT -> "bugzilla";
            case OTHER -> "other";
        };
    }

    private static void describe(XmlText xml, PackageRef ref, Purpose.Afterwards afterwards) {
        Evr evr = ref.nevra().evr();
        xml.raw("      <package")
                .attribute("name", ref.nevra().name())
                .attribute("epoch", evr.epoch())
                .attribute("version", evr.version())
                .attribute("release", evr.release())
                .attribute("arch", ref.nevra().arch())
                .raw(">\n");
        xml.element(
                "        ",
                "filename",
                ref.nevra().name() + "-" + evr.version() + "-" + evr.release() + "."
                        + ref.nevra().arch() + ".rpm");
        // Clients ignore it; UpdateInfoReader tells by it which package was meant.
        xml.raw("        <sum type=\"sha256\">" + ref.sha256() + "</sum>\n");
        xml.raw(
                switch (afterwards) {
                    case NOTHING -> "";
                    case RESTART -> "        <restart_suggested>True</restart_suggested>\n";
                    case RELOGIN -> "        <relogin_suggested>True</relogin_suggested>\n";
                    case REBOOT -> "        <reboot_suggested>True</reboot_suggested>\n";
                });
        xml.raw("      </package>\n");
    }

    /** People's texts are shown as far as they can be; a package's own would be refused. */
    private static String legible(String text) {
        if (text.codePoints().allMatch(XmlText::isLegal)) {
            return text;
        }
        StringBuilder legible = new StringBuilder(text.length());
        text.codePoints().forEach(c -> legible.appendCodePoint(XmlText.isLegal(c) ? c : 0xFFFD));
        return legible.toString();
    }
}
