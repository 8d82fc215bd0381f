package org.gridrollout.api.registry;

import java.time.Instant;
import org.gridrollout.api.software.Evr;

/**
 * A version of a component that a site runs.
 *
 * @param since when the site first reported it, without having reported another one since
 */
public record Installed(Evr version, Instant since) {}
