package org.gridrollout.filesystem.yum;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.gridrollout.api.software.Capability;
import org.gridrollout.api.software.Capability.Relation;
import org.gridrollout.api.software.Evr;
import org.gridrollout.api.software.Nevra;
import org.gridrollout.testkit.rpm.RpmBuilder;

/** Packages in which the rules for dependencies, files and changelogs meet each other; the same ones for one seed. */
final class AwkwardPackages {

    private static final List<String> NAMES = List.of(
            "java",
            "voms-api",
            "/bin/sh",
            "/usr/bin/tool",
            "/usr/share/tool",
            "/etc/tool.conf",
            "/usr/lib/sendmail",
            "libc.so.6()(64bit)",
            "libc.so.6(GLIBC_2.2.5)(64bit)",
            "libc.so.6(GLIBC_2.34)(64bit)",
            "libc.so.6(GLIBC_2.4)(64bit)",
            "libc.so.6(GLIBC_2.3.4)(64bit)",
            "libc.so.6(GLIBC_PRIVATE)(64bit)",
            "libc.so.6",
            "libc.so.6(GLIBC_2.10)",
            "rpmlib(Extra)",
            "(a or b)",
            "perl(Foo::Bar)",
            "font(:lang=\u00fc)",
            "a<b>&\"c'");
    private static final List<String> VERSIONS =
            List.of("1", "1.0-1", "0:1.0-1", "1:1.0-1.el9", "2:3", "1.0~rc1", "x:1.0", ":1.0", "1-", "1-2-3", "12:");
    private static final List<String> TEXTS =
            List.of("", "x", "two\nlines\n", " a & b <c> \"d\" 'e' \t ", "\u00fcber \u4e2d \ud83d\ude00");

    private final Random random;

    AwkwardPackages(long seed) {
        this.random = new Random(seed);
    }

    RpmBuilder next(String name) {
        Evr evr = new Evr(random.nextInt(3), "1." + random.nextInt(9), "1.el9");
        RpmBuilder rpm = RpmBuilder.of(new Nevra(name, evr, pick(List.of("noarch", "x86_64", "i686"))))
                .summary(pick(TEXTS) + "s")
                .description(pick(TEXTS) + "d")
                .license(pick(TEXTS) + "l")
                .provides(some())
                .requires(some())
                .conflicts(some())
                .obsoletes(some())
                .recommends(some())
                .suggests(some())
                .supplements(some())
                .enhances(some());
        files(rpm);
        for (int i = random.nextInt(14); i > 0; i--) {
            Instant day = Instant.ofEpochSecond(1_700_000_000L + 86_400L * (i / 4));
            rpm.changelog(
                    pick(TEXTS).strip() + "Ada <ada@example.org>" + " ".repeat(random.nextInt(3)),
                    day,
                    pick(TEXTS) + "- " + i);
        }
        return rpm;
    }

    private void files(RpmBuilder rpm) {
        if (random.nextBoolean()) {
            rpm.file("/usr/bin/tool", "tool");
        }
        if (random.nextBoolean()) {
            rpm.file("/usr/share/tool", "t").directory("/etc/tool.d").ghost("/var/lib/tool/state");
        }
        if (random.nextBoolean()) {
            rpm.file("/etc/tool.conf", "c").file("/usr/lib/sendmail", "s").file("/opt/a b & <c>\u00fc", "f");
        }
        if (random.nextBoolean()) {
            rpm.ghost("/etc/ghost").directory("/opt/sbin/dir").file("/opt/robin/x", "x");
        }
    }

    private Capability[] some() {
        List<Capability> capabilities = new ArrayList<>();
        for (int i = random.nextInt(9); i > 0; i--) {
            Relation relation = pick(List.of(Relation.values()));
            String name = pick(NAMES);
            boolean unversioned = relation == Relation.ANY || name.startsWith("(");
            capabilities.add(new Capability(
                    name,
                    unversioned ? Relation.ANY : relation,
                    unversioned ? "" : pick(VERSIONS),
                    random.nextInt(4) == 0));
            if (random.nextInt(3) == 0) {
                capabilities.add(capabilities.get(capabilities.size() - 1));
            }
        }
        return capabilities.toArray(Capability[]::new);
    }

    private <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }
}
