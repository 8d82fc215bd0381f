package org.gridrollout.benchmarks.versions;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.gridrollout.benchmarks.versions.KnownOrder.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KnownOrderTest {

    @Test
    void fallsBackToTheTableItCarries(@TempDir Path nothingShared) throws IOException {
        assertThat(KnownOrder.table(nothingShared)).isEqualTo(KnownOrder.carried());
    }

    @Test
    void ourSchemeGetsTheCarriedTableRight() {
        assertThat(KnownOrder.carried().rows()).hasSizeGreaterThan(20);
        assertThat(KnownOrder.carried().shareRightByUs()).isEqualTo(1);
    }

    @Test
    void countsWhatAPeerGetsWrongAndWhatItCannotRead() {
        KnownOrder order = new KnownOrder(
                "three", List.of(new Row("1.0.0", "2.0.0", -1), new Row("2.0.0", "1.0.0", -1), new Row("1~", "1", -1)));
        assertThat(order.shareReadableBy(Peer.SEMVER)).isEqualTo(2.0 / 3);
        assertThat(order.shareRightBy(Peer.SEMVER)).isEqualTo(1.0 / 3);
    }

    @Test
    void measuresTheSamePairsInEveryRun() {
        assertThat(ReleasePairs.all()).usingRecursiveComparison().isEqualTo(ReleasePairs.all());
    }
}
