package org.gridrollout.api.software;

import java.util.regex.Pattern;
import org.gridrollout.api.Violations;

/**
 * Operating system major and architecture, {@code el9/x86_64}. Each platform has its own repositories.
 *
 * @param os operating system and its major version, such as {@code el9}
 * @param arch machine architecture, such as {@code x86_64}
 */
public record Platform(String os, String arch) implements Comparable<Platform> {

    private static final Pattern PART = Pattern.compile("[a-z0-9][a-z0-9_.-]{0,31}");

    public Platform {
        Violations.of("Platform")
                .unless(PART.matcher(os).matches(), "os must be like 'el9', was '%s'", os)
                .unless(PART.matcher(arch).matches(), "arch must be like 'x86_64', was '%s'", arch)
                .throwIfAny();
    }

    /**
     * Reads {@code os/arch}.
     *
     * @throws org.gridrollout.api.InvalidValueException if {@code text} is not of that form
     */
    public static Platform parse(String text) {
        int slash = text.indexOf('/');
        Violations.of("Platform")
                .unless(slash > 0 && slash == text.lastIndexOf('/'), "must be like 'el9/x86_64', was '%s'", text)
                .throwIfAny();
        return new Platform(text.substring(0, slash), text.substring(slash + 1));
    }

    @Override
    public int compareTo(Platform other) {
        int byOs = os.compareTo(other.os);
        return byOs != 0 ? byOs : arch.compareTo(other.arch);
    }

    @Override
    public String toString() {
        return os + "/" + arch;
    }
}
