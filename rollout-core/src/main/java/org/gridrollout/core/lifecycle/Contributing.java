package org.gridrollout.core.lifecycle;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gridrollout.api.command.RolloutCommand.Contribute;
import org.gridrollout.api.event.RolloutEvent;
import org.gridrollout.api.party.Party;
import org.gridrollout.api.publication.Breakage;
import org.gridrollout.api.registry.Product;
import org.gridrollout.api.rollout.ProductLine;
import org.gridrollout.api.rollout.RolloutState;
import org.gridrollout.api.sla.Duty;
import org.gridrollout.api.software.PackageRef;
import org.gridrollout.api.software.Release;
import org.gridrollout.api.software.ReleaseId;
import org.gridrollout.api.verdict.Enforcement;
import org.gridrollout.api.verdict.Verdict;

/** A product team offers a release. */
final class Contributing {

    private Contributing() {}

    static Optional<Verdict> contribute(Draft draft, Contribute command) {
        Release release = command.release();
        if (draft.begun()) {
            return draft.release().equals(release)
                    ? Optional.empty() // delivered twice
                    : new Guards("Contribute", release)
                            .require(
                                    false,
                                    "release-id-new",
                                    "A release " + release.id() + " with other content was contributed before.",
                                    Party.release(release.id()))
                            .refusal();
        }
        Guards guards = new Guards("Contribute", release);
        Optional<Product> product = draft.context().product();
        guards.require(
                product.isPresent(),
                "product-known",
                "Product " + release.product() + " is not registered.",
                Party.MIDDLEWARE_UNIT);
        product.ifPresent(known -> components(guards, known, release));
        OfferedVersions versions = new OfferedVersions(draft.context(), release, owner(product));
        versions.findings().forEach(guards::against);
        release.restores().ifPresent(faulty -> restores(guards, draft.context().line(), faulty));
        guards.require(
                release.certification().isPresent() || !draft.context().policy().certificationRequired(),
                "certification-present",
                "The release carries no certification.",
                owner(product));
        List<String> breakages = breakages(draft.context());
        boolean enforced = draft.policy().betaClosure() == Enforcement.ENFORCED;
        guards.require(
                breakages.isEmpty() || !enforced,
                "beta-stays-installable",
                String.join(" ", breakages),
                owner(product));
        Optional<Verdict> refusal = guards.refusal();
        if (refusal.isEmpty()) {
            List<String> remarks = new ArrayList<>(versions.remarks());
            remarks.addAll(breakages);
            draft.record(new RolloutEvent.Contributed(
                    draft.now(),
                    command.actor(),
                    release,
                    List.of(Obligations.ofMiddlewareUnit(
                            draft.policy(),
                            Duty.INTAKE,
                            "",
                            draft.now(),
                            draft.context().policy().intakeWithin())),
                    ChangeSets.intoBeta(release, draft.context().line(), draft.known(), draft.now()),
                    remarks));
        }
        return refusal;
    }

    private static List<String> breakages(Context context) {
        return context.around().beta().stream()
                .flatMap(each -> each.breakages().stream())
                .map(Breakage::sentence)
                .toList();
    }

    private static void components(Guards guards, Product product, Release release) {
        for (PackageRef each : release.packages()) {
            guards.require(
                    product.components().contains(each.component()),
                    "component-of-product",
                    each.component() + " is no component of " + product.id() + ".",
                    Party.team(product.team()));
        }
    }

    private static void restores(Guards guards, ProductLine line, ReleaseId faulty) {
        guards.require(
                line.entry(faulty)
                        .filter(each -> each.state() == RolloutState.FAULTY)
                        .isPresent(),
                "restores-faulty-release",
                faulty + " is no faulty release of this product on this platform.",
                Party.MIDDLEWARE_UNIT);
    }

    private static Party owner(Optional<Product> product) {
        return product.map(each -> Party.team(each.team())).orElse(Party.MIDDLEWARE_UNIT);
    }
}
