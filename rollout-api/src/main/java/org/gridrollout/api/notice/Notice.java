package org.gridrollout.api.notice;

import java.time.Instant;
import org.gridrollout.api.Violations;
import org.gridrollout.api.party.Party;
import org.gridrollout.api.software.ReleaseId;

/**
 * Something to be told to somebody. Delivered at least once; the key is the same each time.
 *
 * @param key unique for good; a receiver that has seen it may drop the notice
 * @param topic what kind of news, for digests and filters
 * @param text one or a few sentences for a person
 */
public record Notice(String key, Topic topic, Party recipient, ReleaseId release, String text, Instant at) {

    /** What kind of news. */
    public enum Topic {
        /** A release is in beta and reports are due. */
        ANNOUNCEMENT,
        /** A release is good, or in production. */
        CLEARANCE,
        /** An incident was filed or decided. */
        INCIDENT,
        /** Something is owed, nearly due or overdue. */
        OBLIGATION,
        /** A restoration was opened or ended. */
        RESTORATION,
        /** Something that is allowed and that somebody should look at. */
        REMARK,
        /** A release ended otherwise: refused, rejected, withdrawn, superseded, retired, inconclusive. */
        OUTCOME
    }

    public Notice {
        Violations.of("Notice")
                .unless(!key.isBlank() && key.length() <= 400, "key must have 1 to 400 characters, was '%s'", key)
                .unless(!text.isBlank(), "text must not be blank")
                .throwIfAny();
    }
}
