package org.gridrollout.core.closure.rpm;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which architectures' packages run where. Source: rpm's {@code rpmrc}, the {@code arch_compat} lines. */
final class RpmArchitectures {

    private static final String ANY = "noarch";
    private static final Map<String, Set<String>> COMPATIBLE = Map.of(
            "x86_64",
            Set.of("x86_64", "amd64", "em64t", "ia32e", "i386", "i486", "i586", "i686", "athlon", "geode"),
            "x86_64_v2",
            Set.of("x86_64_v2", "x86_64", "i386", "i486", "i586", "i686", "athlon"),
            "i686",
            Set.of("i386", "i486", "i586", "i686"),
            "s390x",
            Set.of("s390x", "s390"));

    private RpmArchitectures() {}

    static Set<String> runningOn(String arch) {
        Set<String> own = COMPATIBLE.getOrDefault(arch, Set.of(arch));
        return Stream.concat(own.stream(), Stream.of(ANY)).collect(Collectors.toUnmodifiableSet());
    }

    /** Whether one is of 32 bits and the other of 64; what is of no architecture is of both. */
    static boolean differInWidth(String one, String other) {
        return !one.equals(ANY) && !other.equals(ANY) && isWide(one) != isWide(other);
    }

    private static boolean isWide(String arch) {
        return arch.contains("64") || arch.equals("s390x") || arch.equals("alpha") || arch.equals("ia32e");
    }
}
