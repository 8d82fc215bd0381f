package org.gridrollout.core.engine;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.gridrollout.api.command.IncidentCommand.DecideCriticality;
import org.gridrollout.api.command.RetirementCommand.Retire;
import org.gridrollout.api.command.RolloutCommand;
import org.gridrollout.api.command.RolloutCommand.ConfirmPublication;
import org.gridrollout.api.command.RolloutCommand.Contribute;
import org.gridrollout.api.command.RolloutCommand.Promote;
import org.gridrollout.api.command.SiteCommand.ReportDeployment;
import org.gridrollout.api.incident.Criticality;
import org.gridrollout.api.party.Party;
import org.gridrollout.api.party.SiteId;
import org.gridrollout.api.publication.Installability;
import org.gridrollout.api.registry.Downtime;
import org.gridrollout.api.rollout.ProductLine;
import org.gridrollout.api.rollout.Rollout;
import org.gridrollout.api.rollout.RolloutState;
import org.gridrollout.api.sla.Obligation;
import org.gridrollout.api.software.PackageRef;
import org.gridrollout.api.software.Release;
import org.gridrollout.api.software.ReleaseId;
import org.gridrollout.api.software.Signature;
import org.gridrollout.api.spi.RepositoryException;
import org.gridrollout.core.engine.Ledger.Versioned;
import org.gridrollout.core.lifecycle.Namesake;
import org.gridrollout.core.lifecycle.Surroundings;
import org.gridrollout.core.lifecycle.SurroundingsBuilder;
import org.gridrollout.core.policy.RolloutPolicy;

/** Reads what a decision may look at, and no more than it can need: what is rare and costly only for what asks for it. */
final class SituationReader {

    private final Ledger ledger;
    private final Dependents dependents;
    private final Namesakes namesakes;
    private final Signatures signatures;
    private final Optional<Installing> installing;

    /** Whether a release may be promoted by whatever brings it forward. */
    private final boolean automatic;

    SituationReader(
            Ledger ledger,
            Dependents dependents,
            Namesakes namesakes,
            Signatures signatures,
            Optional<Installing> installing,
            RolloutPolicy policy) {
        this.ledger = ledger;
        this.dependents = dependents;
        this.namesakes = namesakes;
        this.signatures = signatures;
        this.installing = installing;
        this.automatic = policy.promotion() == RolloutPolicy.Promotion.AUTOMATIC;
    }

    /** What a command on a release finds. */
    Situation read(RolloutCommand command, Instant now) {
        return Situation.whole(() -> once(command, now));
    }

    private Situation once(RolloutCommand command, Instant now) {
        Versioned<Rollout> rollout = ledger.rollout(command.releaseId());
        Release release = rollout.value()
                .map(Rollout::release)
                .or(() ->
                        command instanceof Contribute contribute ? Optional.of(contribute.release()) : Optional.empty())
                .orElseThrow(() -> new UnknownReleaseException(command.releaseId()));
        return read(
                release,
                rollout,
                command instanceof ReportDeployment,
                mayTakeOut(command),
                automatic || command instanceof Promote,
                now);
    }

    /** What time alone finds. */
    Situation read(ReleaseId id, Instant now) {
        return read(id, automatic, now);
    }

    /** What somebody finds who wants to know what a promotion would meet. */
    Situation readToExplain(ReleaseId id, Instant now) {
        return read(id, true, now);
    }

    private Situation read(ReleaseId id, boolean promoting, Instant now) {
        return Situation.whole(() -> {
            Versioned<Rollout> rollout = ledger.rollout(id);
            Release release = rollout.value().map(Rollout::release).orElseThrow(() -> new UnknownReleaseException(id));
            return read(release, rollout, false, false, promoting, now);
        });
    }

    /**
     * What a site's inventory finds of a product line: the rollouts that live or that sites still run; absent if there are
     * none.
     *
     * @param matching those that it matches, first of all, also if they have ended
     */
    Optional<Situation> read(ProductLine line, List<ReleaseId> matching, Instant now) {
        Set<ReleaseId> asked = new LinkedHashSet<>(matching);
        line.living().forEach(each -> asked.add(each.release()));
        asked.addAll(line.lingering());
        return asked.stream()
                .findFirst()
                .map(first -> Situation.whole(() -> {
                    Versioned<Rollout> rollout = ledger.rollout(first);
                    Release release = rollout.value().orElseThrow().release();
                    Situation situation = read(release, rollout, true, false, automatic, now);
                    Map<ReleaseId, Versioned<Rollout>> others = new LinkedHashMap<>(situation.others());
                    matching.stream()
                            .filter(each -> !each.equals(first) && !others.containsKey(each))
                            .forEach(each -> others.put(each, ledger.rollout(each)));
                    return new Situation(release, rollout, situation.line(), others, situation.around());
                }));
    }

    private Situation read(
            Release release,
            Versioned<Rollout> rollout,
            boolean withLingering,
            boolean takingOut,
            boolean promoting,
            Instant now) {
        Versioned<ProductLine> line = ledger.line(release.product(), release.platform());
        Map<ReleaseId, Versioned<Rollout>> others = new LinkedHashMap<>();
        line.value().ifPresent(known -> {
            known.living().stream()
                    .map(ProductLine.Entry::release)
                    .forEach(each -> others.put(each, ledger.rollout(each)));
            if (withLingering) {
                known.lingering().forEach(each -> others.put(each, ledger.rollout(each)));
            }
        });
        others.remove(release.id());
        Optional<ProductEntry> product = ledger.product(release.product()).value();
        Surroundings around = new SurroundingsBuilder()
                .product(product.map(ProductEntry::product))
                .enrolments(product.map(ProductEntry::enrolments).orElse(List.of()))
                .downtimes(downtimes(rollout, others, now))
                .needed(needed(release))
                .needing(takingOut ? needing(release) : List.of())
                .signatures(promoting ? signatures(rollout, others) : Map.of())
                .namesakes(rollout.value().isEmpty() ? namesakes(release, line) : List.of())
                .beta(installing.filter(each -> rollout.value().isEmpty()).map(each -> each.contributed(release)))
                .production(promoting ? production(rollout, others, line) : Map.of())
                .build();
        return new Situation(release, rollout, line, others, around);
    }

    private Map<PackageRef, Signature> signatures(
            Versioned<Rollout> rollout, Map<ReleaseId, Versioned<Rollout>> others) {
        return signatures.of(
                Stream.concat(Stream.of(rollout), others.values().stream()).flatMap(each -> each.value().stream()));
    }

    /** In doubt it is needed: a repository in trouble must not keep the MU from deciding that a release is faulty. */
    private List<String> needing(Release release) {
        try {
            return installing.isPresent() ? installing.get().needing(release) : dependents.of(release);
        } catch (RepositoryException e) {
            return List.of("What else needs it cannot be found out now: " + e.getMessage() + ".");
        }
    }

    /** Of the release in question, and of the others of its line where time may promote them too. */
    private Map<ReleaseId, Installability> production(
            Versioned<Rollout> rollout, Map<ReleaseId, Versioned<Rollout>> others, Versioned<ProductLine> line) {
        Map<ReleaseId, Installability> production = new LinkedHashMap<>();
        if (installing.isPresent() && line.value().isPresent()) {
            Stream.concat(Stream.of(rollout), automatic ? others.values().stream() : Stream.empty())
                    .flatMap(each -> each.value().stream())
                    .filter(each -> Candidates.ON_THEIR_WAY.contains(each.state()))
                    .forEach(each -> production.put(
                            each.id(),
                            installing
                                    .get()
                                    .promoted(each.release(), line.value().get())));
        }
        return production;
    }

    private List<Namesake> namesakes(Release contributed, Versioned<ProductLine> line) {
        return line.value().map(each -> namesakes.of(contributed, each)).orElse(List.of());
    }

    /** Where the releases stand that this one needs; one that was superseded stands where its last successor does. */
    private Map<ReleaseId, RolloutState> needed(Release release) {
        Map<ReleaseId, RolloutState> needed = new LinkedHashMap<>();
        for (ReleaseId each : release.needs()) {
            ledger.rolloutOrSuccessor(each).ifPresent(found -> needed.put(each, found.state()));
        }
        return needed;
    }

    private static boolean mayTakeOut(RolloutCommand command) {
        return command instanceof Retire
                || (command instanceof DecideCriticality decide && decide.criticality() == Criticality.CRITICAL)
                || command instanceof ConfirmPublication;
    }

    /** Only of sites that are overdue with something: nobody else needs an excuse. */
    private Map<SiteId, List<Downtime>> downtimes(
            Versioned<Rollout> rollout, Map<ReleaseId, Versioned<Rollout>> others, Instant now) {
        Set<SiteId> overdue = new TreeSet<>();
        rollout.value().ifPresent(each -> overdue.addAll(overdue(each, now)));
        others.values().forEach(other -> other.value().ifPresent(each -> overdue.addAll(overdue(each, now))));
        Map<SiteId, List<Downtime>> downtimes = new LinkedHashMap<>();
        for (SiteId site : overdue) {
            ledger.load(Streams.of(site), SiteEntry.class)
                    .value()
                    .filter(each -> !each.downtimes().isEmpty())
                    .ifPresent(each -> downtimes.put(site, each.downtimes()));
        }
        return downtimes;
    }

    private static Set<SiteId> overdue(Rollout rollout, Instant now) {
        Set<SiteId> sites = new TreeSet<>();
        for (Obligation each : rollout.obligations()) {
            if (each.debtor().kind() == Party.Kind.SITE && each.isOverdueAt(now)) {
                sites.add(SiteId.of(each.debtor().name()));
            }
        }
        return sites;
    }
}
