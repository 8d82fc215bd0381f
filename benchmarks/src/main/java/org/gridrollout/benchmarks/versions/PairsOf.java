package org.gridrollout.benchmarks.versions;

import java.util.List;
import java.util.function.Function;

/** The pairs as one peer reads them, so that a benchmark measures comparing and nothing else. */
record PairsOf<T>(List<T> left, List<T> right) {

    static <T> PairsOf<T> readBy(Function<String, T> reader) {
        List<String[]> pairs = ReleasePairs.all();
        return new PairsOf<>(
                pairs.stream().map(pair -> reader.apply(pair[0])).toList(),
                pairs.stream().map(pair -> reader.apply(pair[1])).toList());
    }
}
