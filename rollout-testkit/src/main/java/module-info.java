/** Contracts, arbitraries and simulation for authors of rules and backends. */
module org.gridrollout.testkit {
    requires transitive org.gridrollout.api;
    requires transitive org.gridrollout.core;
    requires transitive org.junit.jupiter.api;
    requires transitive net.jqwik.api;
    requires transitive org.assertj.core;
    requires static org.immutables.value.annotations;

    exports org.gridrollout.testkit.closure;
    exports org.gridrollout.testkit.contract;
    exports org.gridrollout.testkit.faults;
    exports org.gridrollout.testkit.rpm;
    exports org.gridrollout.testkit.simulation;
}
