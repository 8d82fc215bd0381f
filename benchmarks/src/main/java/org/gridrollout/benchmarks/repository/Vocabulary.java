package org.gridrollout.benchmarks.repository;

import java.util.List;
import java.util.Random;

/** Words in the mixture in which packages use them: a few everywhere, most seldom. */
final class Vocabulary {

    private static final List<String> COMMON = List.of(
            "the", "of", "and", "for", "to", "a", "in", "with", "is", "on", "this", "that", "support", "package",
            "library", "server", "client", "files", "service", "update");
    private static final List<String> STEMS = List.of(
            "grid",
            "storage",
            "transfer",
            "voms",
            "proxy",
            "broker",
            "queue",
            "batch",
            "data",
            "meta",
            "cache",
            "net",
            "auth",
            "token",
            "event",
            "log",
            "trace",
            "disk",
            "tape",
            "pool",
            "node",
            "site",
            "info",
            "index",
            "sched",
            "http",
            "dav",
            "xroot",
            "srm",
            "cert",
            "key",
            "trust",
            "policy",
            "quota",
            "monitor",
            "probe",
            "report",
            "cloud",
            "image",
            "volume",
            "stream",
            "codec",
            "parse",
            "math",
            "plot",
            "test",
            "build",
            "java",
            "perl",
            "python");
    private static final List<String> ENDINGS = List.of(
            "", "s", "er", "ing", "d", "kit", "lib", "tool", "core", "plus", "x", "fs", "db", "ctl", "sync", "map");

    private final Random random;

    Vocabulary(Random random) {
        this.random = random;
    }

    /** One rare word. */
    String term() {
        return pick(STEMS) + pick(ENDINGS);
    }

    /** So many words, as in a sentence. */
    String sentence(int words) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < words; i++) {
            text.append(i == 0 ? "" : " ").append(random.nextInt(100) < 45 ? pick(COMMON) : term());
        }
        return text.append('.').toString();
    }

    <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }
}
