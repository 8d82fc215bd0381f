package org.gridrollout.core.engine;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.gridrollout.api.RolloutException;
import org.gridrollout.api.command.Command;
import org.gridrollout.api.command.RegistryCommand;
import org.gridrollout.api.command.RolloutCommand;
import org.gridrollout.api.command.RolloutCommand.Promote;
import org.gridrollout.api.command.SiteRegistryCommand.ReportVersions;
import org.gridrollout.api.notice.Notice;
import org.gridrollout.api.party.Actor;
import org.gridrollout.api.party.SiteId;
import org.gridrollout.api.registry.Installations;
import org.gridrollout.api.rollout.Rollout;
import org.gridrollout.api.software.BaseSnapshot;
import org.gridrollout.api.software.Platform;
import org.gridrollout.api.software.ReleaseId;
import org.gridrollout.api.spi.DeploymentSource;
import org.gridrollout.api.spi.RolloutStore;
import org.gridrollout.api.store.StoreException;
import org.gridrollout.api.verdict.Enforcement;
import org.gridrollout.api.verdict.Verdict;
import org.gridrollout.core.coverage.Coverage;
import org.gridrollout.core.engine.Decider.Result;
import org.gridrollout.core.installability.BaseMove;
import org.gridrollout.core.installability.PromotionPlan;
import org.gridrollout.core.installability.RepositoryClosures;
import org.gridrollout.core.lifecycle.Context;
import org.gridrollout.core.lifecycle.Decision;
import org.gridrollout.core.lifecycle.Lifecycle;
import org.gridrollout.core.policy.RolloutPolicy;
import org.gridrollout.core.register.VersionRegister;

/**
 * Runs the staged rollout: takes commands, explains where a release stands, and does whatever is due.
 *
 * <p>Thread-safe; any number of engines may work on one store and repository. A failing backend surfaces as its exception;
 * what was decided by then is kept, and the next {@link #sweep} goes on from there.
 */
public final class RolloutEngine {

    private final RolloutEngineBuilder parts;
    private final RolloutStore store;
    private final Ledger ledger;
    private final Admission admission;
    private final Decider decider;
    private final Registrar registrar;
    private final Audit audit;
    private final Inventories inventories;
    private final InventoryFollowing following;
    private final CoverageReader coverage;
    private final Optional<Installing> installing;
    private final Optional<BaseMoves> baseMoves;
    private final JointPromotions jointPromotions;
    private final Settler settler;
    private final Courier courier;
    private final Sweeper sweeper;
    private final Supplier<Instant> clock;

    RolloutEngine(RolloutEngineBuilder parts) {
        this(parts, new EngineClock(parts.clock(), parts.store()), publisher -> publisher);
    }

    RolloutEngine(RolloutEngineBuilder parts, Supplier<Instant> clock, UnaryOperator<Publications> publications) {
        this.parts = parts.copy();
        this.clock = clock;
        store = parts.store();
        ledger = new Ledger(store);
        admission = new Admission(ledger, parts.authorizer());
        Dependents dependents = new Dependents(parts.repository(), parts.versions());
        Namesakes namesakes = new Namesakes(store, ledger, parts.versions());
        Candidates candidates = new Candidates(store, ledger);
        Optional<RepositoryClosures> closures =
                parts.base().map(base -> new RepositoryClosures(parts.repository(), base));
        installing = closures.map(each -> new Installing(each, candidates));
        baseMoves = closures.map(each -> new BaseMoves(each, candidates));
        SituationReader reader = new SituationReader(
                ledger, dependents, namesakes, new Signatures(parts.repository()), installing, parts.policy());
        decider = new Decider(store, reader, parts.policy(), parts.ruleBook(), parts.versions(), clock, parts.ids());
        registrar = new Registrar(store, parts.policy(), decider, clock);
        audit = new Audit(store, decider);
        inventories = new Inventories(store, reader, decider, parts.versions(), clock);
        coverage = new CoverageReader(store);
        jointPromotions = new JointPromotions(reader, decider, installing, clock);
        boolean strictBeta = parts.policy().betaClosure() == Enforcement.ENFORCED;
        settler = new Settler(
                ledger,
                decider,
                publications.apply(
                        new Publisher(parts.repository(), parts.versions(), candidates, installing, strictBeta)));
        following = new InventoryFollowing(store, inventories, settler);
        courier = new Courier(store, parts.announcer());
        sweeper = new Sweeper(store, decider, following, settler, courier);
    }

    /** Starts with nothing plugged in; a store and a repository are needed, everything else has a default. */
    public static RolloutEngineBuilder builder() {
        return new RolloutEngineBuilder();
    }

    /**
     * Carries a command out, publications and notices included. A refused one is recorded; see {@link #refusals}.
     *
     * @throws UnknownReleaseException if the command is about a release that was never contributed
     * @throws RolloutException if a backend fails; what was decided by then stays decided
     */
    public Outcome execute(Command command) {
        Optional<Verdict> mayNot = admission.refusal(command);
        if (mayNot.isPresent()) {
            return refused(command, mayNot.get(), clock.get());
        }
        if (command instanceof RegistryCommand registry) {
            return register(registry);
        }
        RolloutCommand asked = (RolloutCommand) command;
        Result result = asked instanceof Promote promote && !promote.with().isEmpty()
                ? jointPromotions.promote(promote)
                : decider.decide(asked);
        Optional<Outcome> refused = result.decision().refusal().map(each -> refused(command, each, result.at()));
        result.decision().rollouts().keySet().forEach(settler::settle);
        courier.deliver(new ArrayList<>());
        return refused.orElseGet(() -> new Outcome.Accepted(
                result.decision().eventsOf(asked.releaseId()),
                ledger.rollout(asked.releaseId()).value(),
                result.notices()));
    }

    private Outcome refused(Command command, Verdict verdict, Instant at) {
        audit.refused(command, verdict, at);
        return new Outcome.Refused(verdict);
    }

    /**
     * Why a release is where it is, who must act, and until when.
     *
     * @throws UnknownReleaseException if it was never contributed
     */
    public Verdict explain(ReleaseId release) {
        Instant now = clock.get();
        Situation situation = decider.situationToExplain(release, now);
        Context context = decider.context(situation, now);
        Decision byNow = Lifecycle.advance(situation.rollout().value().orElseThrow(), context);
        Rollout rollout = byNow.rollouts()
                .getOrDefault(release, situation.rollout().value().orElseThrow());
        return Lifecycle.explain(rollout, coverage.explaining(rollout, context));
    }

    /**
     * Which good releases of a platform can go to production now, in which order and what together, as far as what clients
     * can install is concerned; and why the others cannot. Every other rule is asked when they are promoted.
     *
     * @throws IllegalStateException if this engine was given no {@link RolloutEngineBuilder#base base}
     */
    public PromotionPlan plan(Platform platform) {
        return installing.orElseThrow(RolloutEngine::withoutBase).plan(platform);
    }

    private static IllegalStateException withoutBase() {
        return new IllegalStateException("what production is installed on top of is not known; give the engine a base");
    }

    /**
     * What would break in production and beta if that snapshot were pinned in place of the platform's base.
     *
     * @throws IllegalStateException if this engine was given no {@link RolloutEngineBuilder#base base}
     */
    public BaseMove rehearse(BaseSnapshot next) {
        return baseMoves.orElseThrow(RolloutEngine::withoutBase).rehearse(next);
    }

    /**
     * Files an incident with each release that would break, through the channel of all incidents, so that the MU has to
     * decide it before the base moves. Doing it twice is doing it once.
     *
     * @param actor who says so, mostly the MU
     */
    public void warn(BaseMove move, Actor actor) {
        BaseMoves.incidents(move, actor).forEach(each -> execute(each).orThrow());
    }

    /** The host's process, as this engine was given it. */
    public RolloutPolicy policy() {
        return parts.policy();
    }

    /** A rollout as it was left by the last command or sweep. */
    public Optional<Rollout> rollout(ReleaseId release) {
        return ledger.rollout(release).value();
    }

    /** Everything that happened to a release, in order; empty if it was never contributed. */
    public List<RecordedEvent> history(ReleaseId release) {
        return ledger.history(release);
    }

    /**
     * The next events of any release, in the order of the journal.
     *
     * @param after only positions greater than this; 0 for the beginning
     * @param limit at most so many, at least 1; fewer only where the journal ends
     */
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
     * The next commands that were refused, for want of the right or by a verdict, in the order of the journal.
     *
     * @param after only positions greater than this; 0 for the beginning
     * @param limit at most so many, at least 1; fewer only where there are no more
     */
    public List<Refusal> refusals(long after, int limit) {
        return audit.after(after, limit);
    }

    /**
     * The next changes of the journal: what was asked, and what it led to.
     *
     * @param after only changes behind this position; 0 for the beginning
     * @param limit at most so many, at least 1; fewer only where the journal ends
     */
    public List<RecordedChange> changes(long after, int limit) {
        return new ChangeReader(store).after(after, limit);
    }

    /**
     * Does everything that is due, by anyone, at any time, any number of times: ends periods, carries out pending
     * publications, delivers notices. What fails is reported and comes again with the next sweep.
     */
    public SweepReport sweep() {
        return sweeper.sweep(clock.get());
    }

    private Outcome register(RegistryCommand command) {
        Outcome outcome = registrar.execute(command);
        if (outcome instanceof Outcome.Refused refused) {
            return refused(command, refused.verdict(), clock.get());
        }
        if (!(command instanceof ReportVersions report)) {
            return outcome;
        }
        List<Notice> notices = following.follow(report.site(), report.platform());
        courier.deliver(new ArrayList<>());
        return new Outcome.Accepted(List.of(), Optional.empty(), notices);
    }

    /** Does what is due of one release; the rollouts something happened to. */
    Set<ReleaseId> look(ReleaseId release) {
        return sweeper.look(release);
    }

    /** Does what one site's report leads to and had to wait. */
    void follow(SiteId site, Platform platform) {
        following.follow(site, platform);
    }

    /** Does what all sites' reports lead to and had to wait. */
    void follow() {
        List<String> failures = new ArrayList<>();
        following.sweep(clock.get(), new LinkedHashSet<>(), failures);
        if (!failures.isEmpty()) {
            throw new StoreException(String.join("; ", failures));
        }
    }

    /** Carries out what is pending of one release. */
    void settle(ReleaseId release) {
        settler.settle(release);
    }

    /** When time or a pending publication next wants something of a release, if ever. */
    Optional<Instant> nextDue(ReleaseId release) {
        Instant now = clock.get();
        Situation situation = decider.situation(release, now);
        return Lifecycle.nextDue(situation.rollout().value().orElseThrow(), decider.context(situation, now));
    }

    /** What it was put together from. */
    RolloutEngineBuilder parts() {
        return parts.copy();
    }
}
