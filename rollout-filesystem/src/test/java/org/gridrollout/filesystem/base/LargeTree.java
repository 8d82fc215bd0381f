package org.gridrollout.filesystem.base;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.gridrollout.filesystem.yum.Digests;

/**
 * A repository of many packages that look like a distribution's: 6 provides, 14 requires, 3 files in primary and 40 in
 * filelists each, on the average. The same for the same size.
 */
final class LargeTree {

    private static final String[] WORDS = {
        "lib", "python3", "perl", "golang", "rust", "kde", "gnome", "globus", "devel", "common", "data", "doc", "tools",
        "server", "client", "plugin", "core", "utils", "fonts", "lang", "test", "qt5", "gtk3", "xml", "json", "http",
    };

    private final Random random = new Random(20_260_301);
    private final int packages;
    private final StringBuilder primary = new StringBuilder();
    private final StringBuilder filelists = new StringBuilder();

    private LargeTree(int packages) {
        this.packages = packages;
    }

    static void write(Path directory, int packages, Compression compression) throws IOException {
        new LargeTree(packages).write(directory, compression);
    }

    private void write(Path directory, Compression compression) throws IOException {
        Path repodata = Files.createDirectories(directory.resolve("repodata"));
        Path first = repodata.resolve("primary.xml" + compression.suffix);
        Path second = repodata.resolve("filelists.xml" + compression.suffix);
        try (OutputStream one = open(first, compression);
                OutputStream two = open(second, compression)) {
            primary.append(
                            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<metadata xmlns=\"http://linux.duke.edu/metadata/common\" "
                                    + "xmlns:rpm=\"http://linux.duke.edu/metadata/rpm\" packages=\"")
                    .append(packages)
                    .append("\">\n");
            filelists
                    .append("<filelists xmlns=\"http://linux.duke.edu/metadata/filelists\" packages=\"")
                    .append(packages)
                    .append("\">\n");
            for (int i = 0; i < packages; i++) {
                add(i);
                flush(primary, one);
                flush(filelists, two);
            }
            flush(primary.append("</metadata>"), one);
            flush(filelists.append("</filelists>"), two);
        }
        Files.writeString(
                repodata.resolve("repomd.xml"),
                "<repomd><revision>1</revision>" + data("primary", first) + data("filelists", second) + "</repomd>");
    }

    private static OutputStream open(Path file, Compression compression) throws IOException {
        return new BufferedOutputStream(
                compression.over(new BufferedOutputStream(Files.newOutputStream(file), 1 << 16)), 1 << 16);
    }

    private static void flush(StringBuilder text, OutputStream out) throws IOException {
        out.write(text.toString().getBytes(StandardCharsets.UTF_8));
        text.setLength(0);
    }

    private static String data(String type, Path file) throws IOException {
        String digest = Digests.of(Files.newInputStream(file)).hex();
        return "<data type=\"" + type + "\"><checksum type=\"sha256\">" + digest
                + "</checksum><location href=\"repodata/" + file.getFileName() + "\"/></data>";
    }

    private void add(int number) {
        String name = name(number);
        String version = number % 9 + "." + number % 31 + "." + number % 7;
        String release = 1 + number % 12 + ".el9";
        String evr = "<version epoch=\"0\" ver=\"" + version + "\" rel=\"" + release + "\"/>\n";
        String digest = Digests.of(name.getBytes(StandardCharsets.UTF_8)).hex();
        primary.append("<package type=\"rpm\">\n  <name>").append(name).append("</name>\n  <arch>x86_64</arch>\n  ");
        primary.append(evr).append("  <checksum type=\"sha256\" pkgid=\"YES\">").append(digest);
        primary.append("</checksum>\n  <summary>").append(words(6)).append("</summary>\n  <description>");
        primary.append(words(40))
                .append("</description>\n  <packager>Somebody</packager>\n  <url>https://example.org/");
        primary.append(name).append("</url>\n  <time file=\"1700000000\" build=\"1700000000\"/>\n  <size package=\"");
        primary.append(random.nextInt(1 << 24))
                .append("\" installed=\"1\" archive=\"1\"/>\n  <location href=\"Packages/");
        primary.append(name).append(".rpm\"/>\n  <format>\n    <rpm:sourcerpm>").append(name);
        primary.append(".src.rpm</rpm:sourcerpm>\n    <rpm:provides>\n");
        entry(name, "EQ", version, release);
        entry(name + "(x86-64)", "EQ", version, release);
        for (int i = random.nextInt(9); i > 0; i--) {
            entry(name + ".so." + i + "(VERS_" + i + ")(64bit)", "", "", "");
        }
        primary.append("    </rpm:provides>\n    <rpm:requires>\n");
        for (int i = 4 + random.nextInt(20); i > 0; i--) {
            int other = random.nextInt(packages);
            switch (random.nextInt(4)) {
                case 0 -> entry(name(other) + ".so." + random.nextInt(4) + "(VERS_1)(64bit)", "", "", "");
                case 1 -> entry(name(other), "GE", other % 9 + ".0", "");
                default -> entry(name(random.nextInt(300)) + ".so.1()(64bit)", "", "", "");
            }
        }
        primary.append("    </rpm:requires>\n");
        filelists
                .append("<package pkgid=\"")
                .append(digest)
                .append("\" name=\"")
                .append(name);
        filelists.append("\" arch=\"x86_64\">\n  ").append(evr);
        for (int i = random.nextInt(7); i > 0; i--) {
            String file = "    <file>/usr/bin/" + name + i + "</file>\n";
            primary.append(file);
            filelists.append(file);
        }
        for (int i = random.nextInt(75); i > 0; i--) {
            filelists
                    .append("  <file>/usr/share/")
                    .append(name)
                    .append('/')
                    .append(words(1))
                    .append(i);
            filelists.append(".html</file>\n");
        }
        primary.append("  </format>\n</package>\n");
        filelists.append("</package>\n");
    }

    private void entry(String name, String flags, String version, String release) {
        primary.append("      <rpm:entry name=\"").append(name).append('"');
        if (!flags.isEmpty()) {
            primary.append(" flags=\"")
                    .append(flags)
                    .append("\" epoch=\"0\" ver=\"")
                    .append(version)
                    .append('"');
            primary.append(release.isEmpty() ? "" : " rel=\"" + release + "\"");
        }
        primary.append("/>\n");
    }

    private static String name(int number) {
        return WORDS[number % WORDS.length] + "-" + WORDS[number / 7 % WORDS.length] + number;
    }

    private String words(int count) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            text.append(i == 0 ? "" : " ")
                    .append(WORDS[random.nextInt(WORDS.length)])
                    .append(random.nextInt(1000));
        }
        return text.toString();
    }
}
