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

class RpmVersionProperties extends VersionSchemeLaws {

    RpmVersionProperties() {
        super(new RpmVersionScheme());
    }

    @Override
    Arbitrary<Evr> legal() {
        return VersionArbitraries.evrs();
    }

    @Property(tries = 5000)
    void turningThePairTurnsTheSignOfAnyTexts(@ForAll("wildEvrs") Evr left, @ForAll("wildEvrs") Evr right) {
        assertThat(sign(left, right)).isEqualTo(-sign(right, left));
    }

    @Property(tries = 5000)
    void theOrderOfAnyTextsIsTransitive(
            @ForAll("texts") String a, @ForAll("texts") String b, @ForAll("texts") String c) {
        List<String> sorted =
                Stream.of(a, b, c).sorted(RpmVersionScheme::rpmvercmp).toList();
        int low = rpmvercmp(sorted.get(0), sorted.get(1));
        int high = rpmvercmp(sorted.get(1), sorted.get(2));
        assertThat(rpmvercmp(sorted.get(0), sorted.get(2))).isEqualTo(Math.min(low, high));
    }

    @Property
    void aSpellingIsAsGoodAsAnother(@ForAll("versions") String version, @ForAll("texts") String other) {
        String respelled = "_" + version.replaceAll("([0-9]+)", "00$1").replace(".", "+_") + ".";
        assertThat(rpmvercmp(version, respelled)).isZero();
        assertThat(rpmvercmp(respelled, other)).isEqualTo(rpmvercmp(version, other));
    }

    @Property
    void theNextVersionIsStrictlyHigherOverAnyTexts(@ForAll("wildEvrs") Evr floor) {
        assertThat(scheme.compare(scheme.next(floor), floor)).isPositive();
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
