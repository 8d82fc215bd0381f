package org.gridrollout.api.spi;

import java.io.InputStream;
import java.util.Optional;
import org.gridrollout.api.publication.ChangeSet;
import org.gridrollout.api.publication.Generation;
import org.gridrollout.api.publication.PublicationResult;
import org.gridrollout.api.software.Platform;
import org.gridrollout.api.software.Sha256;
import org.gridrollout.api.software.Signature;
import org.gridrollout.api.software.SoftwarePackage;
import org.gridrollout.api.software.Stage;

/**
 * Holds packages, and offers some of them to clients per stage and platform.
 *
 * <p><b>Thread-safety:</b> any number of threads and processes may use one repository at once; readers never wait for
 * writers. <b>Atomicity:</b> {@link #publish} has one commit point; before it nothing is visible, after it everything,
 * also across a crash. <b>Failure:</b> {@link RepositoryException}, nothing changed, or, if that is uncertain, publishing
 * again under the same id finds out. Proven by {@code PackageRepositoryContract} in the testkit.
 */
public interface PackageRepository {

    /**
     * Takes a package file in and says what it is. The same content again costs nothing and gives the same answer.
     * Nothing is offered to clients by this alone.
     *
     * @param content read to its end, not closed
     * @param origin where it comes from, for error messages
     * @throws UnreadablePackageException if it is not a package this repository can offer
     */
    SoftwarePackage intake(InputStream content, String origin);

    /** What a package taken in before says of itself. */
    Optional<SoftwarePackage> describe(Sha256 sha256);

    /**
     * What it says now about who signed a package taken in before; empty if it checks no signatures or does not have the
     * package. Asked with every decision on a release that is not in production yet, so it should be cheap.
     */
    default Optional<Signature> signature(Sha256 sha256) {
        return describe(sha256).flatMap(SoftwarePackage::signature);
    }

    /** What clients are offered now; generation 0, without packages, if nothing was ever published. */
    Generation current(Stage stage, Platform platform);

    /**
     * Applies a change set whole, if the repository is at the expected generation. A change set published before is not
     * applied again, whatever the generation is now.
     */
    PublicationResult publish(ChangeSet change, long expectedGeneration);

    /**
     * Makes sure that a change set does not become visible any more, whoever still tries: {@link
     * PublicationResult.Cancelled} if it was not published, and from then on {@link #publish} answers {@link
     * PublicationResult.Refused}; {@link PublicationResult.AlreadyPublished} if this came too late. Cancelling twice is
     * the same as once.
     */
    PublicationResult cancel(ChangeSet change);
}
