package org.gridrollout.api.publication;

import java.time.Instant;
import java.util.List;
import org.gridrollout.api.Identifier;
import org.gridrollout.api.Violations;
import org.gridrollout.api.software.PackageRef;
import org.gridrollout.api.software.Purpose;
import org.gridrollout.api.software.Reference;
import org.immutables.value.Value;

/**
 * What clients are told about a change set's packages besides what the packages say themselves: why they are there, how
 * urgent they are, where to read more.
 *
 * @param id the same for one release wherever it is offered; a later one replaces an earlier one. Follows {@link
 *     Identifier}'s rule
 * @param title one line, at most 500 characters
 * @param description at most 50,000 characters
 * @param issued when it was first told
 * @param updated when it last changed; not before {@code issued}
 * @param references at most 1,000
 * @param packages those of the change set's that it is about; none for all of them
 */
@Value.Builder
public record Advisory(
        String id,
        Purpose.Kind kind,
        Severity severity,
        String title,
        String description,
        Instant issued,
        Instant updated,
        List<Reference> references,
        Purpose.Afterwards afterwards,
        List<PackageRef> packages)
        implements WithAdvisory {

    /** The longest title. */
    public static final int TITLE = 500;

    /** The longest description. */
    public static final int DESCRIPTION = 50_000;

    /** The most references. */
    public static final int REFERENCES = 1_000;

    /** How urgent it is, in the words that clients know. */
    public enum Severity {
        NONE,
        LOW,
        MODERATE,
        IMPORTANT,
        CRITICAL
    }

    public Advisory {
        Identifier.require("Advisory", id);
        references = List.copyOf(references);
        packages = List.copyOf(packages);
        if (title.isBlank()
                || title.length() > TITLE
                || description.length() > DESCRIPTION
                || updated.isBefore(issued)
                || references.size() > REFERENCES) {
            Violations.of("Advisory " + id)
                    .unless(!title.isBlank() && title.length() <= TITLE, "title must have 1 to 500 characters")
                    .unless(description.length() <= DESCRIPTION, "description must have at most 50000 characters")
                    .unless(!updated.isBefore(issued), "updated %s before it was issued %s", updated, issued)
                    .unless(references.size() <= REFERENCES, "must have at most 1000 references")
                    .throwIfAny();
        }
    }
}
