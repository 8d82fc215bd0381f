package org.gridrollout.filesystem.base;

import java.util.ArrayList;
import java.util.List;
import org.gridrollout.api.software.SoftwarePackage;

/** Metadata written the way repositories of others might write it: by hand, without our own writer. */
final class PackageXml {

    static final String DIGEST = "ab".repeat(32);

    private PackageXml() {}

    static String metadata(String... packages) {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<metadata xmlns=\"http://linux.duke.edu/metadata/common\""
                + " xmlns:rpm=\"http://linux.duke.edu/metadata/rpm\" packages=\"" + packages.length + "\">\n"
                + String.join("\n", packages) + "\n</metadata>\n";
    }

    static String voms(String format) {
        return named("voms", "x86_64", "<checksum type=\"sha256\" pkgid=\"YES\">" + DIGEST + "</checksum>", format);
    }

    static String named(String name, String arch, String checksum, String format) {
        return """
                <package type="rpm"><name>%s</name><arch>%s</arch>
                <version epoch="1" ver="2.1.0" rel="1.el9"/>%s
                <summary>Membership &amp; more</summary><description>ignored</description>
                <size package="1234" installed="5" archive="6"/><location href="v/voms.rpm"/>
                <format><rpm:license>none</rpm:license><rpm:sourcerpm>voms-2.1.0-1.el9.src.rpm</rpm:sourcerpm>
                %s</format></package>""".formatted(name, arch, checksum, format);
    }

    static List<SoftwarePackage> read(RepositorySource source) {
        return read(source, ReadLimits.standard());
    }

    static List<SoftwarePackage> read(RepositorySource source, ReadLimits limits) {
        List<SoftwarePackage> all = new ArrayList<>();
        ForeignRepository.open(source, limits).forEachPackage(all::add);
        return all;
    }
}
