/** Values, commands, events, SPIs and exceptions of Grid Rollout. */
module org.gridrollout.api {
    requires static org.immutables.value.annotations;
    requires static java.compiler;
    requires transitive org.jspecify;

    exports org.gridrollout.api;
    exports org.gridrollout.api.command;
    exports org.gridrollout.api.event;
    exports org.gridrollout.api.incident;
    exports org.gridrollout.api.notice;
    exports org.gridrollout.api.party;
    exports org.gridrollout.api.publication;
    exports org.gridrollout.api.registry;
    exports org.gridrollout.api.rollout;
    exports org.gridrollout.api.sla;
    exports org.gridrollout.api.software;
    exports org.gridrollout.api.spi;
    exports org.gridrollout.api.store;
    exports org.gridrollout.api.verdict;
}
