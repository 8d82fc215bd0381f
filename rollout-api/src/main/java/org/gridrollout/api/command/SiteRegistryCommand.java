package org.gridrollout.api.command;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.gridrollout.api.Violations;
import org.gridrollout.api.party.Actor;
import org.gridrollout.api.party.SiteId;
import org.gridrollout.api.registry.DowntimeId;
import org.gridrollout.api.software.Evr;
import org.gridrollout.api.software.Platform;

/** What a site says of itself; the MU may say it on its behalf. */
public sealed interface SiteRegistryCommand extends RegistryCommand {

    /** The site it is about. */
    SiteId site();

    /**
     * The site says that it is down for a time. Whether that is scheduled is decided by the engine's clock when it is said.
     *
     * @param from inclusive; may have passed
     * @param until exclusive; after {@code from}
     */
    record DeclareDowntime(DowntimeId downtime, SiteId site, Instant from, Instant until, String reason, Actor actor)
            implements SiteRegistryCommand {
        public DeclareDowntime {
            Reason.check(Violations.of("DeclareDowntime"), "reason", reason)
                    .unless(until.isAfter(from), "must end after it begins (%s), was to end at %s", from, until)
                    .throwIfAny();
        }
    }

    /** Calls a downtime off before it starts. */
    record CancelDowntime(DowntimeId downtime, SiteId site, Actor actor) implements SiteRegistryCommand {}

    /**
     * The site says what it runs on one platform, all of it: what is not in it is not installed any more. Components that
     * no product names are kept and lead to nothing; once one does, they count from their next change.
     *
     * @param installed the version of each component, by the package's name; kept sorted
     * @param observedAt when somebody looked; now if absent, and at the latest now
     */
    record ReportVersions(
            SiteId site, Platform platform, Map<String, Evr> installed, Optional<Instant> observedAt, Actor actor)
            implements SiteRegistryCommand {
        public ReportVersions {
            Violations.of("ReportVersions of " + site + " on " + platform)
                    .unless(
                            installed.keySet().stream().allMatch(each -> !each.isBlank() && each.length() <= 300),
                            "a component's name must have 1 to 300 characters")
                    .throwIfAny();
            installed = Collections.unmodifiableMap(new TreeMap<>(installed));
        }

        /** What is installed now. */
        public ReportVersions(SiteId site, Platform platform, Map<String, Evr> installed, Actor actor) {
            this(site, platform, installed, Optional.empty(), actor);
        }
    }
}
