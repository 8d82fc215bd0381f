package org.gridrollout.api.registry;

import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import org.gridrollout.api.Identifier;
import org.gridrollout.api.Violations;
import org.gridrollout.api.party.SiteId;
import org.gridrollout.api.software.Platform;
import org.immutables.value.Value;

/**
 * A production site.
 *
 * @param contact where its people read notices: a mail address, a queue, a channel; may be empty
 * @param profile what sort of site it is, in one word ({@code tier-1}); empty if that was not said
 * @param platforms what it runs; empty if that was not said; kept sorted
 * @param traits what else is known of it, as labels ({@code experiment:atlas}); kept sorted. Profile and traits follow
 *     {@link Identifier}'s rule
 */
@Value.Builder
public record Site(SiteId id, String contact, String profile, Set<Platform> platforms, Set<String> traits)
        implements WithSite {

    public Site {
        Violations violations = Violations.of("Site " + id)
                .unless(
                        profile.isEmpty() || Identifier.permits(profile),
                        "profile must be one word such as 'tier-1', was '%s'",
                        profile);
        traits.forEach(each -> violations.unless(
                Identifier.permits(each), "a trait must be a label such as 'experiment:atlas', was '%s'", each));
        violations.throwIfAny();
        platforms = Collections.unmodifiableSet(new TreeSet<>(platforms));
        traits = Collections.unmodifiableSet(new TreeSet<>(traits));
    }

    /** A site nothing else is known of. */
    public Site(SiteId id, String contact) {
        this(id, contact, "", Set.of(), Set.of());
    }
}
