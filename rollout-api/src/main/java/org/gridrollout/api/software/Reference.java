package org.gridrollout.api.software;

import java.util.regex.Pattern;
import org.gridrollout.api.Violations;

/**
 * Where more is said about something a release does.
 *
 * @param id what it is called there, {@code CVE-2026-1234}; at most 200 characters
 * @param href its address, http or https, of at most 2,000 characters; empty if it has none
 * @param title what it is about, in one line of at most 500 characters; may be empty
 */
public record Reference(Kind kind, String id, String href, String title) {

    private static final Pattern WEB = Pattern.compile("https?://\\S{1,1990}");

    /** What kind of place that is. */
    public enum Kind {
        /** A vulnerability by its public name. */
        CVE,
        /** A report in somebody's bug tracker. */
        BUG,
        /** An incident of this process. */
        INCIDENT,
        OTHER
    }

    public Reference {
        Violations.of("Reference " + id)
                .unless(!id.isBlank() && id.length() <= 200, "id must have 1 to 200 characters")
                .unless(href.isEmpty() || WEB.matcher(href).matches(), "href must be a web address, was '%s'", href)
                .unless(title.length() <= 500, "title must have at most 500 characters, has %d", title.length())
                .throwIfAny();
    }

    /** That vulnerability, with the address under which it is published. */
    public static Reference cve(String name) {
        return new Reference(Kind.CVE, name, "https://www.cve.org/CVERecord?id=" + name, "");
    }

    /** That report in a bug tracker. */
    public static Reference bug(String id, String href) {
        return new Reference(Kind.BUG, id, href, "");
    }
}
