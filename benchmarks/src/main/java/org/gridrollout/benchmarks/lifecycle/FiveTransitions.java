package org.gridrollout.benchmarks.lifecycle;

import java.util.concurrent.TimeUnit;
import org.gridrollout.api.event.EventType;
import org.gridrollout.api.rollout.RolloutState;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** One object led through five transitions. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class FiveTransitions {

    /** What everybody is given; not final, so that no compiler knows it. */
    @State(Scope.Thread)
    public static class Given {
        RolloutState start = Workflow.START;
        EventType[] events = Workflow.events();
    }

    /** Ours. */
    @State(Scope.Thread)
    public static class Ours {
        final OurTable machine = new OurTable();
    }

    /** stateless4j's. */
    @State(Scope.Thread)
    public static class Stateless4j {
        final Stateless4jMachine machine = new Stateless4jMachine();
    }

    /** squirrel-foundation's. */
    @State(Scope.Thread)
    public static class Squirrel {
        final SquirrelMachine machine = new SquirrelMachine();
    }

    /** COLA's. */
    @State(Scope.Thread)
    public static class Cola {
        final ColaMachine machine = new ColaMachine();
    }

    /** Spring's. */
    @State(Scope.Thread)
    public static class Spring {
        final SpringMachine machine = new SpringMachine();
    }

    @Benchmark
    public RolloutState ours(Given given, Ours ours) {
        return ours.machine.walk(given.start, given.events);
    }

    @Benchmark
    public RolloutState stateless4j(Given given, Stateless4j peer) {
        return peer.machine.walk(given.start, given.events);
    }

    @Benchmark
    public RolloutState squirrel(Given given, Squirrel peer) {
        return peer.machine.walk(given.start, given.events);
    }

    @Benchmark
    public RolloutState cola(Given given, Cola peer) {
        return peer.machine.walk(given.start, given.events);
    }

    @Benchmark
    public RolloutState spring(Given given, Spring peer) {
        return peer.machine.walk(given.start, given.events);
    }
}
