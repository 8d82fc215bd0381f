package org.gridrollout.filesystem.base;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.NoSuchFileException;
import java.util.Optional;
import java.util.function.Consumer;
import org.gridrollout.filesystem.base.UnreadableBaseException.Problem;
import org.jspecify.annotations.Nullable;

/** One metadata file of a repository: opened, bounded, and held against what was said of it. */
final class MetadataFile {

    private final RepositorySource source;
    private final RepomdEntry entry;
    private final ReadLimits limits;
    private final String name;

    MetadataFile(RepositorySource source, RepomdEntry entry, ReadLimits limits) {
        this.source = source;
        this.entry = entry;
        this.limits = limits;
        this.name = nameOf(source, entry.path());
    }

    static String nameOf(RepositorySource source, String path) {
        String root = source.toString();
        return root + (root.endsWith("/") ? "" : "/") + path;
    }

    /** Has the file's XML read. That it is the file which was named is known when this returns, and not earlier. */
    void parse(Consumer<XmlCursor> reading) {
        try (StoredInput stored = openStored()) {
            try {
                parse(stored, reading);
            } catch (UnreadableBaseException e) {
                boolean suspect = e.problem() == Problem.MALFORMED || e.problem() == Problem.TOO_LARGE;
                if (suspect && !stored.endsAsExpected()) {
                    throw changed(e);
                }
                throw e;
            }
            if (!stored.endsAsExpected()) {
                throw changed(null);
            }
        } catch (IOException e) {
            throw unreachable(e);
        }
    }

    private void parse(StoredInput stored, Consumer<XmlCursor> reading) {
        long most = Math.min(limits.openSize(), entry.openSize().orElse(Long.MAX_VALUE));
        try (OpenInput open =
                new OpenInput(uncompressed(stored), stored, name, most, limits.ratio(), entry.openChecksum())) {
            reading.accept(new XmlCursor(new BoundedText(open, name, limits.token()), name, limits));
            if (!open.endsAsExpected()) {
                throw new UnreadableBaseException(
                        Problem.CHANGED, name, "uncompressed it does not have the checksum in repomd.xml", null);
            }
        } catch (IOException e) {
            throw new UnreadableBaseException(
                    Problem.MALFORMED, name, "it cannot be uncompressed: " + e.getMessage(), e);
        }
    }

    private InputStream uncompressed(StoredInput stored) throws IOException {
        try {
            return Archive.uncompressed(stored.unclosed());
        } catch (UnreadableBaseException e) {
            throw e;
        } catch (RuntimeException e) { // decompressors fail in many ways on what is not theirs
            throw new IOException(e.toString(), e);
        }
    }

    /**
     * Copies the file as it is stored. That it is the one which was named is known when this returns.
     *
     * @throws IOException if the sink fails
     */
    void copy(FileSink sink) throws IOException {
        try (StoredInput stored = openStored();
                OutputStream out = sink.create(entry.path())) {
            stored.transferTo(out);
            if (!stored.endsAsExpected()) {
                throw changed(null);
            }
        }
    }

    private StoredInput openStored() {
        long said = entry.size().orElse(Long.MAX_VALUE);
        Problem beyond = said <= limits.size() ? Problem.CHANGED : Problem.TOO_LARGE;
        return open(source, entry.path(), Math.min(limits.size(), said), beyond, Optional.of(entry.checksum()));
    }

    static StoredInput open(
            RepositorySource source, String path, long most, Problem beyond, Optional<Checksum> expected) {
        String name = nameOf(source, path);
        try {
            return new StoredInput(source.open(path), name, most, beyond, expected);
        } catch (NoSuchFileException e) {
            throw new UnreadableBaseException(Problem.MISSING, name, "there is no such file", e);
        } catch (IOException e) {
            throw new UnreadableBaseException(Problem.UNREACHABLE, name, "it cannot be read: " + e.getMessage(), e);
        }
    }

    private UnreadableBaseException changed(@Nullable Throwable cause) {
        return new UnreadableBaseException(
                Problem.CHANGED, name, "it does not have the checksum that repomd.xml says", cause);
    }

    private UnreadableBaseException unreachable(IOException e) {
        return new UnreadableBaseException(Problem.UNREACHABLE, name, "it cannot be read: " + e.getMessage(), e);
    }
}
