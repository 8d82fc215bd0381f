package org.gridrollout.benchmarks.repository;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.gridrollout.api.software.Evr;
import org.gridrollout.api.software.Nevra;
import org.gridrollout.api.software.PackageRef;
import org.gridrollout.api.software.Platform;
import org.gridrollout.api.software.Sha256;
import org.gridrollout.filesystem.Durability;
import org.gridrollout.filesystem.FilesystemRepository;

/** A process of its own that publishes a list of packages and prints the most heap it used, in bytes. */
public final class PublishOnce {

    private PublishOnce() {}

    /**
     * Publishes and prints.
     *
     * @param arguments root, platform, change set, {@code SYNCED} or {@code UNSYNCED}, and a {@linkplain #list list}
     */
    public static void main(String[] arguments) throws IOException {
        FilesystemRepository repository = Ground.open(Path.of(arguments[0]), Durability.valueOf(arguments[3]));
        Ground.publish(repository, Platform.parse(arguments[1]), arguments[2], read(Path.of(arguments[4])));
        long peak = 0;
        for (MemoryPoolMXBean each : ManagementFactory.getMemoryPoolMXBeans()) {
            peak += each.getType() == MemoryType.HEAP ? each.getPeakUsage().getUsed() : 0;
        }
        System.out.println(peak);
    }

    /** Writes a list for such a process. */
    static Path list(Path file, List<PackageRef> packages) throws IOException {
        List<String> lines = new ArrayList<>();
        for (PackageRef each : packages) {
            Nevra nevra = each.nevra();
            lines.add(String.join(
                    "\t",
                    nevra.name(),
                    nevra.evr().version(),
                    nevra.evr().release(),
                    nevra.arch(),
                    each.sha256().hex()));
        }
        return Files.write(file, lines);
    }

    private static List<PackageRef> read(Path file) throws IOException {
        List<PackageRef> packages = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            String[] fields = line.split("\t", -1);
            packages.add(new PackageRef(
                    new Nevra(fields[0], Evr.of(fields[1], fields[2]), fields[3]), new Sha256(fields[4])));
        }
        return packages;
    }
}
