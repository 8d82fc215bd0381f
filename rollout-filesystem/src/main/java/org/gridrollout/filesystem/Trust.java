package org.gridrollout.filesystem;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.gridrollout.api.software.PackageRef;
import org.gridrollout.api.software.Sha256;
import org.gridrollout.api.software.Signature;
import org.gridrollout.api.software.Stage;
import org.gridrollout.filesystem.signature.SignaturePolicy;
import org.gridrollout.filesystem.signature.SignatureVerdict;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What each stage asks of packages' signatures, and whether they keep to it. Thread-safe. */
final class Trust {

    private static final Logger LOG = LoggerFactory.getLogger(Trust.class);

    private final Map<Stage, SignaturePolicy> policies;
    private final Optional<SignatureChecks> checks;
    private final Set<Stage> requiring;

    /** @param checks absent if there is no keyring; then every stage ignores signatures */
    Trust(Map<Stage, SignaturePolicy> policies, Optional<SignatureChecks> checks) {
        this.policies = Map.copyOf(policies);
        this.checks = checks;
        this.requiring = policies.entrySet().stream()
                .filter(each -> each.getValue() == SignaturePolicy.REQUIRE)
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** What a package in the pool is worth now; empty if nobody looks, or it is not there. */
    Optional<Signature> signatureOf(Sha256 sha256) throws IOException {
        Optional<SignatureVerdict> verdict =
                checks.isEmpty() ? Optional.empty() : checks.get().verdictOn(sha256);
        return verdict.map(each -> new Signature(
                each.isTrusted() ? Signature.Trust.TRUSTED : Signature.Trust.UNTRUSTED, each.sentence(), requiring));
    }

    /** What of these packages, which are in the pool, may not be published to a stage; one sentence each. */
    List<String> objections(Stage stage, List<PackageRef> added) throws IOException {
        SignaturePolicy policy = policies.getOrDefault(stage, SignaturePolicy.IGNORE);
        if (policy == SignaturePolicy.IGNORE || checks.isEmpty()) {
            return List.of();
        }
        List<String> objections = new ArrayList<>();
        for (PackageRef each : added) {
            Optional<SignatureVerdict> distrust = distrust(each);
            if (distrust.isPresent() && policy == SignaturePolicy.WARN) {
                LOG.warn(
                        "Package {} goes to {} unsigned by a trusted key. {}",
                        each,
                        stage.path(),
                        distrust.get().sentence());
            } else {
                distrust.ifPresent(verdict -> objections.add(objection(stage, each, verdict)));
            }
        }
        return objections;
    }

    /** The same of one package, if that is required. */
    Optional<String> objection(Stage stage, PackageRef added) throws IOException {
        return policies.get(stage) == SignaturePolicy.REQUIRE
                ? distrust(added).map(verdict -> objection(stage, added, verdict))
                : Optional.empty();
    }

    private Optional<SignatureVerdict> distrust(PackageRef added) throws IOException {
        return checks.isEmpty()
                ? Optional.empty()
                : checks.get().verdictOn(added.sha256()).filter(verdict -> !verdict.isTrusted());
    }

    private static String objection(Stage stage, PackageRef added, SignatureVerdict verdict) {
        return "Package " + added + " is not signed by a trusted key, which " + stage.path() + " requires. "
                + verdict.sentence();
    }
}
