package org.gridrollout.core.closure.debian;

import org.gridrollout.api.Violations;
import org.immutables.value.Value;

/**
 * The fields of one paragraph of a {@code Packages} index that installability rests on, as they are written there; absent
 * fields are empty.
 */
@Value.Builder
public record DebianPackage(
        String name,
        String version,
        String architecture,
        String multiArch,
        String sha256,
        String preDepends,
        String depends,
        String provides,
        String conflicts,
        String breaks) {

    public DebianPackage {
        Violations.of("DebianPackage")
                .unless(!name.isEmpty(), "name must not be empty")
                .unless(!version.isEmpty(), "version must not be empty")
                .unless(!architecture.isEmpty(), "architecture must not be empty")
                .throwIfAny();
    }
}
