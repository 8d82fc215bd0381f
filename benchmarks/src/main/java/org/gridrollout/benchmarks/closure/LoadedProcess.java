package org.gridrollout.benchmarks.closure;

import java.io.IOException;
import java.lang.ref.Reference;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Random;
import java.util.function.Supplier;
import org.gridrollout.core.closure.Closure;
import org.gridrollout.core.closure.ClosureDifference;
import org.gridrollout.core.closure.RootCause;
import org.gridrollout.core.closure.UniverseChange;

/** One JVM that loads the archive once and then decides again and again; prints what each took, a figure a line. */
public final class LoadedProcess {

    private static final double MILLI = 1e6;
    private static final int WARM_UPS = 5;
    private static final int PROMOTIONS = 1000;

    private LoadedProcess() {}

    /**
     * Runs it.
     *
     * @param arguments the index, and how often the whole is decided
     */
    public static void main(String[] arguments) throws IOException {
        long start = System.nanoTime();
        LoadedArchive.load(Path.of(arguments[0]), false);
        print("loading", (System.nanoTime() - start) / MILLI);
        LoadedArchive archive = LoadedArchive.load(Path.of(arguments[0]), true); // texts as well, to make promotions of
        heap(archive);
        double[] closures = new double[Integer.parseInt(arguments[1])];
        for (int i = -WARM_UPS; i < closures.length; i++) {
            double took = time(() -> Closure.of(archive.universe()));
            closures[Math.max(i, 0)] = took;
        }
        print("closure", median(closures));
        promote(archive);
    }

    private static void promote(LoadedArchive archive) {
        Closure closure = Closure.of(archive.universe());
        Promotions promotions = new Promotions(archive.packages(), new Random(1));
        for (int i = 0; i < PROMOTIONS; i++) {
            decide(closure, promotions.next());
        }
        double[] times = new double[PROMOTIONS];
        int refused = 0;
        int broken = 0;
        for (int i = 0; i < PROMOTIONS; i++) {
            UniverseChange promotion = promotions.next();
            int[] breaks = new int[1];
            times[i] = time(() -> breaks[0] = decide(closure, promotion));
            refused += breaks[0] > 0 ? 1 : 0;
            broken = Math.max(broken, breaks[0]);
        }
        print("promotion", median(times));
        print("worst", Arrays.stream(times).max().orElseThrow());
        print("refused", refused);
        print("broken", broken);
    }

    /** Decides and explains; how many packages the promotion breaks. */
    private static int decide(Closure closure, UniverseChange promotion) {
        ClosureDifference difference = closure.after(promotion);
        int broken = 0;
        for (RootCause each : difference.rootCauses()) {
            if (each.sentence().isEmpty()) {
                throw new IllegalStateException("nothing said of " + each.packages());
            }
            broken += each.packages().size();
        }
        return broken;
    }

    private static double time(Supplier<?> work) {
        long start = System.nanoTime();
        Object result = work.get();
        try {
            return (System.nanoTime() - start) / MILLI;
        } finally {
            Reference.reachabilityFence(result);
        }
    }

    private static void heap(LoadedArchive archive) {
        Runtime runtime = Runtime.getRuntime();
        try {
            for (int i = 0; i < 3; i++) {
                runtime.gc();
            }
            print("heap", (runtime.totalMemory() - runtime.freeMemory()) / 1e6);
        } finally {
            Reference.reachabilityFence(archive);
        }
    }

    private static double median(double[] times) {
        double[] sorted = times.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private static void print(String name, double figure) {
        System.out.printf(Locale.ROOT, "%s\t%.4f%n", name, figure);
    }
}
