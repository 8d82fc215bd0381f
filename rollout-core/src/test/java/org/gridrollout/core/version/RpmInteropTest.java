package org.gridrollout.core.version;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.ToIntBiFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Random pairs against the real rpm. Repeat a failure with {@code -Dgridrollout.seed=...}. */
@Tag("interop")
class RpmInteropTest {

    private static final int PAIRS = 100_000;
    private static final long SEED = Long.getLong("gridrollout.seed", System.nanoTime());

    private final RpmVersionScheme scheme = new RpmVersionScheme();

    @TempDir
    Path directory;

    @BeforeAll
    static void needsRpm() {
        RpmTool.assumePresent();
    }

    @Test
    void ordersBareVersionsAsRpmDoes() throws Exception {
        agrees(new HardPairs(SEED)::next, RpmVersionScheme::rpmvercmp);
    }

    @Test
    void ordersFullVersionsAsRpmDoes() throws Exception {
        agrees(
                new HardPairs(SEED)::nextFull,
                (left, right) -> Integer.signum(scheme.compare(scheme.parse(left), scheme.parse(right))));
    }

    private void agrees(Supplier<String[]> source, ToIntBiFunction<String, String> ours) throws Exception {
        List<String[]> pairs = Stream.generate(source).limit(PAIRS).toList();
        List<Integer> verdicts = RpmTool.verdicts(pairs, directory);
        List<String> differences = new ArrayList<>();
        for (int i = 0; i < PAIRS; i++) {
            String[] pair = pairs.get(i);
            int sign = ours.applyAsInt(pair[0], pair[1]);
            if (sign != verdicts.get(i)) {
                differences.add(
                        "'%s' and '%s': rpm says %d, we say %d".formatted(pair[0], pair[1], verdicts.get(i), sign));
            }
        }
        assertThat(differences).as("seed %d", SEED).isEmpty();
        assertThat(verdicts).as("the pairs are of every kind").contains(-1, 0, 1);
    }
}
