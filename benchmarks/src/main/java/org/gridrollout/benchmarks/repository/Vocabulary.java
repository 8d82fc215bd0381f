package org.gridrollout.benchmarks.repository;

import java.util.List;
import java.util.Random;

/** Words in the mixture in which packages use them: a few everywhere, most seldom, and phrases that return. */
final class Vocabulary {

    /** Who changes packages. */
    static final List<String> PEOPLE = List.of(
            "Fedora Release Engineering <releng@fedoraproject.org>",
            "Ada Lindqvist <ada.lindqvist@grid.example.org>",
            "Mattias Berg <mattias.berg@physics.example.org>",
            "Steve Trayl <steve.trayl@lab.example.org>",
            "Paula Costa <paula.costa@computing.example.org>",
            "Jiri Novak <jiri.novak@infra.example.org>");

    /** What is changed again and again. */
    static final List<String> CHANGES = List.of(
            "Rebuilt for https://fedoraproject.org/wiki/Fedora_41_Mass_Rebuild",
            "Rebuilt for https://fedoraproject.org/wiki/Fedora_40_Mass_Rebuild",
            "Rebuilt for OpenSSL 3.2, without the engine API that it no longer offers",
            "Drop support for systems without systemd, and the init scripts with it",
            "Convert the License tag to SPDX; see the migration page of the wiki for the mapping",
            "Use the CMake macros of the distribution instead of calling the tools directly",
            "Add upstream patches for the 64-bit time_t transition on 32-bit architectures",
            "Move the unit files and the configuration for logrotate to the server subpackage");

    /** Where files are. */
    static final List<String> FOLDERS = List.of("api", "examples", "html", "images", "locale", "templates", "schemas");

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
