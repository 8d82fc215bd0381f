package org.gridrollout.benchmarks.repository;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import org.gridrollout.api.software.Capability;
import org.gridrollout.api.software.Capability.Relation;
import org.gridrollout.api.software.Evr;
import org.gridrollout.api.software.Nevra;
import org.gridrollout.testkit.rpm.RpmBuilder;

/**
 * A package with as much to say as one of a distribution has on average: about 2 kB of primary, 1.6 kB of filelists and
 * 3.2 kB of other. The same one for the same number, and no two alike.
 */
final class RealisticPackage {

    private static final long DAY = 86_400;
    private static final Instant BUILT = Instant.parse("2026-03-02T08:00:00Z");
    private static final List<String> DIRECTORIES = List.of(
            "/usr/lib64/", "/usr/share/doc/", "/usr/share/", "/usr/libexec/", "/usr/include/", "/usr/share/man/man1/");
    private static final List<String> LIBRARIES = List.of(
            "libc.so.6(GLIBC_2.34)(64bit)",
            "libcrypto.so.3()(64bit)",
            "libssl.so.3()(64bit)",
            "libz.so.1()(64bit)",
            "libstdc++.so.6()(64bit)",
            "libm.so.6(GLIBC_2.29)(64bit)",
            "libxml2.so.2()(64bit)",
            "libcurl.so.4()(64bit)");

    private final Random random;
    private final Vocabulary words;
    private final String name;
    private final Evr evr;

    private RealisticPackage(int number) {
        random = new Random(number);
        words = new Vocabulary(random);
        name = words.term() + "-" + words.term() + "-" + number;
        evr = Evr.of(
                random.nextInt(9) + "." + random.nextInt(30) + "." + random.nextInt(12),
                1 + random.nextInt(9) + ".el9");
    }

    /** A package with a small payload. */
    static RpmBuilder of(int number) {
        return new RealisticPackage(number).builder();
    }

    /** A package with a payload of so many bytes that do not compress. */
    static RpmBuilder of(int number, int payload) {
        RealisticPackage described = new RealisticPackage(number);
        byte[] noise = new byte[payload / 4 * 3];
        described.random.nextBytes(noise);
        String text = new String(Base64.getEncoder().encode(noise), StandardCharsets.ISO_8859_1);
        return described.builder().file("/opt/" + described.name + "/payload", text);
    }

    private RpmBuilder builder() {
        RpmBuilder rpm = RpmBuilder.of(new Nevra(name, evr, random.nextInt(3) == 0 ? "noarch" : "x86_64"))
                .summary(words.sentence(6))
                .description(words.sentence(20) + "\n" + words.sentence(15))
                .license("Apache-2.0 AND MIT")
                .buildTime(BUILT.minusSeconds(random.nextInt(1000) * DAY));
        rpm.provides(Capability.of(name, Relation.EQ, evr.toString()))
                .provides(Capability.of(name + "(x86-64)", Relation.EQ, evr.toString()))
                .provides(Capability.of("lib" + name + ".so." + random.nextInt(9) + "()(64bit)"));
        for (int i = 0; i < 4; i++) {
            rpm.requires(Capability.of(LIBRARIES.get((random.nextInt(2) + 2 * i) % LIBRARIES.size())));
            rpm.requires(Capability.of(words.term() + "-" + words.term(), Relation.GE, evr.version()));
        }
        files(rpm);
        for (int i = 0; i < 10; i++) {
            changelog(rpm, i);
        }
        return rpm;
    }

    private void files(RpmBuilder rpm) {
        rpm.file("/usr/bin/" + name, "#!/bin/sh\n", 0755);
        rpm.file("/etc/" + name + ".conf", words.sentence(8));
        for (int i = 0; i < 18; i++) {
            rpm.file(words.pick(DIRECTORIES) + name + "/" + words.term() + "-" + i + ".dat", words.sentence(4));
        }
    }

    private void changelog(RpmBuilder rpm, int back) {
        String author = words.term() + " " + words.term() + " <" + words.term() + "@example.org> - " + evr.version()
                + "-" + (10 - back);
        rpm.changelog(
                author,
                BUILT.minusSeconds((30L * back + random.nextInt(20)) * DAY),
                "- " + words.sentence(9) + "\n- " + words.sentence(12) + "\n- " + words.sentence(8));
    }
}
