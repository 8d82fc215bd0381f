package org.gridrollout.core.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.gridrollout.api.InvalidValueException;

class ShareProperties {

    @Property
    void onlyTheWholeReadsAsHundredPercent(
            @ForAll @LongRange(min = 1, max = 1_000_000) long whole,
            @ForAll @LongRange(min = 0, max = 1_000_000) long less) {
        long part = Math.max(0, whole - less);
        assertThat(new Share(part, whole).inPercent().equals("100.0 %")).isEqualTo(part == whole);
    }

    @Property
    void shareLiesFromNoneToAll(
            @ForAll @LongRange(min = 0, max = 1_000) long part, @ForAll @LongRange(min = 0, max = 1_000) long rest) {
        Share share = new Share(part, part + rest);
        assertThat(share.isDefined()).isEqualTo(part + rest > 0);
        share.value().ifPresent(each -> assertThat(each).isBetween(0.0, 1.0));
    }

    @Example
    void shareOfNothingIsNeitherNoneNorAll() {
        assertThat(new Share(0, 0).value()).isEmpty();
        assertThat(new Share(0, 0)).hasToString("undefined");
    }

    @Example
    void moreThanTheWholeIsRefused() {
        assertThatThrownBy(() -> new Share(2, 1))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("was 2 of 1");
    }
}
