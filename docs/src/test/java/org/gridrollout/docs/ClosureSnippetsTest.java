package org.gridrollout.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.gridrollout.api.software.Capability;
import org.gridrollout.api.software.Evr;
import org.gridrollout.api.software.Nevra;
import org.gridrollout.api.software.PackageRef;
import org.gridrollout.api.software.Sha256;
import org.gridrollout.api.software.SoftwarePackage;
import org.gridrollout.core.closure.Closure;
import org.gridrollout.core.closure.ClosureDifference;
import org.gridrollout.core.closure.Member;
import org.gridrollout.core.closure.Origin;
import org.gridrollout.core.closure.RootCause;
import org.gridrollout.core.closure.Universe;
import org.gridrollout.core.closure.UniverseChange;
import org.gridrollout.core.closure.naive.NaiveClosure;
import org.gridrollout.core.closure.rpm.RpmEcosystem;
import org.junit.jupiter.api.Test;

/** The snippets of the page on closure. */
class ClosureSnippetsTest {

    private final List<String> shown = new ArrayList<>();

    @Test
    void aPromotionIsDecidedAndExplained() {
        List<SoftwarePackage> base = List.of(pack("glibc", "2.34", List.of(), List.of()));
        SoftwarePackage old = pack("gsoap", "2.7", List.of("libgsoap.so.1"), List.of("glibc"));
        SoftwarePackage promoted = pack("gsoap", "2.8", List.of("libgsoap.so.2"), List.of("glibc"));
        SoftwarePackage srm = pack("srm", "1.0", List.of(), List.of("libgsoap.so.1"));
        List<SoftwarePackage> production = List.of(old, srm);
        // snippet:closure
        RpmEcosystem rpm = RpmEcosystem.on("x86_64").withSeveralVersionsOf(Set.of("kernel"));
        Universe universe = Universe.builder(rpm)
                .addAll(rpm.read(base, Origin.BASE))
                .addAll(rpm.read(production, Origin.REPOSITORY))
                .build();
        Closure closure = Closure.of(universe); // once; what follows costs what the change affects

        UniverseChange promotion = new UniverseChange(
                rpm.read(List.of(promoted), Origin.REPOSITORY), List.of(Member.of(old.ref(), Origin.REPOSITORY)));
        ClosureDifference difference = closure.after(promotion);
        for (RootCause cause : difference.rootCauses()) { // empty if the promotion breaks nothing
            show(cause.sentence());
        }
        Closure next = difference.holds() ? difference.after() : closure;
        // end
        assertThat(next).isSameAs(closure);
        assertThat(shown)
                .containsExactly("srm-1.0-1.el9.x86_64 cannot be installed: srm-1.0-1.el9.x86_64 needs libgsoap.so.1,"
                        + " which nobody provides (after gsoap-2.7-1.el9.x86_64 went).");
    }

    @Test
    void aSecondOpinionIsAtHand() {
        RpmEcosystem rpm = RpmEcosystem.on("x86_64");
        SoftwarePackage srm = pack("srm", "1.0", List.of(), List.of("libgsoap.so.1"));
        List<SoftwarePackage> packages = List.of(srm);
        // snippet:closure-second-opinion
        List<PackageRef> broken = NaiveClosure.of(rpm, packages).broken();
        // end
        assertThat(broken).containsExactly(srm.ref());
    }

    private void show(String text) {
        shown.add(text);
    }

    private static SoftwarePackage pack(String name, String version, List<String> provides, List<String> requires) {
        return new SoftwarePackage(
                new Nevra(name, Evr.of(version, "1.el9"), "x86_64"),
                new Sha256("%064x".formatted((name + version).hashCode() & 0xFFFF_FFFFL)),
                1,
                name,
                "",
                provides.stream().map(Capability::of).toList(),
                requires.stream().map(Capability::of).toList(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty());
    }
}
