package org.gridrollout.benchmarks.lifecycle;

/** A library whose state machine is measured beside ours. */
enum Peer {
    STATELESS4J("stateless4j", "stateless4j"),
    SQUIRREL("squirrel-foundation", "squirrel"),
    COLA("COLA statemachine", "cola"),
    SPRING("Spring Statemachine", "spring");

    final String title;

    /** The method of {@link FiveTransitions} that measures it. */
    final String method;

    Peer(String title, String method) {
        this.title = title;
        this.method = method;
    }

    /** A new machine of that library. */
    Machine machine() {
        return switch (this) {
            case STATELESS4J -> new Stateless4jMachine();
            case SQUIRREL -> new SquirrelMachine();
            case COLA -> new ColaMachine();
            case SPRING -> new SpringMachine();
        };
    }
}
