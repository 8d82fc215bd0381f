package org.gridrollout.core.version;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.gridrollout.api.InvalidValueException;
import org.gridrollout.api.software.Evr;
import org.gridrollout.api.spi.VersionScheme;

/** What holds for every version scheme over its legal versions. */
abstract class VersionSchemeLaws {

    final VersionScheme scheme;

    VersionSchemeLaws(VersionScheme scheme) {
        this.scheme = scheme;
    }

    @Provide
    abstract Arbitrary<Evr> legal();

    @Property
    void everyVersionEqualsItself(@ForAll("legal") Evr evr) {
        assertThat(scheme.compare(evr, evr)).isZero();
    }

    @Property(tries = 5000)
    void turningThePairTurnsTheSign(@ForAll("legal") Evr left, @ForAll("legal") Evr right) {
        assertThat(sign(left, right)).isEqualTo(-sign(right, left));
    }

    @Property(tries = 10_000)
    void theOrderIsTransitive(@ForAll("legal") Evr a, @ForAll("legal") Evr b, @ForAll("legal") Evr c) {
        List<Evr> sorted = Stream.of(a, b, c).sorted(scheme).toList();
        int low = sign(sorted.get(0), sorted.get(1));
        int high = sign(sorted.get(1), sorted.get(2));
        assertThat(sign(sorted.get(0), sorted.get(2))).isEqualTo(Math.min(low, high));
    }

    @Property
    void whatIsPrintedIsReadBackAsItWas(@ForAll("legal") Evr evr) {
        assertThat(scheme.parse(evr.toString())).isEqualTo(evr);
    }

    @Property(tries = 5000)
    void theNextVersionIsLegalAndStrictlyHigher(@ForAll("legal") Evr floor) {
        isLegalAndHigher(scheme.next(floor), floor);
    }

    @Property(tries = 5000)
    void aReissueIsLegalAndStrictlyHigherWithinTheEpoch(@ForAll("legal") Evr a, @ForAll("legal") Evr b) {
        Evr floor = sign(a, b) >= 0 ? a : b;
        Evr content = floor == a ? b : a;
        Evr reissue = scheme.reissue(content, floor);
        isLegalAndHigher(reissue, floor);
        assertThat(reissue.epoch()).isEqualTo(floor.epoch());
        isLegalAndHigher(scheme.reissue(content, reissue), reissue);
        isLegalAndHigher(scheme.reissue(floor, reissue), reissue);
    }

    @Property
    void theHighestEpochIsLegalAndNoneAboveIt(@ForAll("legal") Evr evr) {
        assertThat(evr.epoch()).isLessThanOrEqualTo(scheme.maxEpoch());
        Evr highest = new Evr(scheme.maxEpoch(), evr.version(), evr.release());
        assertThat(scheme.parse(highest.toString())).isEqualTo(highest);
        assertThatThrownBy(() -> scheme.parse((scheme.maxEpoch() + 1) + ":" + evr.version()))
                .isInstanceOf(InvalidValueException.class);
    }

    int sign(Evr left, Evr right) {
        return Integer.signum(scheme.compare(left, right));
    }

    private void isLegalAndHigher(Evr evr, Evr floor) {
        assertThat(scheme.compare(evr, floor)).as("%s above %s", evr, floor).isPositive();
        assertThat(scheme.parse(evr.toString())).isEqualTo(evr);
    }
}
