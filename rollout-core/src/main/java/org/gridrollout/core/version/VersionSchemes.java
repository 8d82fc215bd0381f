package org.gridrollout.core.version;

import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gridrollout.api.InvalidValueException;
import org.gridrollout.api.spi.VersionScheme;

/** Finds version schemes by the names that hosts write into their configuration. */
public final class VersionSchemes {

    private static final List<VersionScheme> BUILT_IN = List.of(
            new RpmVersionScheme(), new DebianVersionScheme(), new SemverVersionScheme(), new MavenVersionScheme());

    private VersionSchemes() {}

    /** {@code rpm}, {@code debian}, {@code semver} and {@code maven}, in this order. */
    public static List<VersionScheme> builtIn() {
        return BUILT_IN;
    }

    /**
     * The scheme of that name: a built-in one, or else the first that {@link ServiceLoader} finds with the thread's context
     * class loader.
     *
     * @throws InvalidValueException if there is none, with the names there are
     */
    public static VersionScheme named(String name) {
        return Stream.concat(BUILT_IN.stream(), hosts())
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new InvalidValueException(
                        "Version scheme '" + name + "'", List.of("is unknown; there are " + names())));
    }

    private static String names() {
        return Stream.concat(BUILT_IN.stream(), hosts())
                .map(VersionScheme::name)
                .distinct()
                .collect(Collectors.joining(", "));
    }

    private static Stream<VersionScheme> hosts() {
        return ServiceLoader.load(VersionScheme.class).stream().map(ServiceLoader.Provider::get);
    }
}
