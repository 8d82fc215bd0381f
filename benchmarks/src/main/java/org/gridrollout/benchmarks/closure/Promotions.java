package org.gridrollout.benchmarks.closure;

import java.util.List;
import java.util.Random;
import org.gridrollout.core.closure.Member;
import org.gridrollout.core.closure.Origin;
import org.gridrollout.core.closure.PackageFacts;
import org.gridrollout.core.closure.UniverseChange;
import org.gridrollout.core.closure.debian.DebianPackage;
import org.gridrollout.core.version.DebianVersionScheme;

/**
 * Random promotions of one package: its next version in place of the present one. One in four needs another package more,
 * one in four provides nothing but its name any more.
 */
final class Promotions {

    private static final int KINDS = 4;

    private final List<DebianPackage> packages;
    private final Random random;

    Promotions(List<DebianPackage> packages, Random random) {
        this.packages = packages;
        this.random = random;
    }

    UniverseChange next() {
        DebianPackage old = any();
        Member present = LoadedArchive.AMD64.read(old, Origin.REPOSITORY).member();
        int kind = random.nextInt(KINDS);
        String depends =
                kind == 0 ? old.depends() + (old.depends().isEmpty() ? "" : ", ") + any().name() : old.depends();
        DebianPackage next = new DebianPackage(
                old.name(),
                new DebianVersionScheme().next(present.nevra().evr()).toString(),
                old.architecture(),
                old.multiArch(),
                "",
                old.preDepends(),
                depends,
                kind == 1 ? "" : old.provides(),
                old.conflicts(),
                old.breaks());
        PackageFacts facts = LoadedArchive.AMD64.read(next, Origin.REPOSITORY);
        return new UniverseChange(List.of(facts), List.of(present));
    }

    private DebianPackage any() {
        return packages.get(random.nextInt(packages.size()));
    }
}
