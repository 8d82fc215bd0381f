package org.gridrollout.benchmarks.closure;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.gridrollout.core.closure.Origin;
import org.gridrollout.core.closure.Universe;
import org.gridrollout.core.closure.UniverseBuilder;
import org.gridrollout.core.closure.debian.DebianEcosystem;
import org.gridrollout.core.closure.debian.DebianPackage;
import org.gridrollout.core.closure.debian.DebianReader;

/** The archive as a universe, and its packages as the index states them. */
record LoadedArchive(Universe universe, List<DebianPackage> packages) {

    static final DebianEcosystem AMD64 = DebianEcosystem.on("amd64");

    /** Parses and resolves; keeps the packages only if they are wanted. */
    static LoadedArchive load(Path index, boolean withPackages) throws IOException {
        UniverseBuilder builder = Universe.builder(AMD64);
        DebianReader reader = AMD64.reader();
        List<DebianPackage> packages = new ArrayList<>();
        PackagesIndex.read(index, each -> {
            builder.add(reader.read(each, Origin.REPOSITORY));
            if (withPackages) {
                packages.add(each);
            }
        });
        return new LoadedArchive(builder.build(), packages);
    }
}
