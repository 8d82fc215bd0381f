package org.gridrollout.core.engine;

import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.gridrollout.api.notice.Notice;
import org.gridrollout.api.spi.Announcer;
import org.gridrollout.api.spi.RolloutStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hands notices to the announcer, at least once; what is not delivered now comes again. */
final class Courier {

    private static final Logger LOG = LoggerFactory.getLogger(Courier.class);
    private static final int DIGEST = 500;

    private final RolloutStore store;
    private final Announcer announcer;
    private final ReentrantLock delivering = new ReentrantLock();

    Courier(RolloutStore store, Announcer announcer) {
        this.store = store;
        this.announcer = announcer;
    }

    /** How many were delivered. Notices are kept until they are, so that an announcer out of order stops nothing else. */
    int deliver(List<String> failures) {
        try {
            return deliver();
        } catch (RuntimeException e) {
            LOG.warn("Notices could not be delivered; they come again", e);
            failures.add("notices: " + e.getMessage());
            return 0;
        }
    }

    private int deliver() {
        int delivered = 0;
        delivering.lock();
        try {
            List<Notice> digest = store.undelivered(DIGEST);
            while (!digest.isEmpty()) {
                announcer.announce(digest);
                store.markDelivered(digest.stream().map(Notice::key).toList());
                delivered += digest.size();
                digest = store.undelivered(DIGEST);
            }
        } finally {
            delivering.unlock();
        }
        return delivered;
    }
}
