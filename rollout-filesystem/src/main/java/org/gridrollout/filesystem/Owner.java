package org.gridrollout.filesystem;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/** Who holds a lock, as a person wants to read it. */
final class Owner {

    /** Asked of the system once; a name service could take seconds to say the same. */
    private static final String HOST = host();

    private Owner() {}

    static String doing(String what, Instant since) {
        return "process " + ProcessHandle.current().pid() + " on " + HOST + " since " + since + " to " + what;
    }

    private static String host() {
        try {
            return Files.readString(Path.of("/proc/sys/kernel/hostname")).strip();
        } catch (IOException e) {
            return Optional.ofNullable(System.getenv("HOSTNAME"))
                    .or(() -> Optional.ofNullable(System.getenv("COMPUTERNAME")))
                    .orElse("a host without a name");
        }
    }
}
