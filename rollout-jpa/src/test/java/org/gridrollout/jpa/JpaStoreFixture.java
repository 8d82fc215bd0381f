package org.gridrollout.jpa;

import jakarta.persistence.EntityManagerFactory;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.gridrollout.api.spi.RolloutStore;
import org.gridrollout.testkit.contract.StoreFixture;

/** Stores on databases of their own; reopening closes the factory and takes another. */
final class JpaStoreFixture implements StoreFixture {

    private record Opened(HostDatabase database, EntityManagerFactory factory) {}

    private final Map<RolloutStore, Opened> open = new HashMap<>();
    private final Supplier<HostDatabase> databases;
    private final Function<HostDatabase, EntityManagerFactory> opening;
    private final Function<EntityManagerFactory, RolloutStore> stores;

    JpaStoreFixture(
            Supplier<HostDatabase> databases,
            Function<HostDatabase, EntityManagerFactory> opening,
            Function<EntityManagerFactory, RolloutStore> stores) {
        this.databases = databases;
        this.opening = opening;
        this.stores = stores;
    }

    /** A prepared H2 database per store, by Hibernate. */
    static JpaStoreFixture on(Supplier<HostDatabase> databases) {
        return on(databases, "hibernate", RolloutSchema.h2());
    }

    static JpaStoreFixture on(Supplier<HostDatabase> databases, String unit, RolloutSchema schema) {
        return new JpaStoreFixture(
                () -> {
                    HostDatabase database = databases.get();
                    try (EntityManagerFactory factory = database.open(unit)) {
                        schema.create(factory);
                    }
                    return database;
                },
                database -> database.open(unit),
                JpaRolloutStore::on);
    }

    @Override
    public RolloutStore fresh() {
        return open(databases.get());
    }

    @Override
    public RolloutStore reopen(RolloutStore store) {
        Opened opened = open.remove(store);
        opened.factory().close();
        return open(opened.database());
    }

    private RolloutStore open(HostDatabase database) {
        EntityManagerFactory factory = opening.apply(database);
        RolloutStore store = stores.apply(factory);
        open.put(store, new Opened(database, factory));
        return store;
    }

    @Override
    public void close() {
        open.values().forEach(opened -> {
            opened.factory().close();
            opened.database().close();
        });
    }
}
