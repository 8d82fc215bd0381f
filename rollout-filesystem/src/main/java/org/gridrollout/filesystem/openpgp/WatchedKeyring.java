package org.gridrollout.filesystem.openpgp;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.locks.ReentrantLock;
import org.gridrollout.filesystem.signature.KeyringException;

/**
 * A keyring that is read again when its files change, so that revoking a key takes a file and no restart. Looking costs a
 * stat per file. Thread-safe.
 */
public final class WatchedKeyring {

    private final Path path;
    private final ReentrantLock reading = new ReentrantLock();
    private volatile Read last;

    private record Read(List<Stamp> stamps, Keyring keyring) {}

    /** Changes with any change of the file; the change time where the file system tells it, since that cannot be set. */
    private record Stamp(Path file, long size, String changed, String key) {}

    private WatchedKeyring(Path path, Read first) {
        this.path = path;
        this.last = first;
    }

    /**
     * Reads a keyring for the first time.
     *
     * @throws KeyringException if there is no key, or a file is damaged
     */
    public static WatchedKeyring open(Path path) throws IOException {
        return new WatchedKeyring(path, read(path));
    }

    /**
     * The keys as they are now; the same object as before if they are the same.
     *
     * @throws KeyringException if there is no key, or a file is damaged
     */
    public Keyring current() throws IOException {
        Read read = last;
        if (read.stamps().equals(stamps(path))) {
            return read.keyring();
        }
        reading.lock();
        try {
            if (!last.stamps().equals(stamps(path))) {
                last = read(path);
            }
            return last.keyring();
        } finally {
            reading.unlock();
        }
    }

    private static Read read(Path path) throws IOException {
        List<Stamp> before = stamps(path); // a change while reading is seen next time
        return new Read(before, Keyring.read(path));
    }

    private static List<Stamp> stamps(Path path) throws IOException {
        try {
            List<Stamp> stamps = new ArrayList<>();
            for (Path each : Keyring.files(path)) {
                BasicFileAttributes basic = Files.readAttributes(each, BasicFileAttributes.class);
                stamps.add(new Stamp(each, basic.size(), changed(each, basic), Objects.toString(basic.fileKey())));
            }
            return stamps;
        } catch (NoSuchFileException e) {
            throw new KeyringException(path, "there is no such file or directory", e);
        }
    }

    private static String changed(Path file, BasicFileAttributes basic) throws IOException {
        return file.getFileSystem().supportedFileAttributeViews().contains("unix")
                ? Files.getAttribute(file, "unix:ctime").toString()
                : basic.lastModifiedTime().toString();
    }
}
