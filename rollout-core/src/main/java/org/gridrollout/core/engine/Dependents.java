package org.gridrollout.core.engine;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.gridrollout.api.InvalidValueException;
import org.gridrollout.api.software.Capability;
import org.gridrollout.api.software.PackageRef;
import org.gridrollout.api.software.Release;
import org.gridrollout.api.software.SoftwarePackage;
import org.gridrollout.api.software.Stage;
import org.gridrollout.api.spi.PackageRepository;
import org.gridrollout.api.spi.VersionScheme;

/**
 * What in production needs a release's packages and nothing else there provides. Looks at direct requirements by name and
 * version; when in doubt it says that the release is needed. Reads every package of production: only for what is rare.
 */
final class Dependents {

    private final PackageRepository repository;
    private final VersionScheme versions;

    Dependents(PackageRepository repository, VersionScheme versions) {
        this.repository = repository;
        this.versions = versions;
    }

    /** One sentence each; empty if the release could be taken out of production. */
    List<String> of(Release release) {
        List<SoftwarePackage> going = describe(release.packages());
        Set<String> names = new HashSet<>();
        going.forEach(each -> {
            each.provides().forEach(capability -> names.add(capability.name()));
            names.addAll(each.files());
        });
        List<PackageRef> offered =
                repository.current(Stage.PRODUCTION, release.platform()).packages();
        List<SoftwarePackage> staying = describe(offered.stream()
                .filter(each -> !release.packages().contains(each))
                .toList());
        List<String> needing = new ArrayList<>();
        for (SoftwarePackage each : staying) {
            each.requires().stream()
                    .filter(required -> names.contains(required.name()))
                    .filter(required -> staying.stream().noneMatch(other -> provides(other, required)))
                    .forEach(required -> needing.add(each.nevra() + " in production requires " + required
                            + ", which nothing else there provides."));
        }
        return needing;
    }

    private List<SoftwarePackage> describe(List<PackageRef> packages) {
        return packages.stream()
                .map(each -> repository.describe(each.sha256()))
                .flatMap(Optional::stream)
                .toList();
    }

    private boolean provides(SoftwarePackage provider, Capability required) {
        return provider.files().contains(required.name())
                || provider.provides().stream().anyMatch(each -> satisfies(each, required));
    }

    private boolean satisfies(Capability provided, Capability required) {
        if (!provided.name().equals(required.name())) {
            return false;
        } else if (required.relation() == Capability.Relation.ANY) {
            return true;
        } else if (provided.relation() != Capability.Relation.EQ) {
            return false; // in doubt
        }
        try {
            int order = versions.compare(versions.parse(provided.version()), versions.parse(required.version()));
            return switch (required.relation()) {
                case ANY -> true;
                case LT -> order < 0;
                case LE -> order <= 0;
                case EQ -> order == 0;
                case GE -> order >= 0;
                case GT -> order > 0;
            };
        } catch (InvalidValueException e) {
            return false; // in doubt
        }
    }
}
