package org.gridrollout.examples.quickstart;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.gridrollout.api.software.Capability;
import org.gridrollout.api.software.Evr;
import org.gridrollout.api.software.Nevra;
import org.gridrollout.api.software.Platform;
import org.gridrollout.testkit.rpm.RpmBuilder;

/**
 * A release the example builds itself: two real packages, a library and the service that needs it. Products and versions
 * are those of UMD releases of 2018 to 2022; contents are a configuration file and a notice.
 */
record SampleRelease(String product, String team, String version, List<Capability> needs) {

    private static final Instant BUILT = Instant.parse("2026-01-12T12:00:00Z");

    static final SampleRelease GFAL = new SampleRelease("gfal2", "cern-dms", "2.20.5");
    static final SampleRelease FTS_FAULTY = new SampleRelease("fts", "cern-fts", "3.8.4");
    static final SampleRelease FTS_CORRECTED = new SampleRelease("fts", "cern-fts", "3.9.4");
    static final SampleRelease ARGUS = new SampleRelease("argus", "infn-argus", "1.7.5");
    static final SampleRelease DCACHE_FAULTY = new SampleRelease("dcache", "dcache-org", "5.2.35");
    static final SampleRelease DCACHE_RESTORING = new SampleRelease("dcache", "dcache-org", "5.2.36");
    static final SampleRelease BDII = new SampleRelease("bdii", "egi-bdii", "5.2.26");

    static final SampleRelease CANL = new SampleRelease("canl-java", "unicore", "2.4.1");
    static final SampleRelease CANL_NEWER = new SampleRelease("canl-java", "unicore", "2.5.0");
    static final SampleRelease CREAM =
            new SampleRelease("cream", "infn-cream", "1.16.4", List.of(library(Capability.Relation.LT)));
    static final SampleRelease CREAM_FIXED =
            new SampleRelease("cream", "infn-cream", "1.16.5", List.of(library(Capability.Relation.GE)));

    SampleRelease(String product, String team, String version) {
        this(product, team, version, List.of());
    }

    private static Capability library(Capability.Relation relation) {
        return Capability.of("canl-java-libs", relation, "2.5.0");
    }

    String id() {
        return product + "-" + version;
    }

    List<String> components() {
        return List.of(product + "-libs", product);
    }

    /** Writes the packages; the same bytes each time. */
    List<Path> writeTo(Path directory, Platform platform) {
        String release = "1." + platform.os();
        String full = version + "-" + release;
        RpmBuilder libraries = RpmBuilder.of(new Nevra(product + "-libs", Evr.of(version, release), platform.arch()))
                .summary("Libraries of " + product)
                .sourceRpm(product + "-" + full + ".src.rpm")
                .buildTime(BUILT)
                .file("/usr/share/doc/" + product + "-libs/README", "Libraries of " + product + " " + version + "\n");
        RpmBuilder service = RpmBuilder.of(new Nevra(product, Evr.of(version, release), "noarch"))
                .summary("The " + product + " service")
                .sourceRpm(product + "-" + full + ".src.rpm")
                .buildTime(BUILT)
                .requires(Capability.of(product + "-libs", Capability.Relation.EQ, full))
                .file("/etc/" + product + "/" + product + ".conf", "version = " + version + "\n")
                .changelog(team + " <" + team + "@example.org> - " + full, BUILT, "- Release " + version);
        needs.forEach(service::requires);
        return List.of(libraries.writeTo(directory), service.writeTo(directory));
    }
}
