package org.gridrollout.core.version;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.gridrollout.api.software.Evr;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Random pairs against the real dpkg. Repeat a failure with {@code -Dgridrollout.seed=...}. */
@Tag("interop")
class DpkgInteropTest {

    private static final int PAIRS = 100_000;
    private static final int ASKED_ALONE = 200;
    private static final long SEED = Long.getLong("gridrollout.seed", System.nanoTime());

    private final DebianVersionScheme scheme = new DebianVersionScheme();

    @TempDir
    Path directory;

    @BeforeAll
    static void needsDpkg() {
        DpkgTool.assumePresent();
    }

    @Test
    void ordersVersionsAsDpkgDoes() throws Exception {
        List<Evr[]> pairs = pairs(PAIRS);
        List<Integer> verdicts = DpkgTool.verdicts(pairs, directory);
        List<String> differences = new ArrayList<>();
        for (int i = 0; i < PAIRS; i++) {
            Evr left = pairs.get(i)[0];
            Evr right = pairs.get(i)[1];
            int sign = Integer.signum(scheme.compare(scheme.parse(left.toString()), scheme.parse(right.toString())));
            if (sign != verdicts.get(i)) {
                differences.add("'%s' and '%s': dpkg says %d, we say %d".formatted(left, right, verdicts.get(i), sign));
            }
        }
        assertThat(differences).as("seed %d", SEED).isEmpty();
        assertThat(verdicts).as("the pairs are of every kind").contains(-1, 0, 1);
    }

    @Test
    void dpkgSaysTheSameWhenAskedForOnePairAlone() throws Exception {
        List<Evr[]> pairs = pairs(ASKED_ALONE);
        List<Integer> alone =
                pairs.stream().map(pair -> DpkgTool.verdict(pair[0], pair[1])).toList();
        assertThat(DpkgTool.verdicts(pairs, directory)).as("seed %d", SEED).isEqualTo(alone);
        assertThat(alone).as("the pairs are of every kind").contains(-1, 0, 1);
    }

    private static List<Evr[]> pairs(int count) {
        return Stream.generate(new HardDebianPairs(SEED)::next).limit(count).toList();
    }
}
