/** A {@code RolloutStore} on Jakarta Persistence. */
module org.gridrollout.jpa {
    requires transitive org.gridrollout.api;
    requires transitive jakarta.persistence;
    requires java.sql;
    requires org.slf4j;
    requires static org.immutables.value.annotations;

    exports org.gridrollout.jpa;

    // Migration tools find the scripts on the module path, too.
    opens org.gridrollout.jpa.schema.h2;
    opens org.gridrollout.jpa.schema.mariadb;
    opens org.gridrollout.jpa.schema.postgresql;
}
