package org.gridrollout.filesystem.base;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.gridrollout.api.software.PackageRef;
import org.gridrollout.api.software.Sha256;
import org.gridrollout.api.software.SoftwarePackage;
import org.gridrollout.filesystem.base.RepomdReader.Repomd;
import org.gridrollout.filesystem.base.UnreadableBaseException.Problem;
import org.gridrollout.filesystem.yum.Digests;

/**
 * A YUM repository of somebody else, as its {@code repomd.xml} was when this was opened. Every other file is read when it is
 * asked for and held against the checksums in there: one that was replaced in between is noticed. Thread-safe if its source
 * is; holds no open files between calls.
 */
public final class ForeignRepository {

    private static final String REPOMD = "repodata/repomd.xml";
    private static final long LARGEST_REPOMD = 4 << 20;

    private final RepositorySource source;
    private final ReadLimits limits;
    private final byte[] repomd;
    private final Repomd index;

    private ForeignRepository(RepositorySource source, ReadLimits limits, byte[] repomd) {
        this.source = source;
        this.limits = limits;
        this.repomd = repomd;
        String name = MetadataFile.nameOf(source, REPOMD);
        BoundedText text = new BoundedText(new ByteArrayInputStream(repomd), name, limits.token());
        this.index = new RepomdReader(new XmlCursor(text, name, limits)).read();
    }

    /** Opens it within the {@link ReadLimits#standard} limits. */
    public static ForeignRepository open(RepositorySource source) {
        return open(source, ReadLimits.standard());
    }

    /**
     * Opens it.
     *
     * @throws UnreadableBaseException if its {@code repomd.xml} cannot be read
     */
    public static ForeignRepository open(RepositorySource source, ReadLimits limits) {
        long most = Math.min(limits.size(), LARGEST_REPOMD);
        try (StoredInput in = MetadataFile.open(source, REPOMD, most, Problem.TOO_LARGE, Optional.empty())) {
            return new ForeignRepository(source, limits, in.readAllBytes());
        } catch (IOException e) {
            throw new UnreadableBaseException(
                    Problem.UNREACHABLE,
                    MetadataFile.nameOf(source, REPOMD),
                    "it cannot be read: " + e.getMessage(),
                    e);
        }
    }

    /** Digest of its {@code repomd.xml}, which names all other files by their digests: equal ones, equal repositories. */
    public Sha256 id() {
        return Digests.of(repomd);
    }

    /** What it says of its age; empty if it says nothing. Other repositories' revisions do not compare with it. */
    public String revision() {
        return index.revision();
    }

    /**
     * Hands over its packages one by one, in its order, without source packages; their files are those in primary.
     *
     * @return how many there were
     * @throws UnreadableBaseException if the metadata cannot be read or is not what {@code repomd.xml} names; packages
     *     handed over before are then not to be relied on
     */
    public long forEachPackage(Consumer<? super SoftwarePackage> consumer) {
        long[] count = new long[1];
        new MetadataFile(source, index.primary(), limits)
                .parse(xml -> count[0] = new PrimaryReader(xml, limits).read(consumer));
        return count[0];
    }

    /**
     * The packages that own those paths; paths without an owner are left out. Reads all file lists, where there are any, and
     * keeps what it was asked for.
     *
     * @throws UnreadableBaseException as {@link #forEachPackage} does
     */
    public Map<String, Set<PackageRef>> owners(Set<String> paths) {
        Map<String, Set<PackageRef>> owners = new HashMap<>();
        if (paths.isEmpty()) {
            return owners;
        }
        if (index.filelists().isPresent()) {
            new MetadataFile(source, index.filelists().get(), limits)
                    .parse(xml -> owners.putAll(new FilelistsReader(xml, limits, paths).read()));
        } else {
            forEachPackage(each -> each.files().stream()
                    .filter(paths::contains)
                    .forEach(path -> owners.computeIfAbsent(path, key -> new LinkedHashSet<>())
                            .add(each.ref())));
        }
        return owners;
    }

    /**
     * Copies the metadata that is read here, byte for byte, so that the copy is a repository of the same {@link #id} for
     * {@link RepositorySource#in}.
     *
     * @throws UnreadableBaseException as {@link #forEachPackage} does; the copy is then not whole
     * @throws IOException if the sink fails
     */
    public void copyTo(FileSink sink) throws IOException {
        try (OutputStream out = sink.create(REPOMD)) {
            out.write(repomd);
        }
        new MetadataFile(source, index.primary(), limits).copy(sink);
        if (index.filelists().isPresent()) {
            new MetadataFile(source, index.filelists().get(), limits).copy(sink);
        }
    }

    @Override
    public String toString() {
        return source.toString();
    }
}
