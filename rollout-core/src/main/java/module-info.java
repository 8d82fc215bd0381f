/** The lifecycle, versions, rules and engine of Grid Rollout. */
module org.gridrollout.core {
    requires transitive org.gridrollout.api;
    requires com.google.common;
    requires org.slf4j;
    requires jakarta.json;
    requires static org.immutables.value.annotations;
    requires static java.compiler;
    requires static org.apache.maven.resolver;
    requires static org.apache.maven.resolver.util;

    exports org.gridrollout.core.closure;
    exports org.gridrollout.core.closure.debian;
    exports org.gridrollout.core.closure.naive;
    exports org.gridrollout.core.closure.rpm;
    exports org.gridrollout.core.coverage;
    exports org.gridrollout.core.engine;
    exports org.gridrollout.core.installability;
    exports org.gridrollout.core.evidence;
    exports org.gridrollout.core.journal;
    exports org.gridrollout.core.lifecycle;
    exports org.gridrollout.core.memory;
    exports org.gridrollout.core.metrics;
    exports org.gridrollout.core.policy;
    exports org.gridrollout.core.register;
    exports org.gridrollout.core.rule;
    exports org.gridrollout.core.sla;
    exports org.gridrollout.core.version;
    exports org.gridrollout.core.whatif;

    uses org.gridrollout.api.spi.VersionScheme;

    provides org.gridrollout.api.spi.VersionScheme with
            org.gridrollout.core.version.RpmVersionScheme,
            org.gridrollout.core.version.DebianVersionScheme,
            org.gridrollout.core.version.SemverVersionScheme,
            org.gridrollout.core.version.MavenVersionScheme;
}
