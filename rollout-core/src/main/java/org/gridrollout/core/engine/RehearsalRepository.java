package org.gridrollout.core.engine;

import java.io.InputStream;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gridrollout.api.publication.ChangeSet;
import org.gridrollout.api.publication.ChangeSetId;
import org.gridrollout.api.publication.Generation;
import org.gridrollout.api.publication.PublicationResult;
import org.gridrollout.api.software.PackageRef;
import org.gridrollout.api.software.Platform;
import org.gridrollout.api.software.Sha256;
import org.gridrollout.api.software.Signature;
import org.gridrollout.api.software.SoftwarePackage;
import org.gridrollout.api.software.Stage;
import org.gridrollout.api.spi.PackageRepository;
import org.gridrollout.api.spi.RepositoryException;

/**
 * Stands in for a repository: publishes whatever it is asked, to nobody. The packages' content need not be there; what is
 * known of them, of their signatures too, comes from the real repository as it is today, which is only read. Not
 * thread-safe.
 */
final class RehearsalRepository implements PackageRepository {

    /** What is offered when the rehearsal begins. */
    enum Begins {
        EMPTY,
        AS_IT_IS
    }

    private record Shelf(Stage stage, Platform platform) {}

    private static final Comparator<PackageRef> ORDER = Comparator.comparing(PackageRef::component)
            .thenComparing(each -> each.nevra().arch())
            .thenComparing(PackageRef::sha256);

    private final PackageRepository real;
    private final Begins begins;
    private final Map<Shelf, Generation> current = new HashMap<>();
    private final Map<ChangeSetId, Long> published = new HashMap<>();
    private final Set<ChangeSetId> cancelled = new LinkedHashSet<>();

    RehearsalRepository(PackageRepository real, Begins begins) {
        this.real = real;
        this.begins = begins;
    }

    @Override
    public SoftwarePackage intake(InputStream content, String origin) {
        throw new RepositoryException(origin + " cannot be taken in: this is a rehearsal");
    }

    @Override
    public Optional<SoftwarePackage> describe(Sha256 sha256) {
        return real.describe(sha256);
    }

    @Override
    public Optional<Signature> signature(Sha256 sha256) {
        return real.signature(sha256);
    }

    @Override
    public Generation current(Stage stage, Platform platform) {
        return current.computeIfAbsent(
                new Shelf(stage, platform),
                shelf -> begins == Begins.EMPTY
                        ? new Generation(stage, platform, 0, List.of())
                        : real.current(stage, platform));
    }

    @Override
    public PublicationResult publish(ChangeSet change, long expectedGeneration) {
        Long before = published.get(change.id());
        if (before != null) {
            return new PublicationResult.AlreadyPublished(before);
        } else if (cancelled.contains(change.id())) {
            return new PublicationResult.Refused(List.of("Change set " + change.id() + " was cancelled"));
        }
        long number = current(change.stage(), change.platform()).number() + 1;
        put(change, number);
        return new PublicationResult.Published(number);
    }

    @Override
    public PublicationResult cancel(ChangeSet change) {
        Long before = published.get(change.id());
        if (before != null) {
            return new PublicationResult.AlreadyPublished(before);
        }
        cancelled.add(change.id());
        return new PublicationResult.Cancelled();
    }

    /** Publishes what the real repository once said it had published, in the generation it said. */
    void put(ChangeSet change, long generation) {
        Generation now = current(change.stage(), change.platform());
        Set<PackageRef> packages = new LinkedHashSet<>(now.packages());
        change.remove().forEach(packages::remove);
        packages.addAll(change.add());
        published.put(change.id(), generation);
        current.put(
                new Shelf(change.stage(), change.platform()),
                new Generation(
                        change.stage(),
                        change.platform(),
                        Math.max(now.number(), generation),
                        packages.stream().sorted(ORDER).toList()));
    }
}
