package org.gridrollout.core.metrics;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.gridrollout.api.event.IncidentEvent;
import org.gridrollout.api.event.RestorationEvent;
import org.gridrollout.api.event.RolloutEvent;
import org.gridrollout.api.incident.Criticality;
import org.gridrollout.api.incident.IncidentId;
import org.gridrollout.api.party.Party;
import org.gridrollout.api.party.Role;
import org.gridrollout.api.party.SiteId;
import org.gridrollout.api.rollout.Deployment;
import org.gridrollout.api.rollout.Rollout;
import org.gridrollout.api.rollout.RolloutState;
import org.gridrollout.api.sla.Duty;
import org.gridrollout.api.sla.Obligation;
import org.gridrollout.api.sla.ObligationOutcome;
import org.gridrollout.api.sla.Recomputation;
import org.gridrollout.api.software.ProductId;
import org.gridrollout.api.software.ReleaseId;
import org.gridrollout.api.verdict.FindingOutcome;
import org.gridrollout.core.engine.RecordedEvent;
import org.gridrollout.core.lifecycle.Lifecycle;

/** Scorecards counted by going through everything, as they are defined: slow, and simple enough to be believed. */
final class NaiveScorecards {

    private final List<RecordedEvent> journal;
    private final Map<ReleaseId, Rollout> rollouts = new HashMap<>();

    NaiveScorecards(List<RecordedEvent> journal) {
        this.journal = journal;
        journal.forEach(
                each -> rollouts.put(each.release(), Lifecycle.evolve(rollouts.get(each.release()), each.event())));
    }

    /** Every obligation there ever was. */
    long obligations() {
        return rollouts.values().stream()
                .mapToLong(each -> each.obligations().size())
                .sum();
    }

    SiteScorecard site(SiteId site, Optional<ProductId> product, Period period) {
        List<Rollout> looked = rollouts.values().stream()
                .filter(each -> product.isEmpty() || each.release().product().equals(product.get()))
                .toList();
        return new SiteScorecard(
                site,
                product,
                period,
                duties(looked, Party.site(site), period),
                participation(looked, site, period),
                incidents(looked, site, period),
                UnknownCap.STANDARD);
    }

    private static Map<Duty, DutyScore> duties(List<Rollout> rollouts, Party debtor, Period period) {
        Map<Duty, DutyScore> scores = new EnumMap<>(Duty.class);
        for (Duty duty : Duty.values()) {
            DutyScore score = score(rollouts, debtor::equals, duty, period);
            if (score.counted().total() > 0) {
                scores.put(duty, score);
            }
        }
        return scores;
    }

    private static DutyScore score(List<Rollout> rollouts, Predicate<Party> debtor, Duty duty, Period period) {
        DutyScore score = DutyScore.none(duty);
        List<Duration> times = new ArrayList<>();
        for (Rollout rollout : rollouts) {
            for (Obligation each : rollout.obligations()) {
                if (each.duty() == duty && debtor.test(each.debtor()) && period.contains(each.dueAt())) {
                    Tally before = one(each.outcome(), isUnknown(rollout, each));
                    Tally now = each.recomputed().isPresent() ? one(each.counted(), false) : before;
                    Optional<ObligationOutcome> anew = each.recomputed().map(Recomputation::outcome);
                    score = new DutyScore(
                            duty,
                            score.counted().plus(now),
                            score.beforeRecomputation().plus(before),
                            score.recomputed() + (anew.isPresent() ? 1 : 0),
                            score.faultsMissed()
                                    + (anew.filter(ObligationOutcome.MISSED::equals)
                                                    .isPresent()
                                            ? 1
                                            : 0),
                            Times.NONE);
                    response(each).ifPresent(times::add);
                }
            }
        }
        return new DutyScore(
                duty,
                score.counted(),
                score.beforeRecomputation(),
                score.recomputed(),
                score.faultsMissed(),
                times(times));
    }

    private static Tally one(ObligationOutcome outcome, boolean unknown) {
        int[] n = new int[ObligationOutcome.values().length];
        n[outcome.ordinal()]++;
        return unknown ? new Tally(0, 0, 0, 1, 0, 0, 0) : new Tally(n[0], n[1], n[2], 0, n[4], n[3], n[5]);
    }

    private static boolean isSilent(Obligation obligation) {
        return obligation.isKeptBySilence()
                && obligation.outcome() == ObligationOutcome.MET
                && obligation.endedAt().orElseThrow().isAfter(obligation.dueAt());
    }

    private static boolean isUnknown(Rollout rollout, Obligation obligation) {
        return isSilent(obligation)
                && rollout.deployments().stream()
                        .filter(each -> Party.site(each.site()).equals(obligation.debtor()))
                        .noneMatch(each -> !each.since().isAfter(obligation.dueAt())
                                && each.until().orElse(Instant.MAX).isAfter(obligation.startedAt()));
    }

    private static Optional<Duration> response(Obligation obligation) {
        Optional<Instant> done = obligation.doneLateAt().isPresent()
                ? obligation.doneLateAt()
                : obligation
                        .endedAt()
                        .filter(any -> obligation.outcome() == ObligationOutcome.MET && !isSilent(obligation));
        return done.map(each -> Duration.between(obligation.startedAt(), each));
    }

    static Times times(List<Duration> times) {
        List<Duration> sorted = times.stream().sorted().toList();
        Function<Double, Optional<Duration>> quantile =
                share -> Optional.of(sorted.get((int) Math.ceil(share * sorted.size()) - 1));
        return sorted.isEmpty()
                ? Times.NONE
                : new Times(sorted.size(), quantile.apply(0.5), quantile.apply(0.9), quantile.apply(1.0));
    }

    private static Participation participation(List<Rollout> rollouts, SiteId site, Period period) {
        List<Rollout> announced = rollouts.stream()
                .filter(rollout -> rollout.obligations().stream()
                        .filter(each ->
                                each.duty() == Duty.REPORT && each.debtor().equals(Party.site(site)))
                        .findFirst()
                        .filter(each -> period.contains(each.startedAt()))
                        .isPresent())
                .toList();
        return new Participation(
                announced.size(),
                announced.stream()
                        .filter(rollout -> rollout.deployments().stream()
                                .anyMatch(each ->
                                        each.site().equals(site) && each.basis() != Deployment.Basis.PRODUCTION))
                        .count(),
                announced.stream().filter(each -> each.isDeclinedBy(site)).count());
    }

    /** An incident is known by where it was first filed. */
    private record Origin(ReleaseId release, IncidentId incident) {}

    private FiledIncidents incidents(List<Rollout> looked, SiteId site, Period period) {
        Map<Origin, Origin> origins = new HashMap<>();
        Map<Origin, Decision> decisions = new HashMap<>();
        for (RecordedEvent each : journal) {
            ReleaseId release = each.release();
            RolloutEvent event = each.event();
            if (event instanceof IncidentEvent.IncidentFiled filed) {
                Origin origin = new Origin(release, filed.incident().id());
                origins.put(origin, origin);
                boolean counts = filed.incident().filedBy().role() == Role.SITE
                        && filed.incident().filedBy().organisation().equals(site.value())
                        && period.contains(filed.at())
                        && looked.contains(rollouts.get(release));
                if (counts) {
                    decisions.put(origin, Decision.UNDECIDED);
                }
            } else if (event instanceof IncidentEvent.IncidentInherited inherited) {
                IncidentId id = inherited.incident().id();
                Origin older = new Origin(inherited.incident().inheritedFrom().orElseThrow(), id);
                origins.put(new Origin(release, id), origins.get(older));
            } else if (event instanceof IncidentEvent.CriticalityDecided decided) {
                decisions.computeIfPresent(
                        origins.get(new Origin(release, decided.incident())),
                        (k, v) -> decided.criticality() == Criticality.CRITICAL
                                ? Decision.CRITICAL
                                : Decision.NON_CRITICAL);
            } else if (event instanceof IncidentEvent.CriticalityLowered lowered) {
                decisions.computeIfPresent(
                        origins.get(new Origin(release, lowered.incident())), (k, v) -> Decision.NON_CRITICAL);
            } else if (event instanceof IncidentEvent.IncidentDismissed dismissed) {
                decisions.computeIfPresent(
                        origins.get(new Origin(release, dismissed.incident())), (k, v) -> Decision.NO_PROBLEM);
            } else if (event instanceof IncidentEvent.DuplicateMarked marked) {
                decisions.computeIfPresent(
                        origins.get(new Origin(release, marked.incident())), (k, v) -> Decision.DUPLICATE);
            }
        }
        Function<Decision, Long> count =
                decision -> decisions.values().stream().filter(decision::equals).count();
        return new FiledIncidents(
                count.apply(Decision.UNDECIDED),
                count.apply(Decision.CRITICAL),
                count.apply(Decision.NON_CRITICAL),
                count.apply(Decision.NO_PROBLEM),
                count.apply(Decision.DUPLICATE));
    }

    ProductScorecard product(ProductId product, Period period) {
        List<Rollout> looked = rollouts.values().stream()
                .filter(each -> each.release().product().equals(product))
                .toList();
        List<Walk> walks = looked.stream().map(each -> walk(each.id())).toList();
        List<Walk> arrived =
                walks.stream().filter(each -> each.arrivedIn(period)).toList();
        Map<RolloutState, Times> inState = new EnumMap<>(RolloutState.class);
        for (RolloutState state : RolloutState.values()) {
            List<Duration> times = arrived.stream()
                    .filter(each -> each.spent.containsKey(state))
                    .map(each -> each.spent.get(state))
                    .toList();
            if (!times.isEmpty()) {
                inState.put(state, times(times));
            }
        }
        Function<Happening, Long> count = happening -> walks.stream()
                .flatMap(each -> each.happened.stream())
                .filter(each -> each.what() == happening && period.contains(each.at()))
                .count();
        long inFlight = walks.stream()
                .filter(each -> each.begunAt.isBefore(period.until())
                        && !each.leftAt.orElse(Instant.MAX).isBefore(period.until()))
                .count();
        return new ProductScorecard(
                product,
                period,
                new Releases(
                        walks.stream()
                                .filter(each -> period.contains(each.begunAt))
                                .count(),
                        arrived.size(),
                        count.apply(Happening.REFUSED),
                        count.apply(Happening.REJECTED),
                        count.apply(Happening.WITHDRAWN),
                        count.apply(Happening.SUPERSEDED),
                        count.apply(Happening.SUPERSEDED_BEFORE_EVIDENCE),
                        inFlight),
                new LeadTime(
                        times(arrived.stream()
                                .map(each -> each.sum(state -> true))
                                .toList()),
                        times(arrived.stream()
                                .map(each -> each.sum(LeadTime::isWaiting))
                                .toList()),
                        times(arrived.stream()
                                .map(each -> each.sum(state -> !LeadTime.isWaiting(state)))
                                .toList()),
                        inState),
                new Faults(
                        count.apply(Happening.FAULT_ESCAPED),
                        count.apply(Happening.FAULT_UNGUARDED),
                        count.apply(Happening.FAULT_LOWERED)),
                score(looked, each -> each.kind() == Party.Kind.PRODUCT_TEAM, Duty.ANSWER, period),
                count.apply(Happening.EXPEDITED),
                count.apply(Happening.WAIVED));
    }

    private record Happened(Instant at, Happening what) {}

    /** One release's way, told again from its events. */
    private static final class Walk {
        private Instant begunAt = Instant.MAX;
        private Optional<Instant> arrivedAt = Optional.empty();
        private Optional<Instant> leftAt = Optional.empty();
        private final Map<RolloutState, Duration> spent = new EnumMap<>(RolloutState.class);
        private final List<Happened> happened = new ArrayList<>();
        private boolean waived;

        boolean arrivedIn(Period period) {
            return arrivedAt.filter(period::contains).isPresent();
        }

        Duration sum(Predicate<RolloutState> which) {
            return spent.entrySet().stream()
                    .filter(each -> which.test(each.getKey()))
                    .map(Map.Entry::getValue)
                    .reduce(Duration.ZERO, Duration::plus);
        }
    }

    private Walk walk(ReleaseId release) {
        Walk walk = new Walk();
        Rollout rollout = null;
        for (RecordedEvent recorded : journal) {
            if (recorded.release().equals(release)) {
                RolloutEvent event = recorded.event();
                Rollout next = Lifecycle.evolve(rollout, event);
                if (rollout == null) {
                    walk.begunAt = event.at();
                } else {
                    step(walk, rollout, event, next);
                }
                rollout = next;
            }
        }
        return walk;
    }

    private static void step(Walk walk, Rollout before, RolloutEvent event, Rollout after) {
        RolloutState from = before.state();
        boolean wasUnderWay = from.isBeforeProduction() || from == RolloutState.PROMOTING;
        boolean isUnderWay = after.state().isBeforeProduction() || after.state() == RolloutState.PROMOTING;
        if (wasUnderWay && from != after.state()) {
            walk.spent.merge(from, Duration.between(before.stateSince(), event.at()), Duration::plus);
        }
        if (wasUnderWay && !isUnderWay) {
            walk.leftAt = Optional.of(event.at());
            if (after.state() == RolloutState.IN_PRODUCTION) {
                walk.arrivedAt = walk.leftAt;
            }
        }
        if (event instanceof RolloutEvent.Cleared cleared) {
            walk.waived = cleared.findings().stream().anyMatch(each -> each.outcome() == FindingOutcome.PASS_WAIVED);
        }
        happening(walk, from, event, after.state())
                .ifPresent(each -> walk.happened.add(new Happened(event.at(), each)));
    }

    private static Optional<Happening> happening(Walk walk, RolloutState from, RolloutEvent event, RolloutState to) {
        return Optional.ofNullable(
                switch (event.type()) {
                    case REFUSED -> Happening.REFUSED;
                    case REJECTED -> Happening.REJECTED;
                    case WITHDRAWN -> Happening.WITHDRAWN;
                    case EXPEDITED -> Happening.EXPEDITED;
                    case WAIVED -> Happening.WAIVED;
                    case FOUND_FAULTY -> walk.waived ? Happening.FAULT_UNGUARDED : Happening.FAULT_ESCAPED;
                    case CRITICALITY_LOWERED -> to == RolloutState.IN_PRODUCTION ? Happening.FAULT_LOWERED : null;
                    case SUPERSEDED ->
                        from.isInProduction()
                                ? null
                                : ((RolloutEvent.Superseded) event).beforeEvidence()
                                        ? Happening.SUPERSEDED_BEFORE_EVIDENCE
                                        : Happening.SUPERSEDED;
                    default -> null;
                });
    }

    MiddlewareUnitScorecard middlewareUnit(Period period) {
        List<Duration> restoring = new ArrayList<>();
        List<Duration> clearing = new ArrayList<>();
        long faultyFixes = 0;
        long escalated = 0;
        long opened = 0;
        Map<ReleaseId, Rollout> states = new HashMap<>();
        for (int i = 0; i < journal.size(); i++) {
            RolloutEvent event = journal.get(i).event();
            ReleaseId release = journal.get(i).release();
            Rollout before = states.get(release);
            Rollout after = Lifecycle.evolve(before, event);
            states.put(release, after);
            if (event.at().isBefore(period.until()) && before != null) {
                opened += before.state() != RolloutState.FAULTY && after.state() == RolloutState.FAULTY ? 1 : 0;
                opened -= before.state() == RolloutState.FAULTY && after.state() != RolloutState.FAULTY ? 1 : 0;
            }
            if (period.contains(event.at())) {
                if (event instanceof RestorationEvent.RestoredService service) {
                    if (reopened(service.restored().faulty(), i)) {
                        faultyFixes++;
                    } else {
                        restoring.add(Duration.between(service.restored().brokenSince(), event.at()));
                    }
                } else if (event instanceof RestorationEvent.FleetCleared) {
                    clearing.add(
                            Duration.between(after.restoration().orElseThrow().brokenSince(), event.at()));
                } else if (event instanceof RolloutEvent.HoldEscalated) {
                    escalated++;
                }
            }
        }
        return new MiddlewareUnitScorecard(
                period,
                duties(List.copyOf(rollouts.values()), Party.MIDDLEWARE_UNIT, period),
                times(restoring),
                times(clearing),
                faultyFixes,
                opened,
                escalated);
    }

    private boolean reopened(ReleaseId faulty, int after) {
        return journal.stream()
                .skip(after)
                .map(RecordedEvent::event)
                .filter(RestorationEvent.FoundFaulty.class::isInstance)
                .flatMap(each -> Stream.of(((RestorationEvent.FoundFaulty) each).restoration()))
                .anyMatch(each -> each.reopens().filter(faulty::equals).isPresent());
    }
}
