package org.gridrollout.benchmarks.crash;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.gridrollout.benchmarks.Trees;
import org.gridrollout.testkit.rpm.RpmBuilder;

/** Small packages, as many as are asked for. */
final class Samples {

    private Samples() {}

    /** Package number so-and-so in that directory. */
    static Path rpm(Path directory, int number) throws IOException {
        RpmBuilder rpm = RpmBuilder.of("package" + number, "1.0", "1.el9")
                .file("/usr/bin/package" + number, "#!/bin/sh\n", 0755);
        // elsewhere first: a tool that looks into the directory must not see half a package
        Path whole = Files.createTempFile("gridrollout-crash", ".rpm");
        Files.write(whole, rpm.build());
        Path file = directory.resolve(rpm.fileName());
        Files.move(whole, file);
        return file;
    }

    /** The same as a Debian package. */
    static Path deb(Path directory, int number) throws IOException, InterruptedException {
        Path content = Files.createDirectories(directory.resolve("content" + number));
        Path control = Files.createDirectories(content.resolve("DEBIAN")).resolve("control");
        Files.writeString(
                control,
                "Package: package" + number + "\nVersion: 1.0\nArchitecture: amd64\nSection: misc\nPriority: optional\n"
                        + "Maintainer: Nobody <nobody@example.org>\nDescription: sample\n");
        Path binaries = Files.createDirectories(content.resolve("usr/bin"));
        Files.writeString(binaries.resolve("package" + number), "#!/bin/sh\n");
        Path deb = directory.resolve("package" + number + "_1.0_amd64.deb");
        Commands.run(Commands.quiet("dpkg-deb", "--build", content.toString(), deb.toString()));
        Trees.delete(content);
        return deb;
    }
}
