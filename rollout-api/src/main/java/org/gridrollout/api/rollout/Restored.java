package org.gridrollout.api.rollout;

import java.time.Instant;
import org.gridrollout.api.software.ReleaseId;

/**
 * Which faulty release a release has restored.
 *
 * @param brokenSince when service was first broken
 * @param attempt the how manieth fix it was for that fault; from 1
 */
public record Restored(ReleaseId faulty, Instant brokenSince, int attempt) {}
