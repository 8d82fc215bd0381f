package org.gridrollout.core.engine;

import java.time.Instant;
import org.gridrollout.api.event.RolloutEvent;
import org.gridrollout.api.software.ReleaseId;

/**
 * One event as the journal holds it.
 *
 * @param position its place in the whole journal
 * @param recordedAt when it was recorded, which for what time brought about may be later than it took effect
 * @param actor who brought it about
 */
public record RecordedEvent(long position, ReleaseId release, Instant recordedAt, String actor, RolloutEvent event) {}
