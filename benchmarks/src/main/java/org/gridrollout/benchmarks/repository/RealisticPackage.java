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
 * 3.2 kB of other. Eight of them come from one source and share its version and changelog. The same one for the same
 * number, and no two alike.
 */
final class RealisticPackage {

    private static final List<String> PARTS =
            List.of("", "-libs", "-devel", "-doc", "-server", "-client", "-common", "-python3");
    private static final long DAY = 86_400;
    private static final Instant BUILT = Instant.parse("2026-03-02T08:00:00Z");

    private final Random source;
    private final Vocabulary words;
    private final int number;
    private final String project;
    private final String name;
    private final Evr evr;

    private RealisticPackage(int number) {
        this.number = number;
        source = new Random(number / PARTS.size());
        words = new Vocabulary(source);
        project = words.term() + "-" + words.term() + number / PARTS.size();
        name = project + PARTS.get(number % PARTS.size());
        evr = Evr.of(
                source.nextInt(9) + "." + source.nextInt(30) + "." + source.nextInt(12),
                1 + source.nextInt(9) + ".el9");
    }

    /** A package with a small payload. */
    static RpmBuilder of(int number) {
        return new RealisticPackage(number).builder();
    }

    /** A package with a payload of so many bytes that do not compress. */
    static RpmBuilder of(int number, int payload) {
        RealisticPackage described = new RealisticPackage(number);
        byte[] noise = new byte[payload / 4 * 3];
        new Random(number).nextBytes(noise);
        String text = new String(Base64.getEncoder().encode(noise), StandardCharsets.ISO_8859_1);
        return described.builder().file("/opt/" + described.name + "/payload", text);
    }

    private RpmBuilder builder() {
        RpmBuilder rpm = RpmBuilder.of(new Nevra(name, evr, "x86_64"))
                .summary(words.sentence(7))
                .description("The " + name + " package. " + words.sentence(24) + "\n" + words.sentence(18))
                .license("Apache-2.0 AND MIT")
                .sourceRpm(project + "-" + evr + ".src.rpm")
                .buildTime(BUILT.minusSeconds(source.nextInt(1000) * DAY));
        dependencies(rpm);
        for (int i = 0; i < 10; i++) {
            changelog(rpm, i);
        }
        files(rpm);
        return rpm;
    }

    private void dependencies(RpmBuilder rpm) {
        rpm.provides(Capability.of(name, Relation.EQ, evr.toString()))
                .provides(Capability.of(name + "(x86-64)", Relation.EQ, evr.toString()))
                .provides(Capability.of("lib" + name + ".so." + source.nextInt(9) + "()(64bit)"))
                .requires(Capability.of(project + "-libs(x86-64)", Relation.EQ, evr.toString()))
                .requires(Capability.of("/bin/sh"))
                .requires(Capability.of("libc.so.6(GLIBC_2.34)(64bit)"))
                .requires(Capability.of("libcrypto.so.3(OPENSSL_3.0.0)(64bit)"))
                .requires(Capability.of("libxml2.so.2(LIBXML2_2.4.30)(64bit)"))
                .requires(Capability.of("rtld(GNU_HASH)"));
        for (int i = 0; i < 4; i++) {
            rpm.requires(Capability.of("lib" + words.term() + ".so." + source.nextInt(4) + "()(64bit)"));
        }
    }

    private void changelog(RpmBuilder rpm, int back) {
        String author = words.pick(Vocabulary.PEOPLE) + " - " + evr.version() + "-" + (10 - back);
        String text = "- Update to version " + evr.version() + "." + (10 - back) + " (rhbz#"
                + (1_900_000 + source.nextInt(400_000)) + ")\n- " + words.pick(Vocabulary.CHANGES) + "\n- Fix "
                + words.sentence(5) + "\n- " + words.pick(Vocabulary.CHANGES);
        rpm.changelog(author, BUILT.minusSeconds((30L * back + source.nextInt(20)) * DAY), text);
    }

    private void files(RpmBuilder rpm) {
        rpm.file("/usr/bin/" + name, "#!/bin/sh\n", 0755);
        rpm.file("/etc/" + project + "/" + name + ".conf", "number = " + number + "\n");
        rpm.directory("/usr/share/doc/" + name).file("/usr/share/doc/" + name + "/README.md", name + "\n");
        for (int i = 0; i < 15; i++) {
            rpm.file(
                    "/usr/share/" + name + "/" + words.pick(Vocabulary.FOLDERS) + "/" + words.term() + "-" + i
                            + ".html",
                    "");
        }
    }
}
