package org.gridrollout.filesystem;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.ReadOnlyFileSystemException;
import org.junit.jupiter.api.Test;

class TroubleTest {

    private static final String ATTEMPT = "publish voms-1 in beta el9/x86_64";

    @Test
    void saysThatAFullDiskNeedsSpace() {
        IOException full = new FileSystemException("/srv/x", null, "No space left on device");
        assertThat(Trouble.explain(ATTEMPT, full))
                .hasMessage("Cannot publish voms-1 in beta el9/x86_64: /srv/x: No space left on device; free some space"
                        + " and try again. What was published is served on")
                .hasCause(full);
    }

    @Test
    void saysWhichFileMayNotBeWritten() {
        assertThat(Trouble.explain(ATTEMPT, new AccessDeniedException("/srv/x")))
                .hasMessageContaining("no permission for /srv/x; give this process's user access to it");
    }

    @Test
    void saysThatAReadOnlyFileSystemMustBeMountedWritable() {
        IOException refused = new FileSystemException("/srv/x", null, "Read-only file system");
        assertThat(Trouble.explain(ATTEMPT, refused)).hasMessageContaining("mount it writable");
        assertThat(Trouble.explain(ATTEMPT, new ReadOnlyFileSystemException()))
                .hasMessageContaining("mount it writable");
    }

    @Test
    void namesTheKindOfTroubleThatItDoesNotKnow() {
        assertThat(Trouble.explain(ATTEMPT, new FileSystemLoopException("/srv/x")))
                .hasMessageEndingWith(": FileSystemLoopException /srv/x");
    }

    @Test
    void saysWhatIsMissingAndWhatIsNoDirectory() {
        assertThat(Trouble.explain(ATTEMPT, new NoSuchFileException("/srv/x")))
                .hasMessageEndingWith(": there is no file or directory /srv/x");
        assertThat(Trouble.explain(ATTEMPT, new NotDirectoryException("/srv/x")))
                .hasMessageEndingWith(": /srv/x is no directory");
    }
}
