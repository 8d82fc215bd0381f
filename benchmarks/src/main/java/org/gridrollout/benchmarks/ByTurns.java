package org.gridrollout.benchmarks;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Does pieces of work by turns in this process, every second round backwards, so that a machine that gets slower or busier
 * in between disturbs all of them alike. For work of milliseconds and more, and for processes; {@link AlternatingRun} is for
 * the rest.
 */
public final class ByTurns {

    private static final double NANOS_PER_MILLI = 1e6;

    private final List<Piece> pieces = new ArrayList<>();

    private record Piece(String name, Work preparation, Work work) {}

    /** Adds work that needs no preparation. */
    public ByTurns add(String name, Work work) {
        return add(name, round -> {}, work);
    }

    /** Adds work; the preparation is not timed. */
    public ByTurns add(String name, Work preparation, Work work) {
        pieces.add(new Piece(name, preparation, work));
        return this;
    }

    /**
     * Does everything {@code warmUps + rounds} times.
     *
     * @return the median of each piece's rounds, in milliseconds
     */
    public Map<String, Double> medianMillis(int warmUps, int rounds) throws IOException {
        Map<String, List<Double>> millis = new LinkedHashMap<>();
        List<Piece> order = new ArrayList<>(pieces);
        for (int round = 0; round < warmUps + rounds; round++) {
            for (Piece each : order) {
                each.preparation().run(round);
                long start = System.nanoTime();
                each.work().run(round);
                double took = (System.nanoTime() - start) / NANOS_PER_MILLI;
                if (round >= warmUps) {
                    millis.computeIfAbsent(each.name(), name -> new ArrayList<>())
                            .add(took);
                }
            }
            Collections.reverse(order);
        }
        Map<String, Double> medians = new LinkedHashMap<>();
        millis.forEach((name, all) -> medians.put(name, Median.of(all)));
        return medians;
    }

    /** What is done in a round. */
    @FunctionalInterface
    public interface Work {
        /**
         * Does it once.
         *
         * @param round counts from 0, warm-ups included
         */
        void run(int round) throws IOException;
    }
}
