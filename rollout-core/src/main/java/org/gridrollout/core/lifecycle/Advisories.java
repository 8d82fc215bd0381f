package org.gridrollout.core.lifecycle;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.gridrollout.api.incident.Criticality;
import org.gridrollout.api.incident.Incident;
import org.gridrollout.api.incident.IncidentId;
import org.gridrollout.api.publication.Advisory;
import org.gridrollout.api.publication.Advisory.Severity;
import org.gridrollout.api.publication.AdvisoryBuilder;
import org.gridrollout.api.rollout.ProductLine;
import org.gridrollout.api.rollout.Rollout;
import org.gridrollout.api.software.Purpose;
import org.gridrollout.api.software.Reference;
import org.gridrollout.api.software.Release;

/**
 * What clients are told about a release: its own words, what it mends as far as that is still known, and what is known to be
 * wrong with it. Only a release that says so is a matter of security.
 */
final class Advisories {

    private static final String CUT = " [...]";

    private final Release release;
    private final ProductLine line;
    private final List<Incident> known;
    private final List<Incident> mended;

    /** @param rollouts those of the line that are known, the release's own among them if it has begun */
    private Advisories(Release release, ProductLine line, List<Rollout> rollouts) {
        this.release = release;
        this.line = line;
        List<Incident> issues = List.of();
        Map<IncidentId, Incident> others = Map.of();
        for (Rollout each : rollouts) {
            if (each.id().equals(release.id())) {
                issues = each.knownIssues();
            } else {
                others = withMended(others, each);
            }
        }
        this.known = issues;
        this.mended = List.copyOf(others.values());
    }

    private Map<IncidentId, Incident> withMended(Map<IncidentId, Incident> before, Rollout other) {
        Map<IncidentId, Incident> mendedByName = before;
        for (Incident each : other.incidents()) {
            if (isMended(other, each)) {
                mendedByName = mendedByName.isEmpty() ? new TreeMap<>() : mendedByName;
                mendedByName.putIfAbsent(each.id(), each);
            }
        }
        return mendedByName;
    }

    static Advisory of(Release release, ProductLine line, List<Rollout> rollouts, Instant at) {
        Advisories words = new Advisories(release, line, rollouts);
        return new AdvisoryBuilder()
                .id(release.id().value())
                .kind(release.purpose().map(Purpose::kind).orElseGet(words::kind))
                .severity(words.severity())
                .title(cut(release.product() + " " + release.label(), Advisory.TITLE))
                .description(cut(words.description(), Advisory.DESCRIPTION))
                .issued(at)
                .updated(at)
                .references(words.references())
                .afterwards(release.purpose().map(Purpose::afterwards).orElse(Purpose.Afterwards.NOTHING))
                .build();
    }

    private boolean isMended(Rollout other, Incident incident) {
        boolean restored = release.restores().filter(other.id()::equals).isPresent();
        return release.resolves().contains(incident.id())
                || (restored && incident.criticality() == Criticality.CRITICAL);
    }

    private Purpose.Kind kind() {
        if (release.restores().isPresent() || !release.resolves().isEmpty()) {
            return Purpose.Kind.BUGFIX;
        }
        return wasOffered() ? Purpose.Kind.ENHANCEMENT : Purpose.Kind.NEW_PACKAGE;
    }

    /** Whether production has or had the product; what beta alone had is new to production's sites all the same. */
    private boolean wasOffered() {
        if (line.lastGood().isPresent()) {
            return true;
        }
        for (ProductLine.Entry each : line.living()) {
            if (each.state().isInProduction() && !each.release().equals(release.id())) {
                return true;
            }
        }
        return false;
    }

    /** As urgent as the worst of what it mends. */
    private Severity severity() {
        if (release.restores().isPresent() || any(Criticality.CRITICAL)) {
            return Severity.CRITICAL;
        }
        return any(Criticality.NON_CRITICAL) ? Severity.MODERATE : Severity.NONE;
    }

    private boolean any(Criticality criticality) {
        for (Incident each : mended) {
            if (each.criticality() == criticality) {
                return true;
            }
        }
        return false;
    }

    private String description() {
        StringBuilder text = new StringBuilder(release.notes().strip());
        heading(text, "It mends:", mended);
        mended.forEach(each -> item(text, each));
        heading(text, "Known issues:", known);
        for (Incident each : known) {
            item(text, each).append(each.workaround().isEmpty() ? "" : " Workaround: " + each.workaround());
        }
        return text.toString();
    }

    private static void heading(StringBuilder text, String heading, List<Incident> incidents) {
        if (!incidents.isEmpty()) {
            text.append(text.length() == 0 ? "" : "\n\n").append(heading);
        }
    }

    private static StringBuilder item(StringBuilder text, Incident incident) {
        return text.append("\n- ").append(incident.id()).append(": ").append(incident.summary());
    }

    private List<Reference> references() {
        List<Reference> given = release.purpose().map(Purpose::references).orElse(List.of());
        if (mended.isEmpty() && release.resolves().isEmpty()) {
            return given;
        }
        List<Reference> references = new ArrayList<>(given);
        Map<IncidentId, String> incidents = new TreeMap<>();
        release.resolves().forEach(each -> incidents.put(each, ""));
        mended.forEach(each -> incidents.put(each.id(), cut(each.summary(), 500)));
        incidents.forEach(
                (id, summary) -> references.add(new Reference(Reference.Kind.INCIDENT, id.value(), "", summary)));
        return references.size() <= Advisory.REFERENCES ? references : references.subList(0, Advisory.REFERENCES);
    }

    private static String cut(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most - CUT.length()) + CUT;
    }
}
