package org.gridrollout.api.software;

import java.time.Instant;
import org.gridrollout.api.Violations;

/**
 * The product team's statement that the release was tested and certified.
 *
 * @param by who certified it
 * @param evidence where the results are: a link or a short text
 */
public record Certification(String by, Instant at, String evidence) {

    public Certification {
        Violations.of("Certification")
                .unless(!by.isBlank(), "by must name who certified")
                .throwIfAny();
    }
}
