package org.gridrollout.core.version;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.gridrollout.api.software.Evr;

class DebianVersionProperties extends VersionSchemeLaws {

    DebianVersionProperties() {
        super(new DebianVersionScheme());
    }

    @Override
    Arbitrary<Evr> legal() {
        return DebianArbitraries.evrs();
    }

    @Property(tries = 5000)
    void theOrderOfAnyTextsIsTransitive(@ForAll String a, @ForAll String b, @ForAll String c) {
        List<String> sorted = Stream.of(a, b, c).sorted(DebianOrder::compare).toList();
        int low = DebianOrder.compare(sorted.get(0), sorted.get(1));
        int high = DebianOrder.compare(sorted.get(1), sorted.get(2));
        assertThat(DebianOrder.compare(sorted.get(0), sorted.get(2))).isEqualTo(Math.min(low, high));
    }

    @Property
    void leadingZerosDoNotCount(@ForAll("legal") Evr version, @ForAll("legal") Evr other) {
        Evr respelled = new Evr(version.epoch(), version.version().replaceAll("([0-9]+)", "00$1"), version.release());
        assertThat(scheme.compare(version, respelled)).isZero();
        assertThat(sign(respelled, other)).isEqualTo(sign(version, other));
    }

    @Property
    void anAbsentRevisionIsRevisionZero(@ForAll("legal") Evr version, @ForAll("legal") Evr other) {
        Evr absent = new Evr(version.epoch(), version.version(), "");
        Evr zero = new Evr(version.epoch(), version.version(), "0");
        assertThat(sign(absent, other)).isEqualTo(sign(zero, other));
    }
}
