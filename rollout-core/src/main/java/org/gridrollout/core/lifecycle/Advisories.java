package org.gridrollout.core.lifecycle;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
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
        this.known = rollouts.stream()
                .filter(each -> each.id().equals(release.id()))
                .flatMap(each -> each.knownIssues().stream())
                .toList();
        this.mended = rollouts.stream()
                .filter(each -> !each.id().equals(release.id()))
                .flatMap(each -> each.incidents().stream().filter(incident -> isMended(each, incident)))
                .filter(distinct())
                .sorted(Comparator.comparing(Incident::id))
                .toList();
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

    private static Predicate<Incident> distinct() {
        Set<IncidentId> seen = new HashSet<>();
        return each -> seen.add(each.id());
    }

    private Purpose.Kind kind() {
        if (release.restores().isPresent() || !release.resolves().isEmpty()) {
            return Purpose.Kind.BUGFIX;
        }
        return wasOffered() ? Purpose.Kind.ENHANCEMENT : Purpose.Kind.NEW_PACKAGE;
    }

    /** Whether production has or had the product; what beta alone had is new to production's sites all the same. */
    private boolean wasOffered() {
        return line.lastGood().isPresent()
                || line.living().stream()
                        .anyMatch(each ->
                                each.state().isInProduction() && !each.release().equals(release.id()));
    }

    /** As urgent as the worst of what it mends. */
    private Severity severity() {
        if (release.restores().isPresent() || any(Criticality.CRITICAL)) {
            return Severity.CRITICAL;
        }
        return any(Criticality.NON_CRITICAL) ? Severity.MODERATE : Severity.NONE;
    }

    private boolean any(Criticality criticality) {
        return mended.stream().anyMatch(each -> each.criticality() == criticality);
    }

    private String description() {
        List<String> parts = new ArrayList<>();
        if (!release.notes().isBlank()) {
            parts.add(release.notes().strip());
        }
        if (!mended.isEmpty()) {
            parts.add("It mends:" + listed(mended, each -> each.id() + ": " + each.summary()));
        }
        if (!known.isEmpty()) {
            parts.add("Known issues:"
                    + listed(
                            known,
                            each -> each.id() + ": " + each.summary()
                                    + (each.workaround().isEmpty() ? "" : " Workaround: " + each.workaround())));
        }
        return String.join("\n\n", parts);
    }

    private static String listed(List<Incident> incidents, Function<Incident, String> words) {
        StringBuilder list = new StringBuilder();
        incidents.forEach(each -> list.append("\n- ").append(words.apply(each)));
        return list.toString();
    }

    private List<Reference> references() {
        List<Reference> references = new ArrayList<>();
        release.purpose().ifPresent(purpose -> references.addAll(purpose.references()));
        List<IncidentId> incidents = new ArrayList<>(release.resolves());
        mended.stream()
                .map(Incident::id)
                .filter(each -> !incidents.contains(each))
                .forEach(incidents::add);
        incidents.sort(Comparator.naturalOrder());
        for (IncidentId each : incidents) {
            references.add(new Reference(Reference.Kind.INCIDENT, each.value(), "", summary(each)));
        }
        return references.size() <= Advisory.REFERENCES ? references : references.subList(0, Advisory.REFERENCES);
    }

    private String summary(IncidentId id) {
        Optional<Incident> incident =
                mended.stream().filter(each -> each.id().equals(id)).findFirst();
        return incident.map(each -> cut(each.summary(), 500)).orElse("");
    }

    private static String cut(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most - CUT.length()) + CUT;
    }
}
