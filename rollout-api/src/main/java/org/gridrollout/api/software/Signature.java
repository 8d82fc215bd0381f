package org.gridrollout.api.software;

import java.util.Set;
import org.gridrollout.api.Violations;

/**
 * What a repository says about who signed a package, by the keys it trusts at that moment. Immutable.
 *
 * @param trust what it found
 * @param sentence for a person: who signed it, with which key and when, or what is wrong; not blank
 * @param required the stages in which the repository offers only packages that are signed by a trusted key
 */
public record Signature(Trust trust, String sentence, Set<Stage> required) {

    /** Whether a package comes from somebody the repository's owner trusts. */
    public enum Trust {
        /** A trusted key signed it, and it is what was signed. */
        TRUSTED,
        /** Not signed, changed since, or signed by a key that is not, or no longer, trusted. */
        UNTRUSTED,
        /** It could not be found out; which says nothing about the package. */
        UNKNOWN
    }

    public Signature {
        Violations.of("Signature")
                .unless(!sentence.isBlank(), "sentence must not be blank")
                .throwIfAny();
        required = Set.copyOf(required);
    }

    /** Whether a stage asks for a trusted signature that is not there. */
    public boolean isMissedIn(Stage stage) {
        return trust != Trust.TRUSTED && required.contains(stage);
    }
}
