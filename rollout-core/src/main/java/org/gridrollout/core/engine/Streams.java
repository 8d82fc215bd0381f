package org.gridrollout.core.engine;

import org.gridrollout.api.party.SiteId;
import org.gridrollout.api.software.Platform;
import org.gridrollout.api.software.ProductId;
import org.gridrollout.api.software.Release;
import org.gridrollout.api.software.ReleaseId;
import org.gridrollout.api.store.StreamId;

/** Which stream holds what. */
final class Streams {

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
}
