package org.gridrollout.core.metrics;

import java.util.Optional;
import org.gridrollout.api.event.RolloutEvent;
import org.gridrollout.api.event.SiteEvent;
import org.gridrollout.api.party.SiteId;
import org.gridrollout.api.rollout.Deployment;

/** Where releases run, and what sites answered when they were asked. */
final class DeploymentFold {

    private final Books books;

    DeploymentFold(Books books) {
        this.books = books;
    }

    void apply(Course course, RolloutEvent event) {
        if (event instanceof RolloutEvent.Deployed deployed) {
            deployed(course, deployed.deployment());
        } else if (event instanceof RolloutEvent.Undeployed gone) {
            asked(course, gone.site()).ifPresent(each -> each.undeployed(Micros.of(gone.at())));
        } else if (event instanceof SiteEvent.Answered answered) {
            asked(course, answered.site())
                    .ifPresent(each -> each.answered(
                            answered.answer().kind(),
                            Micros.of(answered.answer().at())));
        }
    }

    private void deployed(Course course, Deployment deployment) {
        SiteBook site = books.site(deployment.site().value());
        // Once it is decided to promote a release no site is asked any more, and who runs it is not counted.
        Optional<Asked> asked =
                course.state().isBeforeProduction() ? Optional.of(course.askedOrNew(site)) : course.asked(site);
        asked.ifPresent(each -> each.deployed(
                Micros.of(deployment.since()),
                deployment.until().map(Micros::of).orElse(Asked.STILL),
                deployment.basis()));
    }

    private Optional<Asked> asked(Course course, SiteId site) {
        return course.asked(books.site(site.value()));
    }
}
