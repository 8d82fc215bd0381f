package org.gridrollout.core.closure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** libsolv with RPM's semantics, driven through its Python binding (Debian: python3-solv). */
final class Libsolv implements AutoCloseable {

    private static final String PYTHON = "/usr/bin/python3";

    private final Path script;
    private final Process process;
    private final BufferedWriter questions;
    private final BufferedReader answers;

    private Libsolv(Path script, Process process) {
        this.script = script;
        this.process = process;
        this.questions = process.outputWriter(StandardCharsets.UTF_8);
        this.answers = process.inputReader(StandardCharsets.UTF_8);
    }

    static boolean isThere() {
        try {
            Process probe = new ProcessBuilder(PYTHON, "-c", "import solv")
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return probe.waitFor(30, TimeUnit.SECONDS) && probe.exitValue() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    static Libsolv start(String... multiversion) {
        try (InputStream code = Libsolv.class.getResourceAsStream("/closure/libsolv-rpm.py")) {
            Path script = Files.createTempFile("libsolv-rpm", ".py");
            Files.write(script, code.readAllBytes());
            List<String> command = new ArrayList<>(List.of(PYTHON, script.toString()));
            command.addAll(List.of(multiversion));
            return new Libsolv(
                    script,
                    new ProcessBuilder(command)
                            .redirectError(ProcessBuilder.Redirect.INHERIT)
                            .start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The packages it cannot install. */
    Set<Pack> broken(List<Pack> packs) {
        try {
            for (Pack each : packs) {
                questions.write(statements(each));
            }
            questions.write("end\n");
            questions.flush();
            String answer = answers.readLine();
            assertThat(answer).as("an answer of libsolv's").isNotNull();
            Set<Pack> broken = new LinkedHashSet<>();
            for (String each : answer.split(" ")) {
                if (!each.isEmpty()) {
                    broken.add(packs.get(Integer.parseInt(each)));
                }
            }
            return broken;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String statements(Pack pack) {
        StringBuilder text = new StringBuilder("package\t%s\t%s\t%s\n".formatted(pack.name(), pack.evr(), pack.arch()));
        state("provides", pack.provides(), text);
        state("requires", pack.requires(), text);
        state("conflicts", pack.conflicts(), text);
        state("obsoletes", pack.obsoletes(), text);
        state("file", pack.files(), text);
        return text.toString();
    }

    private static void state(String word, List<String> statements, StringBuilder text) {
        for (String each : statements) {
            text.append(word)
                    .append('\t')
                    .append(each.startsWith("(") ? each : each.replace(' ', '\t'))
                    .append('\n');
        }
    }

    @Override
    public void close() throws IOException {
        questions.close();
        process.destroy();
        Files.deleteIfExists(script);
    }
}
