package org.gridrollout.filesystem.yum;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gridrollout.api.software.Capability;
import org.gridrollout.filesystem.rpm.RpmMetadata;

/** Which of a package's requirements are worth telling a client. */
final class Requirements {

    private final Set<Capability> own = new HashSet<>();
    private final Set<String> ownFiles = new HashSet<>();

    Requirements(RpmMetadata rpm) {
        rpm.provides().forEach(each -> own.add(withoutPre(each)));
        rpm.files().forEach(each -> ownFiles.add(each.path()));
    }

    /** Whether neither rpm itself nor the package provides it. */
    boolean tellSomething(Capability required) {
        String name = required.name();
        return !name.startsWith("rpmlib(")
                && !(PrimaryFiles.contains(name) && ownFiles.contains(name))
                && !own.contains(withoutPre(required));
    }

    /** Without repetitions, and of the libc symbol versions, which include each other, only the highest, at the end. */
    List<Capability> inOrder(List<Capability> all) {
        List<Capability> kept = new ArrayList<>();
        Map<String, Capability> lastOfName = new HashMap<>();
        Optional<Capability> libc = Optional.empty();
        for (Capability each : all) {
            if (!tellSomething(each) || each.equals(lastOfName.get(each.name()))) {
                continue;
            }
            if (each.name().startsWith("libc.so.6")) {
                libc = libc.filter(highest -> LibcVersion.of(highest).compareTo(LibcVersion.of(each)) >= 0)
                        .or(() -> Optional.of(each));
            } else {
                kept.add(each);
                lastOfName.put(each.name(), each);
            }
        }
        libc.ifPresent(kept::add);
        return kept;
    }

    private static Capability withoutPre(Capability capability) {
        return new Capability(capability.name(), capability.relation(), capability.version(), false);
    }
}
