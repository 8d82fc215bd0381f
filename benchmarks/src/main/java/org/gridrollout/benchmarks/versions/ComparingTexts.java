package org.gridrollout.benchmarks.versions;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.maven.artifact.versioning.ComparableVersion;
import org.eclipse.aether.util.version.GenericVersionScheme;
import org.eclipse.aether.version.InvalidVersionSpecificationException;
import org.eclipse.aether.version.VersionScheme;
import org.gridrollout.core.version.RpmVersionScheme;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Two texts read and compared: what a check costs that has nothing parsed at hand. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@OperationsPerInvocation(ReleasePairs.COUNT)
@State(Scope.Thread)
public class ComparingTexts {

    private final RpmVersionScheme scheme = new RpmVersionScheme();
    private final VersionScheme resolverScheme = new GenericVersionScheme();
    private final List<String[]> pairs = ReleasePairs.all();

    @Benchmark
    public int ours() {
        int sum = 0;
        for (String[] pair : pairs) {
            sum += scheme.compare(scheme.parse(pair[0]), scheme.parse(pair[1]));
        }
        return sum;
    }

    @Benchmark
    public int maven() {
        int sum = 0;
        for (String[] pair : pairs) {
            sum += new ComparableVersion(pair[0]).compareTo(new ComparableVersion(pair[1]));
        }
        return sum;
    }

    @Benchmark
    public int resolver() throws InvalidVersionSpecificationException {
        int sum = 0;
        for (String[] pair : pairs) {
            sum += resolverScheme.parseVersion(pair[0]).compareTo(resolverScheme.parseVersion(pair[1]));
        }
        return sum;
    }
}
