/** The lifecycle, versions, rules and engine of Grid Rollout. */
module org.gridrollout.core {
    requires transitive org.gridrollout.api;
    requires com.google.common;
    requires org.slf4j;
    requires jakarta.json;
    requires static org.immutables.value.annotations;
    requires static java.compiler;

    exports org.gridrollout.core.engine;
    exports org.gridrollout.core.lifecycle;
    exports org.gridrollout.core.memory;
    exports org.gridrollout.core.policy;
    exports org.gridrollout.core.rule;
    exports org.gridrollout.core.sla;
    exports org.gridrollout.core.version;
    exports org.gridrollout.core.whatif;

    provides org.gridrollout.api.spi.VersionScheme with
            org.gridrollout.core.version.RpmVersionScheme;
}
