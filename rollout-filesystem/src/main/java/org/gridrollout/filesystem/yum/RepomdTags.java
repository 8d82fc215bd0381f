package org.gridrollout.filesystem.yum;

import java.util.ArrayList;
import java.util.List;

/** What {@code repomd.xml} says that a repository is for. Immutable. */
public record RepomdTags(List<String> content, List<Distro> distros) {

    /**
     * A distribution that it is for.
     *
     * @param cpe its name in the Common Platform Enumeration; empty if it has none
     * @param name its name for people
     */
    public record Distro(String cpe, String name) {}

    public RepomdTags {
        content = List.copyOf(content);
        distros = List.copyOf(distros);
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
