package org.gridrollout.core.closure;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a package means for installability, read from its metadata by its ecosystem.
 *
 * @param files the paths it installs; only those that somebody asks for are looked at
 * @param fault why it cannot be installed whatever else there is (a dependency that cannot be read), or null
 */
public record PackageFacts(
        Member member,
        List<Provision> provides,
        List<Need> needs,
        List<Exclusion> excludes,
        List<String> files,
        @Nullable String fault) {

    public PackageFacts {
        provides = List.copyOf(provides);
        needs = List.copyOf(needs);
        excludes = List.copyOf(excludes);
        files = List.copyOf(files);
    }
}
