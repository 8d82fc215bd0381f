package org.gridrollout.filesystem;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.ReadOnlyFileSystemException;
import java.util.Locale;
import org.gridrollout.api.spi.RepositoryException;

/** Says what a failing disk means for the person who has to mend it. */
final class Trouble {

    private Trouble() {}

    /** @param attempt what was being done, {@code "publish voms-1 to beta el9/x86_64"} */
    static RepositoryException explain(String attempt, IOException cause) {
        return new RepositoryException("Cannot " + attempt + ": " + reason(cause), cause);
    }

    static RepositoryException explain(String attempt, ReadOnlyFileSystemException cause) {
        return new RepositoryException(
                "Cannot " + attempt
                        + ": the file system is read-only; mount it writable. What was published is served on",
                cause);
    }

    /** Whether it is a matter of this disk now, which somebody can mend, and not of what the file system can do. */
    static boolean passes(IOException trouble) {
        String lower = lower(trouble);
        return trouble instanceof AccessDeniedException
                || isFull(lower)
                || isReadOnly(lower)
                || lower.contains("input/output error");
    }

    private static String reason(IOException cause) {
        String text = String.valueOf(cause.getMessage());
        String lower = lower(cause);
        if (cause instanceof AccessDeniedException denied) {
            return "no permission for " + denied.getFile()
                    + "; give this process's user access to it. What was published is served on";
        } else if (isFull(lower)) {
            return text + "; free some space and try again. What was published is served on";
        } else if (isReadOnly(lower)) {
            return text + "; mount it writable. What was published is served on";
        } else if (cause instanceof NoSuchFileException missing) {
            return "there is no file or directory " + missing.getFile();
        } else if (cause instanceof NotDirectoryException file) {
            return file.getFile() + " is no directory";
        } else if (cause instanceof ClosedByInterruptException) {
            return "the thread was interrupted; try again";
        } else if (cause instanceof FileSystemException) {
            return cause.getClass().getSimpleName() + " " + text;
        }
        return text;
    }

    private static String lower(IOException trouble) {
        return String.valueOf(trouble.getMessage()).toLowerCase(Locale.ROOT);
    }

    private static boolean isFull(String lower) {
        return lower.contains("no space left") || lower.contains("quota");
    }

    private static boolean isReadOnly(String lower) {
        return lower.contains("read-only file system");
    }
}
