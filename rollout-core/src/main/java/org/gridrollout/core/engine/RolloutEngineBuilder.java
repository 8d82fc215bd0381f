package org.gridrollout.core.engine;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.gridrollout.api.Violations;
import org.gridrollout.api.spi.Announcer;
import org.gridrollout.api.spi.Authorizer;
import org.gridrollout.api.spi.BaseRepositories;
import org.gridrollout.api.spi.PackageRepository;
import org.gridrollout.api.spi.PromotionRule;
import org.gridrollout.api.spi.RolloutStore;
import org.gridrollout.api.spi.VersionScheme;
import org.gridrollout.core.policy.RolloutPolicy;
import org.gridrollout.core.rule.RuleBook;
import org.gridrollout.core.version.RpmVersionScheme;
import org.jspecify.annotations.Nullable;

/** Puts an engine together. Not thread-safe. */
public final class RolloutEngineBuilder {

    private @Nullable RolloutStore store;
    private @Nullable PackageRepository repository;
    private @Nullable BaseRepositories base;
    private RolloutPolicy policy = RolloutPolicy.STANDARD;
    private VersionScheme versions = new RpmVersionScheme();
    private Authorizer authorizer = new RoleAuthorizer();
    private Announcer announcer = notices -> {};
    private InstantSource clock = InstantSource.system();
    private Supplier<String> ids = () -> UUID.randomUUID().toString();
    private final List<PromotionRule> rules = new ArrayList<>();

    RolloutEngineBuilder() {}

    /** Where rollouts are kept; required. */
    public RolloutEngineBuilder store(RolloutStore value) {
        store = value;
        return this;
    }

    /** Where packages are published; required. */
    public RolloutEngineBuilder repository(PackageRepository value) {
        repository = value;
        return this;
    }

    /** The host's process; {@link RolloutPolicy#STANDARD} unless given. */
    public RolloutEngineBuilder policy(RolloutPolicy value) {
        policy = value;
        return this;
    }

    /**
     * What production is installed on top of. From then on nothing is published that breaks what clients can install;
     * without it that is not looked at.
     */
    public RolloutEngineBuilder base(BaseRepositories value) {
        base = value;
        return this;
    }

    /** How versions order; RPM's way unless given. */
    public RolloutEngineBuilder versions(VersionScheme value) {
        versions = value;
        return this;
    }

    /** Who may what; {@link RoleAuthorizer} unless given. */
    public RolloutEngineBuilder authorizer(Authorizer value) {
        authorizer = value;
        return this;
    }

    /** Who tells people; nobody unless given, and notices count as delivered. */
    public RolloutEngineBuilder announcer(Announcer value) {
        announcer = value;
        return this;
    }

    /** What time it is; the system's clock unless given. */
    public RolloutEngineBuilder clock(InstantSource value) {
        clock = value;
        return this;
    }

    /** Makes a new name for each attempt to change the store; random ones unless given. */
    public RolloutEngineBuilder changeIds(Supplier<String> value) {
        ids = value;
        return this;
    }

    /** Adds a rule of the host's own to the built-in ones. */
    public RolloutEngineBuilder rule(PromotionRule rule) {
        rules.add(rule);
        return this;
    }

    /**
     * The engine.
     *
     * @throws org.gridrollout.api.InvalidValueException if the store or the repository is missing
     */
    public RolloutEngine build() {
        Violations.of("RolloutEngine")
                .unless(store != null, "needs a store")
                .unless(repository != null, "needs a repository")
                .throwIfAny();
        return new RolloutEngine(this);
    }

    RolloutEngineBuilder copy() {
        RolloutEngineBuilder copy = new RolloutEngineBuilder();
        copy.store = store;
        copy.repository = repository;
        copy.base = base;
        copy.policy = policy;
        copy.versions = versions;
        copy.authorizer = authorizer;
        copy.announcer = announcer;
        copy.clock = clock;
        copy.ids = ids;
        copy.rules.addAll(rules);
        return copy;
    }

    RolloutStore store() {
        return Objects.requireNonNull(store);
    }

    PackageRepository repository() {
        return Objects.requireNonNull(repository);
    }

    Optional<BaseRepositories> base() {
        return Optional.ofNullable(base);
    }

    RolloutPolicy policy() {
        return policy;
    }

    RuleBook ruleBook() {
        return RuleBook.of(policy, versions, rules);
    }

    VersionScheme versions() {
        return versions;
    }

    Authorizer authorizer() {
        return authorizer;
    }

    Announcer announcer() {
        return announcer;
    }

    InstantSource clock() {
        return clock;
    }

    Supplier<String> ids() {
        return ids;
    }
}
