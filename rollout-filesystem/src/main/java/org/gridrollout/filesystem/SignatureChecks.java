package org.gridrollout.filesystem;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.gridrollout.api.software.Sha256;
import org.gridrollout.filesystem.openpgp.Keyring;
import org.gridrollout.filesystem.openpgp.PackageCheck;
import org.gridrollout.filesystem.openpgp.WatchedKeyring;
import org.gridrollout.filesystem.openpgp.WholePackage;
import org.gridrollout.filesystem.rpm.RpmFile;
import org.gridrollout.filesystem.rpm.RpmReader;
import org.gridrollout.filesystem.rpm.RpmSignatures;
import org.gridrollout.filesystem.signature.SignatureVerdict;
import org.gridrollout.filesystem.signature.SignatureVerdict.Good;

/**
 * Verdicts on packages in the pool, by the keys as they are now. A verdict is kept while the keys stay the same; else the
 * package's header is read again, and the payload only where a signature of rpm 3's kind is all there is. Thread-safe.
 */
final class SignatureChecks {

    private static final int MOST_KEPT = 100_000; // some 30 MB
    private static final int PIECE = 64 * 1024;

    private final WatchedKeyring keys;
    private final Pool pool;
    private final InstantSource clock;
    private volatile Kept kept;

    private record Kept(Keyring by, Map<Sha256, SignatureVerdict> verdicts) {}

    SignatureChecks(WatchedKeyring keys, Pool pool, InstantSource clock) throws IOException {
        this.keys = keys;
        this.pool = pool;
        this.clock = clock;
        this.kept = new Kept(keys.current(), new ConcurrentHashMap<>());
    }

    /** Starts checking a package on its way in. */
    Arriving begin(RpmSignatures signatures) throws IOException {
        Keyring by = keys.current();
        return new Arriving(by, new PackageCheck(by, signatures));
    }

    /** Empty if it is not in the pool. */
    Optional<SignatureVerdict> verdictOn(Sha256 sha256) throws IOException {
        Keyring now = keys.current();
        Kept known = kept;
        SignatureVerdict before = known.by() == now ? known.verdicts().get(sha256) : null;
        return before == null ? check(sha256, now) : Optional.of(before);
    }

    /** What any package file is worth, read to its end. */
    SignatureVerdict verdictOn(InputStream content, String origin) throws IOException {
        return WholePackage.verdict(content, origin, keys.current(), clock.instant());
    }

    private Optional<SignatureVerdict> check(Sha256 sha256, Keyring by) throws IOException {
        try (InputStream in = pool.open(sha256)) {
            RpmFile read = RpmReader.readToPayload(in, pool.path(sha256).toString());
            PackageCheck check = new PackageCheck(by, read.signatures());
            if (check.needsPayload()) {
                byte[] piece = new byte[PIECE];
                for (int count = in.read(piece); count >= 0; count = in.read(piece)) {
                    check.accept(piece, 0, count);
                }
            }
            SignatureVerdict verdict = check.verdict(clock.instant());
            keep(by, sha256, verdict);
            return Optional.of(verdict);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    private void keep(Keyring by, Sha256 sha256, SignatureVerdict verdict) {
        boolean untilLater = verdict instanceof Good good && good.until().isPresent();
        if (untilLater) {
            return; // time alone changes it
        }
        Kept known = kept;
        if (known.by() != by || known.verdicts().size() >= MOST_KEPT) {
            known = new Kept(by, new ConcurrentHashMap<>());
            kept = known;
        }
        known.verdicts().put(sha256, verdict);
    }

    /** The package is whole: its verdict is known from now on. */
    void arrived(Arriving arriving, Sha256 sha256) {
        keep(arriving.by(), sha256, arriving.check().verdict(clock.instant()));
    }

    /** A package that is coming in. */
    record Arriving(Keyring by, PackageCheck check) {}
}
