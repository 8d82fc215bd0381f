package org.gridrollout.examples.quickstart;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gridrollout.api.software.Evr;
import org.gridrollout.api.software.SoftwarePackage;
import org.gridrollout.core.version.RpmVersionScheme;

/** A product team's RPM files: each subdirectory is a release, and loose files are one per source package. */
final class TeamDirectory {

    /** One release to be. */
    record Batch(String name, List<SoftwarePackage> packages) {

        Evr highest() {
            return packages.stream()
                    .map(each -> each.nevra().evr())
                    .max(new RpmVersionScheme())
                    .orElseThrow();
        }
    }

    private final Path directory;
    private final Depot depot;
    private final Timeline timeline;

    TeamDirectory(Path directory, Depot depot, Timeline timeline) {
        this.directory = directory;
        this.depot = depot;
        this.timeline = timeline;
    }

    /** In the order of their versions, so that a later one may take an earlier one's place. */
    List<Batch> batches() {
        List<Batch> batches = new ArrayList<>();
        for (Path each : list(directory)) {
            if (Files.isDirectory(each)) {
                List<Path> files = rpms(each);
                if (!files.isEmpty()) {
                    batches.add(new Batch(each.getFileName().toString(), binaries(files)));
                }
            }
        }
        Map<String, List<SoftwarePackage>> bySource = binaries(rpms(directory)).stream()
                .collect(Collectors.groupingBy(
                        each -> each.source().isEmpty() ? each.nevra().toString() : each.source(),
                        TreeMap::new,
                        Collectors.toList()));
        bySource.forEach((source, packages) -> batches.add(new Batch(source.replace(".src.rpm", ""), packages)));
        if (batches.isEmpty()) {
            throw new CannotStart("No RPM files in " + directory);
        }
        batches.sort(
                Comparator.comparing(Batch::highest, new RpmVersionScheme()).thenComparing(Batch::name));
        return batches;
    }

    private List<SoftwarePackage> binaries(List<Path> files) {
        if (files.size() > 20) {
            timeline.say("Reading " + files.size() + " packages ...");
        }
        return depot.intake(files).stream()
                .filter(each -> !each.nevra().arch().contains("src"))
                .toList();
    }

    private static List<Path> rpms(Path directory) {
        return list(directory).stream()
                .filter(each -> each.getFileName().toString().endsWith(".rpm"))
                .toList();
    }

    private static List<Path> list(Path directory) {
        try (Stream<Path> files = Files.list(directory)) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new CannotStart("Cannot read directory " + directory + ": " + e.getMessage(), e);
        }
    }
}
