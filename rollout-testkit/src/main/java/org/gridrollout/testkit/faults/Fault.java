package org.gridrollout.testkit.faults;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;

/** What a disk answers instead of doing as asked, in the words of the default provider on Linux. */
public enum Fault {
    /** The process is dead: nothing it still tries has any effect. Hits every step. */
    STOPPED("The process was stopped here"),
    /** The device fails. Hits every step. */
    IO_ERROR("Input/output error"),
    /** Hits what takes space; a write has written its first half. */
    NO_SPACE("No space left on device"),
    /** An {@link AccessDeniedException}. Hits what the permissions of a directory are asked for. */
    NO_PERMISSION("Permission denied"),
    /** Hits whatever changes something. */
    READ_ONLY("Read-only file system");

    private final String words;

    Fault(String words) {
        this.words = words;
    }

    boolean hits(Step step) {
        return switch (this) {
            case STOPPED, IO_ERROR -> true;
            case NO_SPACE -> step.kind().takesSpace();
            case NO_PERMISSION -> step.kind().asksForPermission();
            case READ_ONLY -> step.kind().changes();
        };
    }

    IOException at(Step step) {
        return this == NO_PERMISSION
                ? new AccessDeniedException(step.path())
                : new FileSystemException(step.path(), null, words);
    }
}
