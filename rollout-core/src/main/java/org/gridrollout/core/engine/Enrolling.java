package org.gridrollout.core.engine;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gridrollout.api.command.RegistryCommand.EndEnrolment;
import org.gridrollout.api.command.RegistryCommand.Enrol;
import org.gridrollout.api.party.Party;
import org.gridrollout.api.registry.Enrolment;
import org.gridrollout.api.registry.Product;
import org.gridrollout.api.registry.Site;
import org.gridrollout.api.sla.CalendarId;
import org.gridrollout.api.verdict.Finding;
import org.gridrollout.core.engine.Ledger.Versioned;
import org.gridrollout.core.lifecycle.Ticks;
import org.gridrollout.core.policy.RolloutPolicy;
import org.gridrollout.core.rule.Wording;

/** Makes sites rollout sites of products, and ends it. */
final class Enrolling {

    private final Ledger ledger;
    private final RolloutPolicy policy;

    Enrolling(Ledger ledger, RolloutPolicy policy) {
        this.ledger = ledger;
        this.policy = policy;
    }

    Registration enrol(Enrol command) {
        Enrolment enrolment = command.enrolment();
        Versioned<ProductEntry> known = ledger.product(enrolment.product());
        Optional<Product> product = known.value().map(ProductEntry::product);
        Optional<Site> site = ledger.load(Streams.of(enrolment.site()), SiteEntry.class)
                .value()
                .map(SiteEntry::site);
        List<Finding> against = new ArrayList<>();
        if (product.isEmpty()) {
            against.add(against("product-known", "Product " + enrolment.product() + " is not registered."));
        }
        if (site.isEmpty()) {
            against.add(against("site-known", "Site " + enrolment.site() + " is not registered."));
        }
        CalendarId calendar = enrolment.sla().calendar();
        if (policy.calendar(calendar).isEmpty()) {
            against.add(against(
                    "calendar-known", "The policy has no calendar " + calendar + " to measure these terms by."));
        }
        if (product.isPresent() && site.isPresent()) {
            product.get()
                    .criteria()
                    .unmet(site.get(), enrolment.sla(), product.get())
                    .forEach(each -> against.add(against("selection-criteria", each)));
        }
        return against.isEmpty()
                ? write(known, known.value().orElseThrow().with(enrolment))
                : Registration.refused(against);
    }

    Registration end(EndEnrolment command, Instant now) {
        Versioned<ProductEntry> known = ledger.product(command.product());
        Optional<Enrolment> enrolled = known.value().flatMap(each -> each.enrolment(command.site()));
        Instant until = Ticks.truncate(command.until().isBefore(now) ? now : command.until());
        if (enrolled.isEmpty()) {
            return refused("enrolment-known", command.site() + " was never enrolled for " + command.product() + ".");
        }
        Enrolment enrolment = enrolled.get();
        if (enrolment.until().filter(each -> !each.isAfter(now)).isPresent()) {
            return command.until().isAfter(now)
                    ? refused(
                            "enrolment-not-ended",
                            name(enrolment) + " ended on "
                                    + Wording.instant(enrolment.until().get()) + "; enrol the site again.")
                    : Registration.NOTHING; // ended before
        }
        if (!until.isAfter(enrolment.from())) {
            return refused(
                    "ends-after-it-begins",
                    name(enrolment) + " begins on " + Wording.instant(enrolment.from()) + ", which is not before "
                            + Wording.instant(until) + "; end it later, or enrol the site at other times instead.");
        }
        return write(
                known,
                known.value()
                        .orElseThrow()
                        .with(new Enrolment(
                                enrolment.site(),
                                enrolment.product(),
                                enrolment.sla(),
                                enrolment.from(),
                                Optional.of(until))));
    }

    private static Registration write(Versioned<ProductEntry> known, ProductEntry entry) {
        return Registration.of(Streams.of(entry.product().id()), known, ProductEntry.class, entry);
    }

    private static String name(Enrolment enrolment) {
        return "The enrolment of " + enrolment.site() + " for " + enrolment.product();
    }

    private static Finding against(String rule, String sentence) {
        return Registration.finding(rule, sentence, Party.MIDDLEWARE_UNIT);
    }

    private static Registration refused(String rule, String sentence) {
        return Registration.refused(rule, sentence, Party.MIDDLEWARE_UNIT);
    }
}
