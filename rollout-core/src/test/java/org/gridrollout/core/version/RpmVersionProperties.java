package org.gridrollout.core.version;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gridrollout.core.version.RpmVersionScheme.rpmvercmp;

import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.gridrollout.api.software.Evr;

class RpmVersionProperties {

    private final RpmVersionScheme scheme = new RpmVersionScheme();

    @Property
    void everyVersionEqualsItself(@ForAll("wildEvrs") Evr evr) {
        assertThat(scheme.compare(evr, evr)).isZero();
    }

    @Property(tries = 5000)
    void turningThePairTurnsTheSign(@ForAll("wildEvrs") Evr left, @ForAll("wildEvrs") Evr right) {
        assertThat(Integer.signum(scheme.compare(left, right))).isEqualTo(-Integer.signum(scheme.compare(right, left)));
    }

    @Property(tries = 5000)
    void theOrderIsTransitive(@ForAll("texts") String a, @ForAll("texts") String b, @ForAll("texts") String c) {
        List<String> sorted =
                Stream.of(a, b, c).sorted(RpmVersionScheme::rpmvercmp).toList();
        int low = rpmvercmp(sorted.get(0), sorted.get(1));
        int high = rpmvercmp(sorted.get(1), sorted.get(2));
        assertThat(rpmvercmp(sorted.get(0), sorted.get(2))).isEqualTo(Math.min(low, high));
    }

    @Property(tries = 5000)
    void fullVersionsAreTransitiveToo(@ForAll("evrs") Evr a, @ForAll("evrs") Evr b, @ForAll("evrs") Evr c) {
        List<Evr> sorted = Stream.of(a, b, c).sorted(scheme).toList();
        int low = Integer.signum(scheme.compare(sorted.get(0), sorted.get(1)));
        int high = Integer.signum(scheme.compare(sorted.get(1), sorted.get(2)));
        assertThat(Integer.signum(scheme.compare(sorted.get(0), sorted.get(2)))).isEqualTo(Math.min(low, high));
    }

    @Property
    void aSpellingIsAsGoodAsAnother(@ForAll("versions") String version, @ForAll("texts") String other) {
        String respelled = "_" + version.replaceAll("([0-9]+)", "00$1").replace(".", "+_") + ".";
        assertThat(rpmvercmp(version, respelled)).isZero();
        assertThat(rpmvercmp(respelled, other)).isEqualTo(rpmvercmp(version, other));
    }

    @Property
    void theNextVersionIsStrictlyHigher(@ForAll("wildEvrs") Evr floor) {
        assertThat(scheme.compare(scheme.next(floor), floor)).isPositive();
    }

    @Property
    void theNextVersionOfALegalOneIsLegal(@ForAll("evrs") Evr floor) {
        Evr next = scheme.next(floor);
        assertThat(scheme.parse(next.toString())).isEqualTo(next);
    }

    @Property
    void whatIsPrintedIsReadBackAsItWas(@ForAll("evrs") Evr evr) {
        assertThat(scheme.parse(evr.toString())).isEqualTo(evr);
    }

    @Provide
    Arbitrary<Evr> evrs() {
        return VersionArbitraries.evrs();
    }

    @Provide
    Arbitrary<Evr> wildEvrs() {
        return VersionArbitraries.wildEvrs();
    }

    @Provide
    Arbitrary<String> versions() {
        return VersionArbitraries.versions();
    }

    @Provide
    Arbitrary<String> texts() {
        return VersionArbitraries.texts();
    }
}
