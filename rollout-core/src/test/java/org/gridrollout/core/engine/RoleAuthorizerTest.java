package org.gridrollout.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.gridrollout.api.command.Command;
import org.gridrollout.api.command.RolloutCommand;
import org.gridrollout.core.codec.Documents;
import org.gridrollout.core.memory.InMemoryPackageRepository;
import org.gridrollout.core.memory.InMemoryRolloutStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Who may what: every command, every kind of speaker. */
class RoleAuthorizerTest {

    private final RoleAuthorizer authorizer = new RoleAuthorizer();

    static List<CommandTable.Row> rows() {
        return CommandTable.rows();
    }

    @Test
    void everyCommandThereIsHasARow() {
        assertThat(rows().stream().<Class<?>>map(CommandTable.Row::type))
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(commands(Command.class).toList());
    }

    @ParameterizedTest
    @MethodSource("rows")
    void exactlyThoseOfTheTableMay(CommandTable.Row row) {
        Set<Speaker> may = EnumSet.noneOf(Speaker.class);
        for (Speaker each : Speaker.values()) {
            Command command = row.example().apply(each.actor());
            if (authorizer.refusal(command, Optional.of(CommandTable.PRODUCT)).isEmpty()) {
                may.add(each);
            }
        }
        assertThat(may).isEqualTo(row.may());
    }

    /** Nobody's product is contributed by nobody's team. */
    @Test
    void ofAnUnknownProductOnlyTheMiddlewareUnitContributes() {
        for (CommandTable.Row row : rows()) {
            if (row.may().contains(Speaker.ITS_TEAM) && !row.may().contains(Speaker.ANOTHER_TEAM)) {
                Command byTeam = row.example().apply(Speaker.ITS_TEAM.actor());
                assertThat(authorizer.refusal(byTeam, Optional.empty())).isPresent();
                Command byMiddlewareUnit = row.example().apply(Speaker.MU.actor());
                assertThat(authorizer.refusal(byMiddlewareUnit, Optional.empty()))
                        .isEmpty();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("rows")
    void whateverAuthorizerThereIsNobodySpeaksForTheEngine(CommandTable.Row row) {
        RolloutEngine permissive = RolloutEngine.builder()
                .store(new InMemoryRolloutStore())
                .repository(new InMemoryPackageRepository())
                .authorizer((command, product) -> Optional.empty())
                .build();
        boolean forEngineOnly = row.may().isEmpty();
        for (Speaker each : forEngineOnly ? Speaker.values() : new Speaker[] {Speaker.ENGINE}) {
            Outcome outcome = permissive.execute(row.example().apply(each.actor()));
            assertThat(outcome).isInstanceOf(Outcome.Refused.class);
            assertThat(((Outcome.Refused) outcome).verdict().inWords()).contains("Nobody can speak for the engine");
        }
    }

    @ParameterizedTest
    @MethodSource("rows")
    void whatIsJournalledReadsBackAsTheSameCommand(CommandTable.Row row) {
        for (Speaker each : Speaker.values()) {
            Command command = row.example().apply(each.actor());
            String text = Documents.write(Command.class, command);
            assertThat(Documents.read(Command.class, text)).isEqualTo(command);
            assertThat(text).startsWith("{\"type\":\"" + row + "\"");
        }
    }

    /** The journal tells commands by their simple names. */
    @Test
    void noTwoCommandsShareAName() {
        assertThat(commands(Command.class).map(Class::getSimpleName)).doesNotHaveDuplicates();
        assertThat(commands(RolloutCommand.class)).isNotEmpty();
    }

    private static Stream<Class<?>> commands(Class<?> family) {
        return family.isSealed()
                ? Arrays.stream(family.getPermittedSubclasses()).flatMap(RoleAuthorizerTest::commands)
                : Stream.of(family);
    }
}
