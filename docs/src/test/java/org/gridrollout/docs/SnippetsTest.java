package org.gridrollout.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Java on a page is cut from code that the build compiles and runs. */
class SnippetsTest {

    private static final Pattern MARK = Pattern.compile("<!-- snippet:([\\w-]+) -->");
    private static final Pattern BEGIN = Pattern.compile("\\s*// snippet:([\\w-]+)");

    @Test
    void everyJavaBlockIsASnippetOfCompiledCode() throws IOException {
        Map<String, List<String>> snippets = snippets();
        List<String> stale = new ArrayList<>();
        int checked = 0;
        for (Page page : Page.all()) {
            for (int i = 0; i < page.lines().size(); i++) {
                if (page.lines().get(i).equals("```java")) {
                    Matcher mark = MARK.matcher(i == 0 ? "" : page.lines().get(i - 1));
                    String name = mark.matches() ? mark.group(1) : "";
                    if (!block(page.lines(), i + 1).equals(snippets.get(name))) {
                        stale.add(page + " line " + (i + 1) + ", snippet '" + name + "'");
                    }
                    checked++;
                }
            }
        }
        assertThat(stale)
                .as("blocks that differ from their snippets in docs/src/test/java")
                .isEmpty();
        assertThat(checked).isPositive();
    }

    private static List<String> block(List<String> lines, int from) {
        List<String> block = new ArrayList<>();
        for (int i = from; !lines.get(i).equals("```"); i++) {
            block.add(lines.get(i));
        }
        return withoutIndentation(block);
    }

    private static Map<String, List<String>> snippets() throws IOException {
        Map<String, List<String>> snippets = new HashMap<>();
        try (Stream<Path> files = Files.walk(Path.of("src/test/java"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                List<String> lines = Files.readAllLines(file);
                for (int i = 0; i < lines.size(); i++) {
                    Matcher begin = BEGIN.matcher(lines.get(i));
                    if (begin.matches()) {
                        List<String> body = new ArrayList<>();
                        for (i++; !lines.get(i).strip().equals("// end"); i++) {
                            body.add(lines.get(i));
                        }
                        snippets.put(begin.group(1), withoutIndentation(body));
                    }
                }
            }
        }
        return snippets;
    }

    private static List<String> withoutIndentation(List<String> lines) {
        int indentation = lines.stream()
                .filter(each -> !each.isBlank())
                .mapToInt(each -> each.length() - each.stripLeading().length())
                .min()
                .orElse(0);
        return lines.stream()
                .map(each -> each.isBlank() ? "" : each.substring(indentation).stripTrailing())
                .toList();
    }
}
