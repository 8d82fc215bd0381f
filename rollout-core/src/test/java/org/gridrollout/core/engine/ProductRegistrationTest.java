package org.gridrollout.core.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gridrollout.core.engine.SmallGrid.CERN;
import static org.gridrollout.core.engine.SmallGrid.EL9;
import static org.gridrollout.core.engine.SmallGrid.MU;
import static org.gridrollout.core.engine.SmallGrid.TEAM;
import static org.gridrollout.core.engine.SmallGrid.VOMS;

import java.util.Set;
import org.gridrollout.api.command.RegistryCommand.RegisterProduct;
import org.gridrollout.api.party.TeamId;
import org.gridrollout.api.registry.Product;
import org.gridrollout.api.software.ProductId;
import org.junit.jupiter.api.Test;

/** Whose a component is. */
class ProductRegistrationTest {

    private static final ProductId MYPROXY = ProductId.of("myproxy");

    private final SmallGrid grid = new SmallGrid();

    @Test
    void componentBelongsToOneProduct() {
        assertThat(grid.refusal(register(MYPROXY, "voms-clients", "voms", "myproxy")))
                .contains("voms is a component of voms already.")
                .contains("voms-clients is a component of voms already.");
    }

    @Test
    void componentThatAProductGivesUpIsFreeForAnother() {
        grid.accept(register(VOMS, "voms"));
        grid.accept(register(MYPROXY, "voms-clients"));
        assertThat(grid.refusal(register(VOMS, "voms", "voms-clients")))
                .isEqualTo("voms-clients is a component of myproxy already.");
    }

    @Test
    void productKeepsItsOwnComponentsAndItsEnrolments() {
        grid.accept(register(VOMS, "voms", "voms-clients", "voms-admin"));
        assertThat(new Ledger(grid.store).product(VOMS).value().orElseThrow().enrolment(CERN))
                .isPresent();
        assertThat(new Components(grid.store).owner("voms-admin")).contains(VOMS);
    }

    @Test
    void registeringTheSameAgainChangesNothing() {
        long position = grid.store.head().position();
        grid.accept(register(VOMS, "voms-clients", "voms"));
        assertThat(grid.store.head().position()).isEqualTo(position);
    }

    @Test
    void componentThatIsNamedLaterCountsFromItsNextChange() {
        grid.report(CERN, "voms-admin", "1.0");
        grid.accept(register(VOMS, "voms", "voms-clients", "voms-admin"));
        grid.report(CERN, "voms-admin", "1.0");
        assertThat(grid.floor()).isEmpty();
        grid.report(CERN, "voms-admin", "1.1");
        assertThat(grid.floor()).isEqualTo(SmallGrid.versions("voms-admin", "1.1"));
    }

    @Test
    void productIsReadAsItWasRegistered() {
        Product product = new Product(VOMS, TeamId.of("others"), Set.of("voms")).withPlatforms(Set.of(EL9));
        grid.accept(new RegisterProduct(product, MU));
        assertThat(new Ledger(grid.store).product(VOMS).value().orElseThrow().product())
                .isEqualTo(product);
    }

    private static RegisterProduct register(ProductId id, String... components) {
        return new RegisterProduct(new Product(id, TEAM, Set.of(components)), MU);
    }
}
