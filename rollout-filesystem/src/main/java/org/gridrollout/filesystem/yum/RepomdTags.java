package org.gridrollout.filesystem.yum;

import java.util.ArrayList;
import java.util.List;
import org.gridrollout.api.Violations;

/** What {@code repomd.xml} says that a repository is for. Immutable. */
public record RepomdTags(List<String> content, List<Distro> distros) {

    /**
     * A distribution that it is for.
     *
     * @param cpe its name in the Common Platform Enumeration; empty if it has none
     * @param name its name for people
     */
    public record Distro(String cpe, String name) {}

    /** @throws org.gridrollout.api.InvalidValueException if a word or name is blank, or XML cannot carry it */
    public RepomdTags {
        content = List.copyOf(content);
        distros = List.copyOf(distros);
        Violations violations = Violations.of("Tags of repomd.xml");
        content.forEach(each -> require(violations, "a content tag", each));
        distros.forEach(each -> {
            require(violations, "a distribution's name", each.name());
            violations.unless(isLegal(each.cpe()), "XML cannot carry the distribution's CPE '%s'", each.cpe());
        });
        violations.throwIfAny();
    }

    private static void require(Violations violations, String what, String text) {
        violations
                .unless(!text.isBlank(), "%s must not be blank", what)
                .unless(isLegal(text), "XML cannot carry %s '%s'", what, text);
    }

    private static boolean isLegal(String text) {
        return text.codePoints().allMatch(XmlText::isLegal);
    }

    /** Says nothing. */
    public static RepomdTags none() {
        return new RepomdTags(List.of(), List.of());
    }

    /** With one more word on what it contains. */
    public RepomdTags withContent(String word) {
        return new RepomdTags(and(content, word), distros);
    }

    /** With one more distribution. */
    public RepomdTags withDistro(Distro distro) {
        return new RepomdTags(content, and(distros, distro));
    }

    void write(XmlText xml) {
        if (content.isEmpty() && distros.isEmpty()) {
            return;
        }
        xml.raw("  <tags>\n");
        content.forEach(each -> xml.element("    ", "content", each));
        for (Distro each : distros) {
            xml.raw("    <distro");
            if (!each.cpe().isEmpty()) {
                xml.attribute("cpeid", each.cpe());
            }
            xml.raw(">").text(each.name()).raw("</distro>\n");
        }
        xml.raw("  </tags>\n");
    }

    private static <T> List<T> and(List<T> some, T one) {
        List<T> all = new ArrayList<>(some);
        all.add(one);
        return all;
    }
}
