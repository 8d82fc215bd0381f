package org.gridrollout.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.gridrollout.core.lifecycle.Transition;
import org.gridrollout.core.lifecycle.TransitionTable;
import org.junit.jupiter.api.Test;

/** The architecture page shows the transition table as it is. */
class StateDiagramTest {

    private static final String BEGIN = "<!-- states:begin -->";
    private static final String END = "<!-- states:end -->";

    @Test
    void architecturePageShowsTheTransitionTable() throws IOException {
        Page page = Page.read(Page.ROOT.resolve("docs/architecture.md"));
        int begin = page.lines().indexOf(BEGIN);
        int end = page.lines().indexOf(END);
        if (Boolean.getBoolean("gridrollout.docs.update")) {
            List<String> updated = new ArrayList<>(page.lines().subList(0, begin + 1));
            updated.addAll(diagram());
            updated.addAll(page.lines().subList(end, page.lines().size()));
            Files.write(page.file(), updated);
            return;
        }
        assertThat(page.lines().subList(begin + 1, end))
                .as("stale; write it anew with -DargLine=-Dgridrollout.docs.update=true -Dtest=StateDiagramTest")
                .isEqualTo(diagram());
    }

    private static List<String> diagram() {
        List<String> lines = new ArrayList<>(List.of("```mermaid", "stateDiagram-v2"));
        for (Transition each : TransitionTable.transitions()) {
            if (each.moves()) {
                String from = each.from().map(Enum::name).orElse("[*]");
                lines.add("    " + from + " --> " + each.to() + " : " + each.on());
            }
        }
        lines.add("```");
        return lines;
    }
}
