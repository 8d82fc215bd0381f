package org.gridrollout.core.register;

import java.util.Comparator;
import org.gridrollout.api.party.SiteId;
import org.gridrollout.api.software.Platform;

/** One platform at one site. */
record Place(SiteId site, Platform platform) implements Comparable<Place> {

    private static final Comparator<Place> ORDER =
            Comparator.comparing(Place::site).thenComparing(Place::platform);

    @Override
    public int compareTo(Place other) {
        return ORDER.compare(this, other);
    }
}
