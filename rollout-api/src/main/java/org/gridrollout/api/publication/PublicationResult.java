package org.gridrollout.api.publication;

import java.util.List;

/** What became of a change set handed to a repository. */
public sealed interface PublicationResult {

    /** Clients see it now. */
    record Published(long generation) implements PublicationResult {}

    /** This change set was published before, in that generation; nothing changed now. */
    record AlreadyPublished(long generation) implements PublicationResult {}

    /** The repository is at another generation than expected; look again and decide again. Nothing changed. */
    record Conflict(long currentGeneration) implements PublicationResult {}

    /** This change set was not published, and never will be: a later attempt is refused. */
    record Cancelled() implements PublicationResult {}

    /**
     * The repository cannot take it, now or later. Nothing changed.
     *
     * @param reasons every reason, one sentence each
     */
    record Refused(List<String> reasons) implements PublicationResult {
        public Refused {
            reasons = List.copyOf(reasons);
        }
    }
}
