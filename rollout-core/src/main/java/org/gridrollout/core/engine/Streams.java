package org.gridrollout.core.engine;

import org.gridrollout.api.party.Actor;
import org.gridrollout.api.party.SiteId;
import org.gridrollout.api.software.Platform;
import org.gridrollout.api.software.ProductId;
import org.gridrollout.api.software.Release;
import org.gridrollout.api.software.ReleaseId;
import org.gridrollout.api.store.StreamId;

/** Which stream holds what. */
final class Streams {

    private static final int ORGANISATION = 200;

    private Streams() {}

    static StreamId of(ReleaseId release) {
        return new StreamId(StreamId.Kind.ROLLOUT, release.value());
    }

    static StreamId of(ProductId product) {
        return new StreamId(StreamId.Kind.PRODUCT, product.value());
    }

    static StreamId of(SiteId site) {
        return new StreamId(StreamId.Kind.SITE, site.value());
    }

    static StreamId of(SiteId site, Platform platform) {
        return new StreamId(StreamId.Kind.INVENTORY, site + "/" + platform);
    }

    static StreamId ofComponent(String component) {
        return new StreamId(StreamId.Kind.COMPONENT, component);
    }

    static StreamId lineOf(Release release) {
        return lineOf(release.product(), release.platform());
    }

    static StreamId lineOf(ProductId product, Platform platform) {
        return new StreamId(StreamId.Kind.PRODUCT_LINE, product + "/" + platform);
    }

    /** Where an organisation's refused commands are kept: with nobody else's, and with no rollout. */
    static StreamId auditOf(Actor actor) {
        return new StreamId(
                StreamId.Kind.AUDIT, actor.role() + ":" + Bounded.notBlank(actor.organisation(), ORGANISATION));
    }
}
