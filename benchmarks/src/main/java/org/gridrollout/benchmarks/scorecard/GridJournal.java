package org.gridrollout.benchmarks.scorecard;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.gridrollout.api.event.RolloutEvent;
import org.gridrollout.api.party.SiteId;
import org.gridrollout.api.sla.Obligation;
import org.gridrollout.api.software.Evr;
import org.gridrollout.api.software.Nevra;
import org.gridrollout.api.software.PackageRef;
import org.gridrollout.api.software.Platform;
import org.gridrollout.api.software.ProductId;
import org.gridrollout.api.software.Release;
import org.gridrollout.api.software.ReleaseId;
import org.gridrollout.api.software.Sha256;
import org.gridrollout.core.engine.RecordedEvent;

/**
 * The journal of a made-up grid, the same in every run: each release is contributed, announced, answered by its sites and
 * promoted; every eighth has a known issue, every fortieth turns out to be faulty in production; the product's next one takes
 * its place. Knows nothing of how scorecards are counted.
 */
final class GridJournal {

    private static final Platform EL9 = Platform.parse("el9/x86_64");
    private static final int KNOWN_ISSUE_EVERY = 8;
    private static final int FAULTY_EVERY = 40;

    private final GridShape shape;
    private final List<Terms> sites;
    private final List<RecordedEvent> events = new ArrayList<>();

    private GridJournal(GridShape shape) {
        this.shape = shape;
        List<SiteId> ids = shape.siteIds();
        this.sites = IntStream.range(0, ids.size())
                .mapToObj(each -> new Terms(ids.get(each), each))
                .toList();
    }

    /** All events in the order of their instants, with positions from 1 on. */
    static List<RecordedEvent> of(GridShape shape) {
        GridJournal journal = new GridJournal(shape);
        ReleaseCourse[] latest = new ReleaseCourse[shape.products()];
        for (int release = 0; release < shape.releases(); release++) {
            journal.write(release, latest);
        }
        return journal.inOrder();
    }

    private void write(int number, ReleaseCourse[] latest) {
        Release release = release(number);
        Consumer<RolloutEvent> journal = event -> add(release.id(), event);
        ReleaseCourse course = new ReleaseCourse(release, shape.contributedAt(number), journal);
        List<Terms> asked = shape.askedFor(number).mapToObj(sites::get).toList();

        List<Obligation> owed = asked.stream()
                .flatMap(site -> shape.duties().stream().map(duty -> site.owed(duty, course.announcedAt())))
                .toList();
        course.contributeAndAnnounce(owed);
        SiteAnswers answers = new SiteAnswers(new SplittableRandom(number), journal);
        int duties = shape.duties().size();
        for (int i = 0; i < asked.size(); i++) {
            answers.record(asked.get(i), owed.subList(i * duties, (i + 1) * duties), course.announcedAt());
        }
        if (number % KNOWN_ISSUE_EVERY == 3) {
            course.knownIssue(asked.get(number % asked.size()));
        }
        course.promote();
        if (number % FAULTY_EVERY == 7) {
            course.becomeFaulty(asked.get(number % asked.size()));
        }
        ReleaseCourse older = latest[shape.productOf(number)];
        if (older != null) {
            older.supersededBy(course);
        }
        latest[shape.productOf(number)] = course;
    }

    private void add(ReleaseId release, RolloutEvent event) {
        events.add(new RecordedEvent(0, release, event.at(), "somebody", event));
    }

    private List<RecordedEvent> inOrder() {
        events.sort(Comparator.comparing(RecordedEvent::recordedAt)); // stable: a release's own order stays
        for (int i = 0; i < events.size(); i++) {
            RecordedEvent each = events.get(i);
            events.set(i, new RecordedEvent(i + 1, each.release(), each.recordedAt(), each.actor(), each.event()));
        }
        return events;
    }

    private Release release(int number) {
        String product = "product-" + shape.productOf(number);
        String version = "1." + number / shape.products();
        String hex = Integer.toHexString(number);
        return Release.builder()
                .id(ReleaseId.of(product + "-" + version))
                .product(ProductId.of(product))
                .label(product + " " + version)
                .platform(EL9)
                .packages(List.of(new PackageRef(
                        new Nevra(product, Evr.of(version, "1.el9"), "x86_64"),
                        new Sha256("0".repeat(64 - hex.length()) + hex))))
                .build();
    }
}
