package org.gridrollout.api.registry;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.gridrollout.api.Violations;
import org.gridrollout.api.sla.Reporting;
import org.gridrollout.api.sla.Sla;
import org.immutables.value.Value;

/**
 * What a rollout site of a product has to be like, and the least its SLA must promise. What was not said does not meet a
 * criterion that asks for it.
 *
 * @param profiles any of these; empty for any profile, said or not
 * @param traits all of these
 * @param platformNeeded whether the site must run a platform that the product is released for
 * @param reporting the least that must be promised: {@link Reporting#FAILURES_ONLY} asks for no more than anybody promises
 * @param reportWithin the longest time to report, positive, in the working time of whatever calendar the SLA counts in;
 *     any if absent
 * @param deployTermNeeded whether the SLA must say within what time the site deploys
 */
@Value.Builder
public record SelectionCriteria(
        Set<String> profiles,
        Set<String> traits,
        boolean platformNeeded,
        Reporting reporting,
        Optional<Duration> reportWithin,
        boolean deployTermNeeded)
        implements WithSelectionCriteria {

    /** Any site will do, with any SLA. */
    public static final SelectionCriteria NONE =
            new SelectionCriteria(Set.of(), Set.of(), false, Reporting.FAILURES_ONLY, Optional.empty(), false);

    public SelectionCriteria {
        Violations.of("SelectionCriteria")
                .unless(
                        reportWithin.isEmpty() || reportWithin.get().compareTo(Duration.ZERO) > 0,
                        "reportWithin must be positive, was %s",
                        reportWithin.orElse(Duration.ZERO))
                .throwIfAny();
        profiles = Collections.unmodifiableSet(new TreeSet<>(profiles));
        traits = Collections.unmodifiableSet(new TreeSet<>(traits));
    }

    /** Starts from {@link #NONE}. */
    public static SelectionCriteriaBuilder builder() {
        return new SelectionCriteriaBuilder().from(NONE);
    }

    /** Everything that an enrolment of the site with that SLA for that product does not meet, a sentence each. */
    public List<String> unmet(Site site, Sla sla, Product product) {
        List<String> unmet = new ArrayList<>(unmetBySite(site, product));
        unmet.addAll(unmetBySla(sla));
        return unmet;
    }

    /** What the site itself does not meet, whatever it promises. */
    public List<String> unmetBySite(Site site, Product product) {
        List<String> unmet = new ArrayList<>();
        if (!profiles.isEmpty() && !profiles.contains(site.profile())) {
            String is = site.profile().isEmpty() ? "has not said its profile" : "is " + site.profile();
            unmet.add(site.id() + " " + is + "; rollout sites of " + product.id() + " are "
                    + String.join(" or ", profiles) + ".");
        }
        List<String> missing =
                traits.stream().filter(each -> !site.traits().contains(each)).toList();
        if (!missing.isEmpty()) {
            unmet.add(site.id() + " lacks " + String.join(", ", missing) + ".");
        }
        if (platformNeeded && Collections.disjoint(site.platforms(), product.platforms())) {
            String runs = site.platforms().isEmpty()
                    ? " has not said which platforms it runs"
                    : " runs " + list(site.platforms());
            unmet.add(site.id() + runs + "; " + product.id() + " is released for " + list(product.platforms()) + ".");
        }
        return unmet;
    }

    /** What an SLA lacks, whoever gives it. */
    public List<String> unmetBySla(Sla sla) {
        List<String> unmet = new ArrayList<>();
        if (sla.reporting().compareTo(reporting) < 0) {
            unmet.add(
                    "SLA '" + sla.name() + "' promises to report failures only; a report of every release is needed.");
        }
        if (reportWithin.isPresent() && sla.reportWithin().compareTo(reportWithin.get()) > 0) {
            unmet.add("SLA '" + sla.name() + "' promises a report within " + sla.reportWithin() + "; at most "
                    + reportWithin.get() + " is needed.");
        }
        if (deployTermNeeded && sla.deployWithin().isEmpty()) {
            unmet.add("SLA '" + sla.name() + "' does not say within what time the site deploys.");
        }
        return unmet;
    }

    private static String list(Set<?> values) {
        return String.join(", ", values.stream().map(Object::toString).toList());
    }
}
