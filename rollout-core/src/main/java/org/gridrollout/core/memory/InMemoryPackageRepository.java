package org.gridrollout.core.memory;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.gridrollout.api.publication.ChangeSet;
import org.gridrollout.api.publication.ChangeSetId;
import org.gridrollout.api.publication.Generation;
import org.gridrollout.api.publication.PublicationResult;
import org.gridrollout.api.software.Capability;
import org.gridrollout.api.software.Nevra;
import org.gridrollout.api.software.Platform;
import org.gridrollout.api.software.Sha256;
import org.gridrollout.api.software.Signature;
import org.gridrollout.api.software.SoftwarePackage;
import org.gridrollout.api.software.SoftwarePackageBuilder;
import org.gridrollout.api.software.Stage;
import org.gridrollout.api.spi.PackageRepository;
import org.gridrollout.api.spi.RepositoryException;

/**
 * A repository in memory: everything the contract asks for but durability. Thread-safe; readers never wait.
 *
 * <p>Its package files are texts as {@link java.util.Properties} reads them, in UTF-8, of at most 1 MiB, so that rules can
 * be tried without RPMs:
 *
 * <pre>
 * name=voms
 * epoch=0
 * version=2.1.0
 * release=1.el9
 * arch=x86_64
 * summary=Virtual organisation membership
 * provides.1=voms = 2.1.0-1.el9
 * requires.1=openssl-libs >= 3.0
 * requires.2=/bin/sh [pre]
 * files.1=/usr/bin/voms-proxy-init
 * end
 * </pre>
 *
 * {@code name}, {@code version}, {@code arch} and the last line are required, the last so that a file cut short is noticed.
 * The lists are {@code provides}, {@code requires}, {@code conflicts}, {@code obsoletes}, {@code recommends},
 * {@code suggests}, {@code supplements}, {@code enhances} and {@code files}, each numbered from 1 without gaps.
 */
public final class InMemoryPackageRepository implements PackageRepository {

    private record Shelf(Stage stage, Platform platform) {}

    private final Map<Sha256, SoftwarePackage> packages = new ConcurrentHashMap<>();
    private final Map<Shelf, Generation> current = new ConcurrentHashMap<>();
    private final ReentrantLock publishing = new ReentrantLock();
    private final Map<ChangeSetId, Long> published = new HashMap<>();
    private final Set<ChangeSetId> cancelled = new HashSet<>();

    private final Function<SoftwarePackage, Optional<Signature>> signatures;

    /** An empty repository that checks no signatures. */
    public InMemoryPackageRepository() {
        this(taken -> Optional.empty());
    }

    /**
     * An empty repository.
     *
     * @param signatures what it says of packages' signatures, asked each time; thread-safe
     */
    public InMemoryPackageRepository(Function<SoftwarePackage, Optional<Signature>> signatures) {
        this.signatures = signatures;
    }

    /** A package file of that name and no dependencies, which provides itself as every RPM does. */
    public static byte[] packageFile(Nevra nevra) {
        String version = nevra.evr().toString();
        return packageFile(new SoftwarePackageBuilder()
                .nevra(nevra)
                .sha256(Digest.NOTHING)
                .size(0)
                .summary(nevra.name())
                .source("")
                .addProvides(Capability.of(nevra.name(), Capability.Relation.EQ, version))
                .build());
    }

    /** A package file that is read back as this package; its digest and size are then those of the file. */
    public static byte[] packageFile(SoftwarePackage of) {
        return PackageText.write(of);
    }

    @Override
    public SoftwarePackage intake(InputStream content, String origin) {
        byte[] bytes;
        try {
            bytes = PackageText.readBounded(content, origin);
        } catch (IOException e) {
            throw new RepositoryException(origin + " could not be read: " + e.getMessage(), e);
        }
        SoftwarePackage read = PackageText.parse(bytes, origin);
        SoftwarePackage before = packages.putIfAbsent(read.sha256(), read);
        return signed(before == null ? read : before);
    }

    @Override
    public Optional<SoftwarePackage> describe(Sha256 sha256) {
        return Optional.ofNullable(packages.get(sha256)).map(this::signed);
    }

    @Override
    public Optional<Signature> signature(Sha256 sha256) {
        return Optional.ofNullable(packages.get(sha256)).flatMap(signatures);
    }

    private SoftwarePackage signed(SoftwarePackage taken) {
        Optional<Signature> signature = signatures.apply(taken);
        return signature.isEmpty()
                ? taken
                : new SoftwarePackageBuilder().from(taken).signature(signature).build();
    }

    @Override
    public Generation current(Stage stage, Platform platform) {
        return current.getOrDefault(new Shelf(stage, platform), new Generation(stage, platform, 0, List.of()));
    }

    @Override
    public PublicationResult publish(ChangeSet change, long expectedGeneration) {
        publishing.lock();
        try {
            Long before = published.get(change.id());
            if (before != null) {
                return new PublicationResult.AlreadyPublished(before);
            }
            if (cancelled.contains(change.id())) {
                return new PublicationResult.Refused(List.of("Change set " + change.id() + " was cancelled"));
            }
            Generation now = current(change.stage(), change.platform());
            if (now.number() != expectedGeneration) {
                return new PublicationResult.Conflict(now.number());
            }
            Publication publication = new Publication(change, now, packages);
            if (!publication.objections().isEmpty()) {
                return new PublicationResult.Refused(publication.objections());
            }
            Generation next = publication.next();
            published.put(change.id(), next.number());
            current.put(new Shelf(change.stage(), change.platform()), next); // the commit point: readers see it now
            return new PublicationResult.Published(next.number());
        } finally {
            publishing.unlock();
        }
    }

    @Override
    public PublicationResult cancel(ChangeSet change) {
        publishing.lock();
        try {
            Long before = published.get(change.id());
            if (before != null) {
                return new PublicationResult.AlreadyPublished(before);
            }
            cancelled.add(change.id());
            return new PublicationResult.Cancelled();
        } finally {
            publishing.unlock();
        }
    }
}
