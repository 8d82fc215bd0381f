package org.gridrollout.core.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Optional;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.gridrollout.api.command.RolloutCommand.Promote;
import org.gridrollout.api.incident.Criticality;
import org.gridrollout.api.rollout.RolloutState;
import org.gridrollout.api.software.ReleaseId;
import org.gridrollout.api.software.Stage;
import org.gridrollout.api.spi.PackageRepository;
import org.gridrollout.api.spi.RepositoryException;
import org.gridrollout.core.engine.RoleAuthorizer;
import org.gridrollout.core.memory.InMemoryBaseRepositories;
import org.gridrollout.core.memory.InMemoryPackageRepository;
import org.gridrollout.core.policy.RolloutPolicy;
import org.junit.jupiter.api.Test;

/** Releases that go to production together. */
class JointPromotionTest {

    private boolean unreachable;

    private final InMemoryPackageRepository behind = new InMemoryPackageRepository();
    private final PackageRepository repository = (PackageRepository) Proxy.newProxyInstance(
            getClass().getClassLoader(), new Class<?>[] {PackageRepository.class}, (proxy, method, arguments) -> {
                if (unreachable) {
                    throw new RepositoryException("no route to host");
                }
                try {
                    return method.invoke(behind, arguments);
                } catch (InvocationTargetException e) {
                    throw e.getCause();
                }
            });

    @Test
    void takeTheRightToPromoteEachOfThem() {
        RoleAuthorizer usual = new RoleAuthorizer();
        Infrastructure grid = new Infrastructure(parts -> parts.authorizer((command, product) ->
                command instanceof Promote && product.orElseThrow().id().value().equals("cream")
                        ? Optional.of("CREAM is promoted by others.")
                        : usual.refusal(command, product)));
        ReleaseId canl = grid.product("canl-java").good(grid.contribute("canl-java", "2.0"));
        ReleaseId cream = grid.product("cream").good(grid.contribute("cream", "2.0"));

        assertThat(grid.refusal(new Promote(canl, Set.of(cream), Infrastructure.MU))
                        .inWords())
                .isEqualTo("CREAM is promoted by others.");
        assertThat(grid.state(canl)).isEqualTo(RolloutState.GOOD);
    }

    @Test
    void stayOutIfOneOfThemTurnsOutToBeFaultyBeforeClientsSeeThem() {
        Infrastructure grid = new Infrastructure(repository, parts -> parts);
        ReleaseId canl = grid.product("canl-java").good(grid.contribute("canl-java", "2.0"));
        ReleaseId cream = grid.product("cream").good(grid.contribute("cream", "2.0"));
        unreachable = true;
        inVain(() -> grid.does(new Promote(canl, Set.of(cream), Infrastructure.MU)));
        inVain(() -> grid.file(cream, "GGUS-1", Infrastructure.CERN));
        inVain(() -> grid.decide(cream, "GGUS-1", Criticality.CRITICAL));
        unreachable = false;

        grid.engine.sweep();

        assertThat(grid.offered(Stage.PRODUCTION)).isEmpty();
        assertThat(grid.state(canl)).isEqualTo(RolloutState.GOOD);
        assertThat(grid.state(cream)).isEqualTo(RolloutState.REJECTED);
    }

    @Test
    void orAloneWaitWhereTheRepositoryCannotBeAskedWhileIncidentsAreFiledAllTheSame() {
        Infrastructure grid = new Infrastructure(
                repository,
                parts -> parts.base(new InMemoryBaseRepositories())
                        .policy(RolloutPolicy.STANDARD.withPromotion(RolloutPolicy.Promotion.AUTOMATIC)));
        ReleaseId canl = grid.product("canl-java").contribute("canl-java", "2.0");
        grid.announce(canl);
        unreachable = true;

        grid.file(canl, "GGUS-1", Infrastructure.CERN);

        assertThat(grid.rollout(canl).undecidedIncidents()).hasSize(1);
        assertThat(grid.engine.explain(canl).findings())
                .anyMatch(each -> each.sentence().contains("no route to host"));
    }

    /** It is on record; only carrying it out has to wait. */
    private static void inVain(ThrowingCallable deed) {
        assertThatThrownBy(deed).isInstanceOf(RepositoryException.class);
    }
}
