package org.gridrollout.api.registry;

import org.gridrollout.api.party.SiteId;

/**
 * A production site.
 *
 * @param contact where its people read notices: a mail address, a queue, a channel; may be empty
 */
public record Site(SiteId id, String contact) {}
