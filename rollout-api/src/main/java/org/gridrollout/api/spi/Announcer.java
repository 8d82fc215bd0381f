package org.gridrollout.api.spi;

import java.util.List;
import org.gridrollout.api.notice.Notice;

/**
 * Tells people: by mail, queue or chat. Called at least once per notice, with the same key each time; notices that are due
 * together come together, so that they can be sent as a digest. May throw; the notices then come again with a later
 * sweep. Called by one thread of one engine at a time.
 */
public interface Announcer {

    /** Delivers all of them or throws. */
    void announce(List<Notice> notices);
}
