package org.gridrollout.core.metrics;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.gridrollout.api.event.EventType;
import org.gridrollout.api.event.IncidentEvent;
import org.gridrollout.api.event.RestorationEvent;
import org.gridrollout.api.event.RolloutEvent;
import org.gridrollout.api.event.SiteEvent;
import org.gridrollout.api.incident.Criticality;
import org.gridrollout.api.incident.Incident;
import org.gridrollout.api.incident.IncidentId;
import org.gridrollout.api.incident.Question;
import org.gridrollout.api.party.Actor;
import org.gridrollout.api.party.Party;
import org.gridrollout.api.party.SiteId;
import org.gridrollout.api.party.TeamId;
import org.gridrollout.api.rollout.Answer;
import org.gridrollout.api.rollout.Deployment;
import org.gridrollout.api.rollout.Hold;
import org.gridrollout.api.rollout.Rollout;
import org.gridrollout.api.rollout.RolloutState;
import org.gridrollout.api.sla.Duty;
import org.gridrollout.api.sla.Obligation;
import org.gridrollout.api.sla.ObligationOutcome;
import org.gridrollout.api.sla.Reporting;
import org.gridrollout.api.software.ReleaseId;
import org.gridrollout.core.evidence.Exposure;
import org.gridrollout.core.lifecycle.TransitionTable;

/** Random legal journals of a few releases, sites and products, with every outcome an obligation can have. */
record Script(List<Step> steps) {

    static final List<String> SITES = List.of("CERN", "DESY", "KIT");
    static final List<String> PRODUCTS = List.of("fts", "voms");

    // These come more often than the rest, or little would ever reach production, and nothing come back from there.
    private static final Set<EventType> LEADING_ON = EnumSet.of(
            EventType.BETA_PUBLISHED,
            EventType.ANNOUNCED,
            EventType.CLEARED,
            EventType.PROMOTION_DECIDED,
            EventType.PRODUCTION_PUBLISHED,
            EventType.FOUND_FAULTY,
            EventType.OBLIGATION_ENDED);
    private static final Set<EventType> OF_FAULTS = EnumSet.of(
            EventType.SUPERSEDED, EventType.CRITICALITY_LOWERED, EventType.INCIDENT_FILED, EventType.FLEET_CLEARED);
    private static final Set<EventType> OF_OBLIGATIONS = EnumSet.of(
            EventType.DEPLOYED,
            EventType.OBLIGATION_ENDED,
            EventType.OBLIGATION_DONE_LATE,
            EventType.OBLIGATION_RECOMPUTED,
            EventType.INCIDENT_FILED,
            EventType.INFORMATION_ASKED);

    private static final ObligationOutcome[] OUTCOMES = {
        ObligationOutcome.MET,
        ObligationOutcome.MET,
        ObligationOutcome.MET,
        ObligationOutcome.MISSED,
        ObligationOutcome.EXCUSED,
        ObligationOutcome.WAIVED,
        ObligationOutcome.CANCELLED
    };

    /**
     * Something may happen.
     *
     * @param release which of those contributed so far, counted round and round; none of them asks for another one
     * @param what which of the types that may happen to it then, counted round and round
     * @param choice whatever else has to be chosen
     * @param halfDays how long after the last step; coarse, so that much happens exactly when it is due or a month begins
     */
    record Step(int release, int what, int choice, int halfDays) {}

    static Arbitrary<Script> any() {
        Arbitrary<Step> step = Combinators.combine(
                        Arbitraries.integers().between(0, 5),
                        Arbitraries.integers().between(0, 999),
                        Arbitraries.integers().between(0, 99),
                        Arbitraries.integers().between(0, 16))
                .as(Step::new);
        return step.withoutEdgeCases().list().ofMinSize(20).ofMaxSize(150).map(Script::new);
    }

    JournalWriter written() {
        JournalWriter writer = new JournalWriter("2026-01-05T00:00:00Z");
        for (Step step : steps) {
            writer.pass(Duration.ofHours(12L * step.halfDays()));
            perform(writer, step);
        }
        return writer;
    }

    private static void perform(JournalWriter writer, Step step) {
        List<ReleaseId> releases = List.copyOf(writer.rollouts().keySet());
        if (step.release() >= releases.size()) {
            writer.contribute("r" + releases.size(), PRODUCTS.get(step.choice() % PRODUCTS.size()));
            return;
        }
        ReleaseId release = releases.get(step.release());
        RolloutState state = writer.rollout(release).state();
        List<EventType> possible = new ArrayList<>();
        for (EventType each : EventType.values()) {
            if (TransitionTable.permits(state, each)) {
                possible.add(each);
            }
        }
        List<EventType> from = switch (step.what() % 5) {
            case 0 -> possible;
            case 1, 2 -> among(possible, LEADING_ON);
            default -> among(possible, state == RolloutState.FAULTY ? OF_FAULTS : OF_OBLIGATIONS);
        };
        new ScriptedEvent(writer, release, step.choice()).happens(from.get(step.what() / 5 % from.size()));
    }

    private static List<EventType> among(List<EventType> possible, Set<EventType> which) {
        return possible.stream().filter(which::contains).toList();
    }

    /** One event of a given type, with what it needs chosen by a number. */
    private record ScriptedEvent(JournalWriter writer, ReleaseId release, int choice) {

        void happens(EventType type) {
            switch (type) {
                case BETA_PUBLISHED -> writer.inBeta(release);
                case REFUSED -> record(new RolloutEvent.Refused(now(), List.of("no")));
                case ANNOUNCED -> writer.announce(release, obligations("", asked()));
                case SITES_ADDED ->
                    record(new RolloutEvent.SitesAdded(
                            now(), JournalWriter.MU, writer.observation(), List.of(obligations("", notAsked()))));
                case EXTENDED ->
                    record(new RolloutEvent.Extended(
                            now(),
                            JournalWriter.MU,
                            "more time",
                            writer.observation(),
                            List.of(obligations(":" + (rollout().obligations().size() + 1), already()))));
                case FOUND_INCONCLUSIVE ->
                    record(new RolloutEvent.FoundInconclusive(now(), "nothing known", List.of()));
                case CLEARED -> {
                    if (choice % 3 == 0) {
                        writer.clearByWaiver(release);
                    } else {
                        writer.clear(release);
                    }
                }
                case HELD ->
                    record(new RolloutEvent.Held(
                            now(),
                            new Hold(rollout().state(), Party.MIDDLEWARE_UNIT, "wait", Optional.of(now()), true)));
                case HOLD_RELEASED ->
                    record(new RolloutEvent.HoldReleased(
                            now(), rollout().hold().orElseThrow().from(), "", Duration.ofHours(choice * 3L)));
                case HOLD_ESCALATED -> record(new RolloutEvent.HoldEscalated(now()));
                case EXPEDITED -> record(new RolloutEvent.Expedited(now(), JournalWriter.MU, "urgent"));
                case PROMOTION_DECIDED -> writer.decidePromotion(release);
                case PROMOTION_ABORTED -> record(new RolloutEvent.PromotionAborted(now(), List.of("no")));
                case PRODUCTION_PUBLISHED -> writer.inProduction(release);
                case REJECTED -> record(new RolloutEvent.Rejected(now(), IncidentId.of("I"), Optional.empty()));
                case WITHDRAWN ->
                    record(new RolloutEvent.Withdrawn(now(), JournalWriter.MU, "mistake", Optional.empty()));
                case SUPERSEDED -> supersede();
                case DEPLOYED -> deploy();
                case UNDEPLOYED -> record(new RolloutEvent.Undeployed(now(), SiteId.of(site())));
                case ANSWERED -> answer();
                case OBLIGATION_ENDED -> end();
                case OBLIGATION_DONE_LATE -> doneLate();
                case OBLIGATION_RECOMPUTED -> recompute();
                case FOUND_FAULTY ->
                    writer.findFaulty(release, "F" + rollout().obligations().size());
                case FLEET_CLEARED -> clearFleet();
                default -> incident(type);
            }
        }

        private void incident(EventType type) {
            Optional<Incident> incident = rollout().incidents().stream()
                    .skip(
                            rollout().incidents().isEmpty()
                                    ? 0
                                    : choice % rollout().incidents().size())
                    .findFirst();
            if (type == EventType.INCIDENT_FILED) {
                writer.file(release, "I" + writer.journal().size(), filer());
            } else if (type == EventType.INCIDENT_INHERITED) {
                inherit();
            } else if (incident.isPresent()) {
                decide(type, incident.get());
            }
        }

        private void decide(EventType type, Incident incident) {
            IncidentId id = incident.id();
            switch (type) {
                case CRITICALITY_DECIDED ->
                    record(new IncidentEvent.CriticalityDecided(
                            now(),
                            id,
                            choice % 2 == 0 ? Criticality.CRITICAL : Criticality.NON_CRITICAL,
                            JournalWriter.MU,
                            "seen",
                            ""));
                case INCIDENT_DISMISSED ->
                    record(new IncidentEvent.IncidentDismissed(now(), id, JournalWriter.MU, "no"));
                case DUPLICATE_MARKED -> record(new IncidentEvent.DuplicateMarked(now(), id, id, JournalWriter.MU));
                case CRITICALITY_LOWERED ->
                    record(new IncidentEvent.CriticalityLowered(
                            now(),
                            id,
                            JournalWriter.MU,
                            JournalWriter.MU,
                            "not that bad",
                            choice % 2 == 0 ? RolloutState.IN_PRODUCTION : RolloutState.FAULTY));
                case INFORMATION_ASKED -> ask(incident);
                default -> {} // does not count
            }
        }

        private void ask(Incident incident) {
            if (!incident.isUndecided()) {
                return;
            }
            IncidentId id = incident.id();
            Optional<Party> debtor = switch (choice % 3) {
                case 0 -> Optional.of(Party.site(SiteId.of(site())));
                case 1 -> Optional.of(Party.team(TeamId.of("team")));
                default -> Optional.empty();
            };
            String round = ":" + rollout().obligations().size();
            record(new IncidentEvent.InformationAsked(
                    now(),
                    id,
                    new Question("how?", now(), now(), Optional.empty()),
                    debtor.map(each -> writer.answer(each, id.value(), round)),
                    now().plus(Duration.ofDays(60))));
        }

        private void inherit() {
            for (Rollout older : writer.rollouts().values()) {
                for (Incident each : older.undecidedIncidents()) {
                    if (rollout().incident(each.id()).isEmpty() && !older.id().equals(release)) {
                        writer.inherit(release, older.id(), each);
                        return;
                    }
                }
            }
        }

        private void supersede() {
            List<Rollout> fixes = writer.rollouts().values().stream()
                    .filter(each -> each.state() == RolloutState.IN_PRODUCTION
                            && each.restored().isEmpty())
                    .toList();
            if (rollout().state() != RolloutState.FAULTY) {
                writer.supersede(
                        release,
                        ReleaseId.of("next"),
                        rollout().deployments().isEmpty() && rollout().state().isBeforeProduction());
            } else if (!fixes.isEmpty()) {
                writer.restore(release, fixes.get(choice % fixes.size()).id());
            }
        }

        private void clearFleet() {
            if (rollout().restoration().isPresent()) {
                record(new RestorationEvent.FleetCleared(now()));
            }
        }

        private void deploy() {
            if (!rollout().isDeployedAt(SiteId.of(site()))) {
                writer.deploy(release, site(), Deployment.Basis.values()[choice / 3 % 3]);
            }
        }

        private void answer() {
            SiteId site = SiteId.of(site());
            if (Exposure.sitesAsked(rollout()).contains(site)) {
                Answer.Kind kind = choice % 2 == 0 ? Answer.Kind.ACCEPTED : Answer.Kind.DECLINED;
                record(new SiteEvent.Answered(now(), site, new Answer(site, now(), kind, "")));
            }
        }

        private void end() {
            pick(rollout().obligations().stream().filter(Obligation::isPending).toList())
                    .ifPresent(each -> writer.end(release, each.id().value(), OUTCOMES[choice % OUTCOMES.length]));
        }

        private void doneLate() {
            pick(rollout().obligations().stream()
                            .filter(each -> each.outcome() == ObligationOutcome.MISSED)
                            .toList())
                    .ifPresent(each -> record(new SiteEvent.ObligationDoneLate(now(), each.id())));
        }

        private void recompute() {
            pick(rollout().obligations().stream()
                            .filter(each -> !each.isPending())
                            .toList())
                    .ifPresent(each -> record(new SiteEvent.ObligationRecomputed(
                            now(), each.id(), OUTCOMES[choice % OUTCOMES.length], "seen since", JournalWriter.MU)));
        }

        private Optional<Obligation> pick(List<Obligation> from) {
            return from.isEmpty() ? Optional.empty() : Optional.of(from.get(choice / 7 % from.size()));
        }

        private Obligation[] obligations(String round, List<String> sites) {
            List<Obligation> all = new ArrayList<>();
            for (String each : sites) {
                Reporting reporting =
                        (choice + each.length()) % 3 == 0 ? Reporting.EVERY_RELEASE : Reporting.FAILURES_ONLY;
                for (Duty duty : List.of(Duty.ACKNOWLEDGE, Duty.DEPLOY, Duty.REPORT)) {
                    all.add(writer.siteOwes(duty, each, Duration.ofDays(1 + choice % 20), reporting, round));
                }
            }
            return all.toArray(Obligation[]::new);
        }

        private List<String> asked() {
            return SITES.subList(0, choice % (SITES.size() + 1));
        }

        /** Also one that declined meanwhile: its obligations are on record. */
        private boolean asked(String site) {
            return rollout().obligations().stream()
                    .anyMatch(
                            each -> each.duty() == Duty.REPORT && each.debtor().equals(Party.site(SiteId.of(site))));
        }

        private List<String> already() {
            return SITES.stream().filter(each -> asked(each)).toList();
        }

        private List<String> notAsked() {
            return SITES.stream().filter(each -> !already().contains(each)).toList();
        }

        private Actor filer() {
            return switch (choice % 3) {
                case 0 -> JournalWriter.MU;
                case 1 -> Actor.productTeam("tom", TeamId.of("team"));
                default -> Actor.site("admin", SiteId.of(site()));
            };
        }

        private String site() {
            return SITES.get(choice % SITES.size());
        }

        private Rollout rollout() {
            return writer.rollout(release);
        }

        private Instant now() {
            return writer.now();
        }

        private void record(RolloutEvent event) {
            writer.record(release, event);
        }
    }
}
