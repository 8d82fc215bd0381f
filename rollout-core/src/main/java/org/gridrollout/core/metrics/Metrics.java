package org.gridrollout.core.metrics;

import java.time.Instant;
import java.util.Set;
import org.gridrollout.api.event.IncidentEvent;
import org.gridrollout.api.event.RolloutEvent;
import org.gridrollout.api.party.SiteId;
import org.gridrollout.api.rollout.RolloutState;
import org.gridrollout.api.sla.Compliance;
import org.gridrollout.api.software.ProductId;
import org.gridrollout.core.engine.RecordedEvent;

/**
 * Scorecards folded from the journal. Feed it every event in the journal's order, from the first on, as
 * {@link org.gridrollout.core.engine.RolloutEngine#history(long, int)} gives them; after any of them every scorecard is exact,
 * and the same as if all were counted anew. An event that was fed before is ignored, so that pages may overlap.
 *
 * <p><b>Cost.</b> An event costs itself: a handful of look-ups, and a search in one month of its party (an announcement costs
 * its obligations, a hold that prolongs them the release's). A scorecard costs the months of its period, each a few sums and
 * binary searches; only in a month that the period cuts, and where one product is asked for, it looks at single obligations,
 * those of that site in those months. Memory follows the obligations, about a hundred bytes each, and the releases, never the
 * events.
 *
 * <p>Not thread-safe: confine it to one thread, or guard it. The scorecards it gives are immutable.
 */
public final class Metrics {

    private final UnknownCap cap;
    private final Books books = new Books();
    private final ObligationFold obligations = new ObligationFold(books);
    private final DeploymentFold deployments = new DeploymentFold(books);
    private final IncidentFold incidents = new IncidentFold(books);
    private final RestorationFold restorations = new RestorationFold(books);
    private long position;

    private Metrics(UnknownCap cap) {
        this.cap = cap;
    }

    /** Nothing seen yet; {@link UnknownCap#STANDARD} of what fell due may be unknown. */
    public static Metrics empty() {
        return empty(UnknownCap.STANDARD);
    }

    /** Nothing seen yet; so much may be unknown before honour is not to be relied on. */
    public static Metrics empty(UnknownCap cap) {
        return new Metrics(cap);
    }

    /**
     * Counts one more event, unless it was counted before.
     *
     * @throws IllegalStateException if it is about a release whose contribution was not seen, or cannot happen to it; nothing
     *     was changed then
     */
    public void apply(RecordedEvent recorded) {
        if (recorded.position() > position) {
            count(recorded);
            position = recorded.position();
        }
    }

    /** Counts events in their order, those that were counted before left out; see {@link #apply}. */
    public void applyAll(Iterable<RecordedEvent> page) {
        page.forEach(this::apply);
    }

    /** The journal's position of the last event that was counted; 0 if there was none. Go on after it. */
    public long position() {
        return position;
    }

    /** The sites that owed, ran or filed anything, by name. */
    public Set<SiteId> sites() {
        return books.sites();
    }

    /** The products that something was contributed of, by name. */
    public Set<ProductId> products() {
        return books.products();
    }

    /** How a site kept its promises over a period; a site that was never heard of has an empty scorecard. */
    public SiteScorecard site(SiteId site, Period period) {
        return books.knownSite(site).orElseGet(SiteBook::new).scorecard(site, period, cap);
    }

    /** The same for one product alone. */
    public SiteScorecard site(SiteId site, ProductId product, Period period) {
        return books.knownSite(site).orElseGet(SiteBook::new).scorecard(site, product, period, cap);
    }

    /** How a product's releases fared over a period; a product that was never heard of has an empty scorecard. */
    public ProductScorecard product(ProductId product, Period period) {
        return books.knownProduct(product)
                .orElseGet(() -> new ProductBook(product))
                .scorecard(period);
    }

    /** How the Middleware Unit kept its own promises over a period. */
    public MiddlewareUnitScorecard middlewareUnit(Period period) {
        return books.unit().scorecard(period);
    }

    /**
     * Whether a site keeps its SLA for a product well enough, over the agreement's window that ends at {@code at}, exclusive.
     */
    public ComplianceCheck compliance(SiteId site, ProductId product, Compliance agreed, Instant at) {
        return ComplianceCheck.of(agreed, at, period -> site(site, product, period));
    }

    private void count(RecordedEvent recorded) {
        RolloutEvent event = recorded.event();
        boolean begins = event instanceof RolloutEvent.Contributed;
        Course course = event instanceof RolloutEvent.Contributed contributed
                ? books.begin(recorded.release(), contributed)
                : books.course(recorded.release());
        RolloutState next = begins ? RolloutState.CONTRIBUTED : Steps.after(course.state(), event);
        obligations.apply(course, event);
        deployments.apply(course, event);
        if (event instanceof IncidentEvent incident) {
            incidents.apply(course, incident);
        }
        restorations.apply(course, event);
        ProgressFold.apply(course, next, event);
    }
}
