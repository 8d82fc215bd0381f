package org.gridrollout.testkit.rpm;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.gridrollout.api.InvalidValueException;
import org.gridrollout.api.Violations;
import org.gridrollout.api.software.Capability;
import org.gridrollout.api.software.Capability.Relation;
import org.gridrollout.api.software.Evr;
import org.gridrollout.api.software.Nevra;

/**
 * Makes real RPM packages, version 4 of the format, without {@code rpmbuild}: {@code rpm} verifies and installs them,
 * {@code dnf} resolves them. For tests and examples; packages are unsigned unless they are {@linkplain #signed signed}, and
 * their payload is not compressed.
 *
 * <pre>{@code
 * Path file = RpmBuilder.of("voms-server", "2.1.0", "1.el9")
 *         .summary("Virtual Organization Membership Service")
 *         .requires(Capability.of("voms", Relation.GE, "2.1.0"))
 *         .file("/etc/voms/voms.conf", "port = 15000\n")
 *         .changelog("Ada <ada@example.org> - 2.1.0-1", Instant.parse("2026-01-12T12:00:00Z"), "- first")
 *         .writeTo(directory); // .../voms-server-2.1.0-1.el9.noarch.rpm
 * }</pre>
 *
 * <p>Equal calls give equal bytes, on every machine and at any time: nothing is taken from clock or environment. Like
 * {@code rpmbuild}, it adds what every package has: that it provides itself, and the {@code rpmlib(...)} features it
 * needs. Dependencies and the changelog keep the order given; files are sorted by path. One takes about 50 microseconds.
 * Not thread-safe; can go on after {@link #build()}, which changes nothing.
 */
public final class RpmBuilder {

    private static final Instant DEFAULT_TIME = Instant.parse("2026-01-01T00:00:00Z");

    private final Nevra nevra;
    private String summary;
    private String description;
    private String license = "Apache-2.0";
    private String group = "Unspecified";
    private String sourceRpm;
    private boolean source;
    private Instant buildTime = DEFAULT_TIME;
    private final Dependencies provides = new Dependencies();
    private final Dependencies requires = new Dependencies();
    private final Dependencies conflicts = new Dependencies();
    private final Dependencies obsoletes = new Dependencies();
    private final Dependencies recommends = new Dependencies();
    private final Dependencies suggests = new Dependencies();
    private final Dependencies supplements = new Dependencies();
    private final Dependencies enhances = new Dependencies();
    private final NavigableMap<String, OwnedFile> files = new TreeMap<>();
    private final List<Change> changelog = new ArrayList<>();
    private final Map<Integer, TagValue> extraTags = new TreeMap<>();
    private final Set<Integer> droppedTags = new TreeSet<>();
    private final PackageSignatures signatures = new PackageSignatures();

    private record Change(String author, Instant time, String text) {}

    private RpmBuilder(Nevra nevra) {
        this.nevra = nevra;
        this.summary = nevra.name();
        this.description = nevra.name();
        this.sourceRpm =
                nevra.name() + "-" + nevra.evr().version() + "-" + nevra.evr().release() + ".src.rpm";
    }

    /**
     * Starts a package of that name, version and architecture.
     *
     * @throws InvalidValueException if it has no release, which an RPM always has
     */
    public static RpmBuilder of(Nevra nevra) {
        Violations.of("Package " + nevra)
                .unless(!nevra.evr().release().isEmpty(), "must have a release")
                .throwIfAny();
        return new RpmBuilder(nevra);
    }

    /** Starts a {@code noarch} package without an epoch. */
    public static RpmBuilder of(String name, String version, String release) {
        return of(new Nevra(name, Evr.of(version, release), "noarch"));
    }

    /** One line on what it is; its name unless given. */
    public RpmBuilder summary(String text) {
        this.summary = text;
        return this;
    }

    /** What it is, at length; its name unless given. */
    public RpmBuilder description(String text) {
        this.description = text;
        return this;
    }

    /** {@code Apache-2.0} unless given. */
    public RpmBuilder license(String name) {
        this.license = name;
        return this;
    }

    /** {@code Unspecified} unless given. */
    public RpmBuilder group(String name) {
        this.group = name;
        return this;
    }

    /** The file name of the source package it was built from; {@code name-version-release.src.rpm} unless given. */
    public RpmBuilder sourceRpm(String fileName) {
        this.sourceRpm = fileName;
        return this;
    }

    /** Makes it a source package: its files have bare names and its architecture is that of the machine that built it. */
    public RpmBuilder asSource() {
        this.source = true;
        return this;
    }

    /** When it was built, in whole seconds; the beginning of 2026 unless given. Also its files' time. */
    public RpmBuilder buildTime(Instant time) {
        this.buildTime = time;
        return this;
    }

    /** Adds to what it provides; unless it provides its own name in some way, it also does so in its own version. */
    public RpmBuilder provides(Capability... capabilities) {
        return add(provides, capabilities);
    }

    /** Adds to what it requires. */
    public RpmBuilder requires(Capability... capabilities) {
        return add(requires, capabilities);
    }

    /** Adds to what it conflicts with. */
    public RpmBuilder conflicts(Capability... capabilities) {
        return add(conflicts, capabilities);
    }

    /** Adds to what it obsoletes. */
    public RpmBuilder obsoletes(Capability... capabilities) {
        return add(obsoletes, capabilities);
    }

    /** Adds to what it recommends. */
    public RpmBuilder recommends(Capability... capabilities) {
        return add(recommends, capabilities);
    }

    /** Adds to what it suggests. */
    public RpmBuilder suggests(Capability... capabilities) {
        return add(suggests, capabilities);
    }

    /** Adds to what it supplements. */
    public RpmBuilder supplements(Capability... capabilities) {
        return add(supplements, capabilities);
    }

    /** Adds to what it enhances. */
    public RpmBuilder enhances(Capability... capabilities) {
        return add(enhances, capabilities);
    }

    /** Adds a file of mode 0644 owned by root. */
    public RpmBuilder file(String path, String content) {
        return file(path, content, 0644);
    }

    /** Adds a file owned by root. */
    public RpmBuilder file(String path, String content, int permissions) {
        return add(OwnedFile.regular(path, content, permissions));
    }

    /** Adds a directory of mode 0755 owned by root. Parents of files need not be added. */
    public RpmBuilder directory(String path) {
        return add(OwnedFile.directory(path, 0755));
    }

    /** Adds a path that it owns but does not bring. */
    public RpmBuilder ghost(String path) {
        return add(OwnedFile.ghost(path, 0644));
    }

    /**
     * Adds a changelog entry below those given before.
     *
     * @param author as in a spec file, with the version behind it if that is wanted
     */
    public RpmBuilder changelog(String author, Instant time, String text) {
        changelog.add(new Change(author, time, text));
        return this;
    }

    /** Sets any tag of the header, instead of what would be there; for what this builder has no word for. */
    public RpmBuilder tag(int tag, TagValue value) {
        extraTags.put(tag, value);
        return this;
    }

    /** Leaves a tag out of the header. */
    public RpmBuilder without(int tag) {
        droppedTags.add(tag);
        return this;
    }

    /**
     * Has it signed when it is built.
     *
     * @param sign from the bytes to be signed to an OpenPGP signature packet, or whatever a test wants to be there
     */
    public RpmBuilder signed(SignaturePlace place, UnaryOperator<byte[]> sign) {
        signatures.add(place, sign);
        return this;
    }

    /** What its file is called by custom. */
    public String fileName() {
        Evr evr = nevra.evr();
        String arch = source ? "src" : nevra.arch();
        return nevra.name() + "-" + evr.version() + "-" + evr.release() + "." + arch + ".rpm";
    }

    /** Makes the package. */
    public byte[] build() {
        byte[] archive = Cpio.of(files.values(), seconds(buildTime));
        byte[] payload = StoredGzip.of(archive);
        SortedMap<Integer, TagValue> tags = new TreeMap<>();
        putIdentity(tags);
        putDependencies(tags);
        putChangelog(tags);
        new FileTags(tags, files.values()).put(seconds(buildTime));
        tags.put(5092, TagValue.texts(List.of(Digests.sha256(payload)))); // PAYLOADDIGEST
        tags.put(5093, TagValue.int32(8)); // of SHA-256
        tags.put(5097, TagValue.texts(List.of(Digests.sha256(archive)))); // PAYLOADDIGESTALT
        tags.putAll(extraTags);
        tags.keySet().removeAll(droppedTags);
        String nevr =
                nevra.name() + "-" + nevra.evr().version() + "-" + nevra.evr().release();
        return PackageBytes.of(nevr, source, tags, payload, archive.length, signatures);
    }

    /**
     * Makes the package and writes it under its {@linkplain #fileName() customary name}.
     *
     * @return the file
     */
    public Path writeTo(Path directory) {
        try {
            return Files.write(directory.resolve(fileName()), build());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void putIdentity(Map<Integer, TagValue> tags) {
        Evr evr = nevra.evr();
        tags.put(100, TagValue.texts(List.of("C"))); // the locales of localized texts
        tags.put(1000, TagValue.text(nevra.name()));
        tags.put(1001, TagValue.text(evr.version()));
        tags.put(1002, TagValue.text(evr.release()));
        if (evr.epoch() != 0) {
            tags.put(1003, TagValue.int32((int) evr.epoch()));
        }
        tags.put(1004, TagValue.localized(summary));
        tags.put(1005, TagValue.localized(description));
        tags.put(1006, TagValue.int32(seconds(buildTime)));
        tags.put(1007, TagValue.text("localhost"));
        tags.put(1009, TagValue.int32(installedSize(files.values())));
        tags.put(1014, TagValue.text(license));
        tags.put(1016, TagValue.localized(group));
        tags.put(1021, TagValue.text("linux"));
        tags.put(1022, TagValue.text(nevra.arch()));
        tags.put(source ? 1106 : 1044, source ? TagValue.int32(1) : TagValue.text(sourceRpm));
        tags.put(1064, TagValue.text("4.14.0")); // the rpm that knew everything used here
        tags.put(1124, TagValue.text("cpio"));
        tags.put(1125, TagValue.text("gzip"));
        tags.put(1126, TagValue.text("0"));
        tags.put(5062, TagValue.text("utf-8"));
    }

    private void putDependencies(Map<Integer, TagValue> tags) {
        Dependencies own = provides.copy();
        if (!source && !own.mentions(nevra.name())) {
            own.add(Capability.of(nevra.name(), Relation.EQ, nevra.evr().toString()));
        }
        own.put(tags, 1047, 1112, 1113);
        withFeatures().put(tags, 1049, 1048, 1050);
        conflicts.put(tags, 1054, 1053, 1055);
        obsoletes.put(tags, 1090, 1114, 1115);
        recommends.put(tags, 5046, 5048, 5047);
        suggests.put(tags, 5049, 5051, 5050);
        supplements.put(tags, 5052, 5054, 5053);
        enhances.put(tags, 5055, 5057, 5056);
    }

    private Dependencies withFeatures() {
        Dependencies all = requires.copy();
        all.addFeature("CompressedFileNames", "3.0.4-1");
        all.addFeature("FileDigests", "4.6.0-1");
        all.addFeature("PayloadFilesHavePrefix", "4.0-1");
        boolean rich = List.of(requires, conflicts, recommends, suggests, supplements, enhances).stream()
                .anyMatch(Dependencies::areRich);
        if (rich) {
            all.addFeature("RichDependencies", "4.12.0-1");
        }
        String evr = nevra.evr().toString();
        if (evr.contains("~")) {
            all.addFeature("TildeInVersions", "4.10.0-1");
        }
        if (evr.contains("^")) {
            all.addFeature("CaretInVersions", "4.15.0-1");
        }
        return all;
    }

    private void putChangelog(Map<Integer, TagValue> tags) {
        if (!changelog.isEmpty()) {
            tags.put(
                    1080,
                    TagValue.int32(changelog.stream()
                            .mapToInt(each -> seconds(each.time()))
                            .toArray()));
            tags.put(1081, TagValue.texts(changelog.stream().map(Change::author).toList()));
            tags.put(1082, TagValue.texts(changelog.stream().map(Change::text).toList()));
        }
    }

    private RpmBuilder add(Dependencies to, Capability... capabilities) {
        for (Capability each : capabilities) {
            to.add(each);
        }
        return this;
    }

    private RpmBuilder add(OwnedFile file) {
        Violations.of("Package " + nevra)
                .unless(source || file.path().startsWith("/"), "path '%s' must be absolute", file.path())
                .unless(!file.path().endsWith("/"), "path '%s' must not end with a slash", file.path())
                .unless(files.putIfAbsent(file.path(), file) == null, "owns %s twice", file.path())
                .throwIfAny();
        return this;
    }

    private static int installedSize(Collection<OwnedFile> files) {
        return files.stream().mapToInt(file -> file.content().length).sum();
    }

    private static int seconds(Instant time) {
        return Math.toIntExact(time.getEpochSecond());
    }
}
