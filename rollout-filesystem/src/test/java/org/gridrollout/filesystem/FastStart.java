package org.gridrollout.filesystem;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;

/** Starts virtual machines quickly: its classes, loaded once, are shared by all that come after (AppCDS). */
final class FastStart {

    private final Path archive;
    private final String classPath;

    private FastStart(Path archive, String classPath) {
        this.archive = archive;
        this.classPath = classPath;
    }

    /**
     * Dumps what one run of a program loads.
     *
     * @param scratch where the archive and the jar go; class sharing does not know directories of classes
     * @param arguments with which the program ends by itself
     */
    static FastStart after(Path scratch, Class<?> program, String... arguments)
            throws IOException, InterruptedException {
        Path jar = jar(scratch.resolve("classes.jar"));
        FastStart java = new FastStart(scratch.resolve("classes.jsa"), jar + File.pathSeparator + jars());
        List<String> command = java.line("-XX:ArchiveClassesAtExit=" + java.archive, program, arguments);
        Process dump = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(scratch.resolve("dump.log").toFile())
                .start();
        if (!dump.waitFor(60, TimeUnit.SECONDS) || dump.exitValue() != 0) {
            dump.destroyForcibly();
            throw new IOException("dumping classes failed: " + Files.readString(scratch.resolve("dump.log")));
        }
        return java;
    }

    ProcessBuilder command(Class<?> program, String... arguments) {
        return new ProcessBuilder(line("-XX:SharedArchiveFile=" + archive, program, arguments));
    }

    private List<String> line(String option, Class<?> program, String... arguments) {
        List<String> line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                option,
                "-Xshare:auto",
                "-Xlog:disable",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx128m",
                "-cp",
                classPath,
                program.getName()));
        line.addAll(List.of(arguments));
        return line;
    }

    private static Stream<Path> classPath() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(each -> !each.isEmpty())
                .map(Path::of);
    }

    private static String jars() {
        List<String> jars =
                classPath().filter(Files::isRegularFile).map(Path::toString).toList();
        return String.join(File.pathSeparator, jars);
    }

    private static Path jar(Path jar) throws IOException {
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
            out.setLevel(0);
            List<String> names = new ArrayList<>();
            for (Path directory : classPath().filter(Files::isDirectory).toList()) {
                try (Stream<Path> walk = Files.walk(directory)) {
                    for (Path each : walk.filter(Files::isRegularFile).toList()) {
                        String name = directory.relativize(each).toString().replace(File.separatorChar, '/');
                        if (!names.contains(name)) {
                            names.add(name);
                            out.putNextEntry(new JarEntry(name));
                            Files.copy(each, out);
                            out.closeEntry();
                        }
                    }
                }
            }
        }
        return jar;
    }
}
