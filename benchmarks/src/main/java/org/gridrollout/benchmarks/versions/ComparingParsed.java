package org.gridrollout.benchmarks.versions;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.maven.artifact.versioning.ComparableVersion;
import org.eclipse.aether.util.version.GenericVersionScheme;
import org.eclipse.aether.version.InvalidVersionSpecificationException;
import org.eclipse.aether.version.Version;
import org.gridrollout.api.software.Evr;
import org.gridrollout.core.version.DebianVersionScheme;
import org.gridrollout.core.version.RpmVersionScheme;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** One comparison of versions that were read before. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@OperationsPerInvocation(ReleasePairs.COUNT)
public class ComparingParsed {

    /** Ours. */
    @State(Scope.Thread)
    public static class Ours {
        final RpmVersionScheme scheme = new RpmVersionScheme();
        final DebianVersionScheme debian = new DebianVersionScheme();
        final PairsOf<Evr> pairs = PairsOf.readBy(scheme::parse);
    }

    /** Maven's. */
    @State(Scope.Thread)
    public static class Maven {
        final PairsOf<ComparableVersion> pairs = PairsOf.readBy(ComparableVersion::new);
    }

    /** Maven Resolver's. */
    @State(Scope.Thread)
    public static class Resolver {
        final PairsOf<Version> pairs = PairsOf.readBy(text -> {
            try {
                return new GenericVersionScheme().parseVersion(text);
            } catch (InvalidVersionSpecificationException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    @Benchmark
    public int ours(Ours state) {
        List<Evr> left = state.pairs.left();
        List<Evr> right = state.pairs.right();
        int sum = 0;
        for (int i = 0; i < ReleasePairs.COUNT; i++) {
            sum += state.scheme.compare(left.get(i), right.get(i));
        }
        return sum;
    }

    /** Ours for Debian, on the same pairs: it orders any texts. */
    @Benchmark
    public int debian(Ours state) {
        List<Evr> left = state.pairs.left();
        List<Evr> right = state.pairs.right();
        int sum = 0;
        for (int i = 0; i < ReleasePairs.COUNT; i++) {
            sum += state.debian.compare(left.get(i), right.get(i));
        }
        return sum;
    }

    @Benchmark
    public int maven(Maven state) {
        return sum(state.pairs);
    }

    @Benchmark
    public int resolver(Resolver state) {
        return sum(state.pairs);
    }

    private static <T extends Comparable<? super T>> int sum(PairsOf<T> pairs) {
        List<T> left = pairs.left();
        List<T> right = pairs.right();
        int sum = 0;
        for (int i = 0; i < ReleasePairs.COUNT; i++) {
            sum += left.get(i).compareTo(right.get(i));
        }
        return sum;
    }
}
