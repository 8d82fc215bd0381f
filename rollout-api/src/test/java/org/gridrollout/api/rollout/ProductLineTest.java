package org.gridrollout.api.rollout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gridrollout.api.software.Evr;
import org.gridrollout.api.software.Platform;
import org.gridrollout.api.software.ProductId;
import org.junit.jupiter.api.Test;

class ProductLineTest {

    private static final Evr ONE = Evr.of("1", "1");

    @Test
    void sortsItsFloorByComponent() {
        assertThat(line(Map.of("c", ONE, "a", ONE, "b", ONE)).floor().keySet()).containsExactly("a", "b", "c");
    }

    @Test
    void keepsItsFloorWhenTheMapItWasMadeOfChanges() {
        Map<String, Evr> given = new HashMap<>(Map.of("a", ONE));
        ProductLine line = line(given);
        given.put("b", ONE);
        assertThat(line.floor()).containsOnlyKeys("a");
        assertThat(line.floor().get("a")).isEqualTo(ONE);
        assertThat(line.floor().get("b")).isNull();
    }

    @Test
    void letsNobodyChangeItsFloor() {
        Map<String, Evr> floor = line(Map.of("a", ONE)).floor();
        assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(() -> floor.put("b", ONE));
        assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(floor::clear);
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> floor.entrySet().iterator().next().setValue(Evr.of("2", "1")));
    }

    @Test
    void equalsALineWithTheSameFloor() {
        ProductLine line = line(Map.of("a", ONE));
        assertThat(line).isEqualTo(line(new HashMap<>(Map.of("a", ONE)))).hasSameHashCodeAs(line(line.floor()));
        assertThat(line.floor()).isEqualTo(Map.of("a", ONE));
    }

    private static ProductLine line(Map<String, Evr> floor) {
        return new ProductLine(
                ProductId.of("voms"), Platform.parse("el9/x86_64"), floor, List.of(), Optional.empty(), List.of());
    }
}
