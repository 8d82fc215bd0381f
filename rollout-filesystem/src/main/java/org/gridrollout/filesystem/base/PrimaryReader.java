package org.gridrollout.filesystem.base;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.gridrollout.api.InvalidValueException;
import org.gridrollout.api.software.Capability;
import org.gridrollout.api.software.Evr;
import org.gridrollout.api.software.Nevra;
import org.gridrollout.api.software.Sha256;
import org.gridrollout.api.software.SoftwarePackage;
import org.gridrollout.api.software.SoftwarePackageBuilder;
import org.jspecify.annotations.Nullable;

/** Reads {@code primary.xml} package by package. Source packages, which nobody installs, are left out. */
final class PrimaryReader {

    private final XmlCursor xml;
    private final ReadLimits limits;
    private final Shared<String> shared = new Shared<>(1 << 14);
    private final EntryReader entries;
    private long count;

    PrimaryReader(XmlCursor xml, ReadLimits limits) {
        this.xml = xml;
        this.limits = limits;
        this.entries = new EntryReader(xml, limits);
    }

    /** Returns how many there were. */
    long read(Consumer<? super SoftwarePackage> consumer) {
        long[] given = new long[1];
        xml.root(root -> {
            if (!root.equals("metadata")) {
                throw xml.malformed("<metadata> is expected, not <" + root + ">");
            }
            xml.children(name -> {
                if (name.equals("package")) {
                    if (++count > limits.packages()) {
                        throw xml.tooLarge("it has more than " + limits.packages() + " packages");
                    }
                    Optional<SoftwarePackage> read = new Description().read();
                    read.ifPresent(consumer);
                    given[0] += read.isPresent() ? 1 : 0;
                }
            });
        });
        return given[0];
    }

    /** One {@code <package>}. */
    private final class Description {

        private final SoftwarePackageBuilder builder =
                new SoftwarePackageBuilder().summary("").source("").size(0);
        private final List<String> files = new ArrayList<>();
        private String name = "";
        private String arch = "";
        private @Nullable Evr evr;
        private @Nullable Sha256 sha256;

        Optional<SoftwarePackage> read() {
            xml.children(this::field);
            if (arch.equals("src") || arch.equals("nosrc")) {
                return Optional.empty();
            }
            if (evr == null || sha256 == null) {
                throw xml.malformed("package '" + name + "' has no version or no checksum");
            }
            try {
                return Optional.of(builder.nevra(new Nevra(name, evr, arch))
                        .sha256(sha256)
                        .files(files)
                        .build());
            } catch (InvalidValueException e) {
                throw xml.malformed(e);
            }
        }

        private void field(String element) {
            switch (element) {
                case "name" -> name = xml.text();
                case "arch" -> arch = shared.of(xml.text());
                case "version" -> evr = Versions.evr(xml, shared);
                case "checksum" -> sha256 = checksum();
                case "summary" -> builder.summary(xml.text());
                case "size" -> builder.size(size());
                case "format" -> xml.children(this::format);
                default -> {} // what people read, and where the file is
            }
        }

        private void format(String element) {
            switch (element) {
                case "sourcerpm" -> builder.source(shared.of(xml.text()));
                case "provides" -> builder.provides(capabilities());
                case "requires" -> builder.requires(capabilities());
                case "conflicts" -> builder.conflicts(capabilities());
                case "obsoletes" -> builder.obsoletes(capabilities());
                case "recommends" -> builder.recommends(capabilities());
                case "suggests" -> builder.suggests(capabilities());
                case "supplements" -> builder.supplements(capabilities());
                case "enhances" -> builder.enhances(capabilities());
                case "file" -> addFile();
                default -> {}
            }
        }

        private List<Capability> capabilities() {
            return entries.entries();
        }

        private void addFile() {
            if (files.size() == limits.entries()) {
                throw xml.tooLarge("package '" + name + "' has more than " + limits.entries() + " files");
            }
            files.add(shared.of(xml.text()));
        }

        private long size() {
            String text = xml.attribute("package");
            try {
                return text.isEmpty() ? 0 : Long.parseLong(text);
            } catch (NumberFormatException e) {
                throw xml.malformed("package '" + name + "' has the size '" + text + "'", e);
            }
        }

        private Sha256 checksum() {
            String type = xml.required("type");
            if (!type.equals("sha256")) {
                throw xml.unsupported("package '" + name + "' is identified by a checksum of type " + type
                        + ", only sha256 is known here");
            }
            try {
                return new Sha256(xml.text().strip());
            } catch (InvalidValueException e) {
                throw xml.malformed(e);
            }
        }
    }
}
