package org.gridrollout.core.engine;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.gridrollout.api.RolloutException;
import org.gridrollout.api.command.Command;
import org.gridrollout.api.command.RegistryCommand;
import org.gridrollout.api.command.RolloutCommand;
import org.gridrollout.api.command.RolloutCommand.AbortPublication;
import org.gridrollout.api.command.RolloutCommand.ConfirmPublication;
import org.gridrollout.api.command.RolloutCommand.Contribute;
import org.gridrollout.api.command.SiteRegistryCommand.ReportVersions;
import org.gridrollout.api.notice.Notice;
import org.gridrollout.api.party.Actor;
import org.gridrollout.api.party.Party;
import org.gridrollout.api.party.Role;
import org.gridrollout.api.party.SiteId;
import org.gridrollout.api.registry.Installations;
import org.gridrollout.api.registry.Product;
import org.gridrollout.api.rollout.Rollout;
import org.gridrollout.api.software.Platform;
import org.gridrollout.api.software.ReleaseId;
import org.gridrollout.api.spi.Authorizer;
import org.gridrollout.api.spi.DeploymentSource;
import org.gridrollout.api.spi.RolloutStore;
import org.gridrollout.api.store.StreamId;
import org.gridrollout.api.store.StreamQuery;
import org.gridrollout.api.verdict.Finding;
import org.gridrollout.api.verdict.FindingOutcome;
import org.gridrollout.api.verdict.RuleId;
import org.gridrollout.api.verdict.Verdict;
import org.gridrollout.core.coverage.Coverage;
import org.gridrollout.core.engine.Decider.Result;
import org.gridrollout.core.lifecycle.Context;
import org.gridrollout.core.lifecycle.Decision;
import org.gridrollout.core.lifecycle.Lifecycle;
import org.gridrollout.core.register.VersionRegister;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs the staged rollout: takes commands, explains where a release stands, and does whatever is due.
 *
 * <p>Thread-safe; any number of engines may work on one store and repository. A failing backend surfaces as its exception;
 * what was decided by then is kept, and the next {@link #sweep} goes on from there.
 */
public final class RolloutEngine {

    private static final Logger LOG = LoggerFactory.getLogger(RolloutEngine.class);
    private static final RuleId MAY = RuleId.of("authorised");
    private static final int PAGE = 200;

    private final RolloutStore store;
    private final Ledger ledger;
    private final Decider decider;
    private final Registrar registrar;
    private final Inventories inventories;
    private final InventoryFollowing following;
    private final CoverageReader coverage;
    private final Settler settler;
    private final Courier courier;
    private final Authorizer authorizer;
    private final EngineClock clock;

    RolloutEngine(RolloutEngineBuilder parts) {
        store = parts.store();
        ledger = new Ledger(store);
        clock = new EngineClock(parts.clock(), store);
        Dependents dependents = new Dependents(parts.repository(), parts.versions());
        SituationReader reader = new SituationReader(ledger, dependents);
        decider = new Decider(store, reader, parts.policy(), parts.ruleBook(), parts.versions(), clock, parts.ids());
        registrar = new Registrar(store, parts.policy(), decider, clock);
        inventories = new Inventories(store, reader, decider, parts.versions(), clock);
        coverage = new CoverageReader(store);
        settler = new Settler(ledger, decider, new Publisher(parts.repository(), parts.versions()));
        following = new InventoryFollowing(store, inventories, settler);
        courier = new Courier(store, parts.announcer());
        authorizer = parts.authorizer();
    }

    /** Starts with nothing plugged in; a store and a repository are needed, everything else has a default. */
    public static RolloutEngineBuilder builder() {
        return new RolloutEngineBuilder();
    }

    /**
     * Carries a command out, publications and notices included.
     *
     * @throws UnknownReleaseException if the command is about a release that was never contributed
     * @throws RolloutException if a backend fails; what was decided by then stays decided
     */
    public Outcome execute(Command command) {
        Optional<Verdict> mayNot = unauthorised(command);
        if (mayNot.isPresent()) {
            return new Outcome.Refused(mayNot.get());
        }
        if (command instanceof RegistryCommand registry) {
            return register(registry);
        }
        RolloutCommand asked = (RolloutCommand) command;
        Result result = decider.decide(asked);
        result.decision().rollouts().keySet().forEach(settler::settle);
        deliver(new ArrayList<>());
        Optional<Verdict> refusal = result.decision().refusal();
        return refusal.isPresent()
                ? new Outcome.Refused(refusal.get())
                : new Outcome.Accepted(
                        result.decision().eventsOf(asked.releaseId()),
                        ledger.rollout(asked.releaseId()).value(),
                        result.notices());
    }

    /**
     * Why a release is where it is, who must act, and until when.
     *
     * @throws UnknownReleaseException if it was never contributed
     */
    public Verdict explain(ReleaseId release) {
        Situation situation = decider.situation(release);
        Context context = decider.context(situation);
        Decision byNow = Lifecycle.advance(situation.rollout().value().orElseThrow(), context);
        Rollout rollout = byNow.rollouts()
                .getOrDefault(release, situation.rollout().value().orElseThrow());
        return Lifecycle.explain(rollout, coverage.explaining(rollout, context));
    }

    /** A rollout as it was left by the last command or sweep. */
    public Optional<Rollout> rollout(ReleaseId release) {
        return ledger.rollout(release).value();
    }

    /** Everything that happened to a release, in order; empty if it was never contributed. */
    public List<RecordedEvent> history(ReleaseId release) {
        return ledger.history(release);
    }

    /** Everything that happened to any release after a position of the journal, at most {@code limit} records on. */
    public List<RecordedEvent> history(long after, int limit) {
        return ledger.history(after, limit);
    }

    /** Everything that happened to any release, or what sites reported, that a register does not know yet. */
    public void update(VersionRegister register) {
        new VersionFeed(store).update(register);
    }

    /** What a site runs on a platform, as it last reported; absent if it never did. */
    public Optional<Installations> installations(SiteId site, Platform platform) {
        return inventories.installations(site, platform);
    }

    /** Which product has rollout sites on which of its platforms now. Reads the whole registry. */
    public Coverage coverage() {
        return coverage(clock.get());
    }

    /** The same at another instant, as the registry stands now: enrolments may have begun or ended by then. */
    public Coverage coverage(Instant at) {
        return coverage.coverage(at);
    }

    /**
     * Reads an inventory and takes over what it says of each site, as if the actor had reported it. What fails, or is older
     * than what is known, is left out and reported; everything else is taken over.
     *
     * @param actor who may report for these sites: the MU for all of them
     */
    public InventoryReport readInventory(DeploymentSource source, Actor actor) {
        return new InventoryReading(this::execute).read(source, actor);
    }

    /**
     * Does everything that is due, by anyone, at any time, any number of times: ends periods, carries out pending
     * publications, delivers notices. What fails is reported and comes again with the next sweep.
     */
    public SweepReport sweep() {
        Instant now = clock.get();
        Set<ReleaseId> moved = new LinkedHashSet<>();
        List<String> failures = new ArrayList<>();
        following.sweep(now, moved, failures); // first: what a site said in time counts before the time is over
        StreamQuery due = StreamQuery.of(StreamId.Kind.ROLLOUT, PAGE).withDueBy(now);
        List<StreamId> page = store.find(due);
        while (!page.isEmpty()) {
            for (StreamId each : page) {
                sweep(ReleaseId.of(each.name()), moved, failures);
            }
            page = store.find(due.withAfter(page.get(page.size() - 1).name()));
        }
        int delivered = deliver(failures);
        return new SweepReport(now, List.copyOf(moved), delivered, failures);
    }

    private void sweep(ReleaseId release, Set<ReleaseId> moved, List<String> failures) {
        try {
            Result result = decider.advance(release);
            moved.addAll(result.decision().rollouts().keySet());
            if (settler.settle(release)) {
                moved.add(release);
            }
        } catch (RolloutException e) {
            LOG.warn("Sweeping {} failed; it comes again", release, e);
            failures.add(release + ": " + e.getMessage());
        }
    }

    private Outcome register(RegistryCommand command) {
        Outcome outcome = registrar.execute(command);
        if (!(command instanceof ReportVersions report) || outcome instanceof Outcome.Refused) {
            return outcome;
        }
        List<Notice> notices = following.follow(report.site(), report.platform());
        deliver(new ArrayList<>());
        return new Outcome.Accepted(List.of(), Optional.empty(), notices);
    }

    // Notices are kept until they are delivered, so that an announcer out of order stops nothing else.
    private int deliver(List<String> failures) {
        try {
            return courier.deliver();
        } catch (RuntimeException e) {
            LOG.warn("Notices could not be delivered; they come again", e);
            failures.add("notices: " + e.getMessage());
            return 0;
        }
    }

    private Optional<Verdict> unauthorised(Command command) {
        boolean forEngineOnly = command instanceof ConfirmPublication
                || command instanceof AbortPublication
                || command.actor().role() == Role.SYSTEM;
        Optional<String> reason = forEngineOnly
                ? Optional.of("Nobody can speak for the engine from outside.")
                : authorizer.refusal(command, product(command));
        return reason.map(each -> new Verdict(
                command.getClass().getSimpleName(),
                List.of(Finding.of(MAY, FindingOutcome.BLOCKED, each, List.of(Party.NOBODY)))));
    }

    private Optional<Product> product(Command command) {
        if (command instanceof Contribute contribute) {
            return ledger.product(contribute.release().product()).value().map(ProductEntry::product);
        } else if (command instanceof RolloutCommand rollout) {
            return ledger.rollout(rollout.releaseId())
                    .value()
                    .flatMap(each -> ledger.product(each.release().product()).value())
                    .map(ProductEntry::product);
        }
        return Optional.empty();
    }
}
