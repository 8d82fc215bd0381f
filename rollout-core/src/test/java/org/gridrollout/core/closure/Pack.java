package org.gridrollout.core.closure;

import com.google.common.hash.Hashing;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gridrollout.api.software.Capability;
import org.gridrollout.api.software.Capability.Relation;
import org.gridrollout.api.software.Evr;
import org.gridrollout.api.software.Nevra;
import org.gridrollout.api.software.Sha256;
import org.gridrollout.api.software.SoftwarePackage;

/** An RPM package as a spec file would state it, short enough to read in a failure. */
public record Pack(
        String name,
        String evr,
        String arch,
        List<String> provides,
        List<String> requires,
        List<String> conflicts,
        List<String> obsoletes,
        List<String> files) {

    private static final Map<String, Relation> RELATIONS =
            Map.of("<", Relation.LT, "<=", Relation.LE, "=", Relation.EQ, ">=", Relation.GE, ">", Relation.GT);

    public static Pack of(String name, String evr) {
        return new Pack(name, evr, "noarch", List.of(), List.of(), List.of(), List.of(), List.of());
    }

    public Pack arch(String other) {
        return new Pack(name, evr, other, provides, requires, conflicts, obsoletes, files);
    }

    public Pack provides(String... texts) {
        return new Pack(name, evr, arch, List.of(texts), requires, conflicts, obsoletes, files);
    }

    public Pack requires(String... texts) {
        return new Pack(name, evr, arch, provides, List.of(texts), conflicts, obsoletes, files);
    }

    public Pack conflicts(String... texts) {
        return new Pack(name, evr, arch, provides, requires, List.of(texts), obsoletes, files);
    }

    public Pack obsoletes(String... texts) {
        return new Pack(name, evr, arch, provides, requires, conflicts, List.of(texts), files);
    }

    public Pack files(String... paths) {
        return new Pack(name, evr, arch, provides, requires, conflicts, obsoletes, List.of(paths));
    }

    /** The package; its digest is that of everything it says. */
    public SoftwarePackage built() {
        int colon = evr.indexOf(':');
        String[] versionRelease = evr.substring(colon + 1).split("-", 2);
        Evr version =
                new Evr(colon < 0 ? 0 : Long.parseLong(evr.substring(0, colon)), versionRelease[0], versionRelease[1]);
        return new SoftwarePackage(
                new Nevra(name, version, arch),
                new Sha256(Hashing.sha256()
                        .hashString(toString(), StandardCharsets.UTF_8)
                        .toString()),
                1,
                "",
                "",
                capabilities(provides),
                capabilities(requires),
                capabilities(conflicts),
                capabilities(obsoletes),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                files,
                Optional.empty());
    }

    private static List<Capability> capabilities(List<String> texts) {
        return texts.stream().map(Pack::capability).toList();
    }

    private static Capability capability(String text) {
        String[] words = text.split(" ");
        return text.startsWith("(") || words.length != 3
                ? Capability.of(text)
                : Capability.of(words[0], RELATIONS.get(words[1]), words[2]);
    }

    @Override
    public String toString() {
        List<String> parts = new ArrayList<>(List.of(name + "-" + evr + "." + arch));
        part("provides", provides, parts);
        part("requires", requires, parts);
        part("conflicts", conflicts, parts);
        part("obsoletes", obsoletes, parts);
        part("files", files, parts);
        return String.join("; ", parts);
    }

    private static void part(String word, List<String> texts, List<String> parts) {
        if (!texts.isEmpty()) {
            parts.add(word + " " + String.join(", ", texts));
        }
    }
}
