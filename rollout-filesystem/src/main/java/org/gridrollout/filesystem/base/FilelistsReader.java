package org.gridrollout.filesystem.base;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.gridrollout.api.InvalidValueException;
import org.gridrollout.api.software.Evr;
import org.gridrollout.api.software.Nevra;
import org.gridrollout.api.software.PackageRef;
import org.gridrollout.api.software.Sha256;
import org.jspecify.annotations.Nullable;

/** Reads {@code filelists.xml} for some paths; keeps nothing of the others. */
final class FilelistsReader {

    private final XmlCursor xml;
    private final ReadLimits limits;
    private final Set<String> wanted;
    private final Shared<String> shared = new Shared<>(1 << 12);
    private final Map<String, Set<PackageRef>> owners = new HashMap<>();
    private long count;

    FilelistsReader(XmlCursor xml, ReadLimits limits, Set<String> wanted) {
        this.xml = xml;
        this.limits = limits;
        this.wanted = wanted;
    }

    Map<String, Set<PackageRef>> read() {
        xml.root(root -> {
            if (!root.equals("filelists")) {
                throw xml.malformed("<filelists> is expected, not <" + root + ">");
            }
            xml.children(name -> {
                if (name.equals("package")) {
                    if (++count > limits.packages()) {
                        throw xml.tooLarge("it has more than " + limits.packages() + " packages");
                    }
                    new Listing().read();
                }
            });
        });
        return owners;
    }

    /** One {@code <package>}. */
    private final class Listing {

        private final String name = xml.required("name");
        private final String arch = shared.of(xml.required("arch"));
        private final String digest = xml.required("pkgid");
        private @Nullable Evr evr;
        private @Nullable PackageRef ref;
        private int files;

        void read() {
            if (!arch.equals("src") && !arch.equals("nosrc")) {
                xml.children(this::field);
            }
        }

        private void field(String element) {
            if (element.equals("version")) {
                evr = Versions.evr(xml, shared);
            } else if (element.equals("file")) {
                if (++files > limits.entries()) {
                    throw xml.tooLarge("package '" + name + "' has more than " + limits.entries() + " files");
                }
                String path = xml.text();
                if (wanted.contains(path)) {
                    owners.computeIfAbsent(path, key -> new LinkedHashSet<>()).add(owner());
                }
            }
        }

        private PackageRef owner() {
            if (ref == null) {
                if (evr == null) {
                    throw xml.malformed("package '" + name + "' has files before its version");
                }
                try {
                    ref = new PackageRef(new Nevra(name, evr, arch), new Sha256(digest));
                } catch (InvalidValueException e) {
                    throw xml.malformed(e);
                }
            }
            return ref;
        }
    }
}
