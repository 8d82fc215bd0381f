package org.gridrollout.core.version;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import org.gridrollout.api.software.Evr;

class SemverVersionProperties extends VersionSchemeLaws {

    SemverVersionProperties() {
        super(new SemverVersionScheme());
    }

    @Override
    Arbitrary<Evr> legal() {
        return SemverArbitraries.evrs();
    }

    @Property
    void anyNumberIsLowerThanAnyWord(@ForAll @BigRange(min = "0", max = "99999999999999999999") BigInteger number) {
        Evr lower = scheme.parse("1.0.0-" + number);
        assertThat(List.of("-", "-1", "0a", "00-", "A"))
                .allSatisfy(word -> assertThat(scheme.compare(lower, scheme.parse("1.0.0-" + word)))
                        .isNegative());
    }

    @Property
    void numbersOfAnyLengthSortAsNumbers(
            @ForAll @BigRange(min = "0", max = "99999999999999999999") BigInteger left,
            @ForAll @BigRange(min = "0", max = "99999999999999999999") BigInteger right) {
        assertThat(sign(scheme.parse("1." + left + ".0"), scheme.parse("1." + right + ".0")))
                .isEqualTo(left.compareTo(right));
        assertThat(sign(scheme.parse("1.0.0-" + left), scheme.parse("1.0.0-" + right)))
                .isEqualTo(left.compareTo(right));
    }

    @Property
    void buildMetadataDoesNotCount(@ForAll("legal") Evr version) {
        Evr without = scheme.parse(version.version().replaceAll("\\+.*", ""));
        assertThat(scheme.compare(version, without)).isZero();
    }

    @Property
    void theNextOfAPreReleaseIsStillLowerThanItsRelease(@ForAll("legal") Evr floor) {
        Evr release = Evr.of(floor.version().replaceAll("[-+].*", ""), "");
        if (scheme.compare(floor, release) < 0) {
            assertThat(scheme.compare(scheme.next(floor), release)).isNegative();
        } else {
            assertThat(scheme.next(floor).version()).doesNotContain("-");
        }
    }
}
