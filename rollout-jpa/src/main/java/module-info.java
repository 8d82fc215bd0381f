/** A {@code RolloutStore} on Jakarta Persistence. */
module org.gridrollout.jpa {
    requires transitive org.gridrollout.api;
    requires transitive jakarta.persistence;
    requires org.slf4j;
}
