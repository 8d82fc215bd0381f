package org.gridrollout.core.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.gridrollout.api.RolloutException;
import org.gridrollout.api.command.Command;
import org.gridrollout.api.command.SiteRegistryCommand.ReportVersions;
import org.gridrollout.api.party.Actor;
import org.gridrollout.api.registry.Inventory;
import org.gridrollout.api.spi.DeploymentSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes over what a source says, site by site; one that fails stops none of the others. */
final class InventoryReading {

    private static final Logger LOG = LoggerFactory.getLogger(InventoryReading.class);

    private final Function<Command, Outcome> engine;

    InventoryReading(Function<Command, Outcome> engine) {
        this.engine = engine;
    }

    InventoryReport read(DeploymentSource source, Actor actor) {
        List<String> failures = new ArrayList<>();
        List<Inventory> inventories = inventories(source, failures);
        for (Inventory each : inventories) {
            failure(each, actor).ifPresent(why -> failures.add(each.site() + " on " + each.platform() + ": " + why));
        }
        return new InventoryReport(inventories.size(), failures);
    }

    // A source is somebody else's code, often across a network: whatever it throws is its failure, not the engine's.
    private static List<Inventory> inventories(DeploymentSource source, List<String> failures) {
        try {
            return List.copyOf(source.read());
        } catch (RuntimeException e) {
            LOG.warn("Source {} could not be read", source.name(), e);
            failures.add(source.name() + " could not be read: " + e.getMessage());
            return List.of();
        }
    }

    private Optional<String> failure(Inventory inventory, Actor actor) {
        try {
            Outcome outcome = engine.apply(new ReportVersions(
                    inventory.site(),
                    inventory.platform(),
                    inventory.installed(),
                    Optional.of(inventory.observedAt()),
                    actor));
            return outcome instanceof Outcome.Refused refused
                    ? Optional.of(refused.verdict().inWords())
                    : Optional.empty();
        } catch (RolloutException e) {
            LOG.warn("What {} runs could not be taken over", inventory.site(), e);
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }
}
