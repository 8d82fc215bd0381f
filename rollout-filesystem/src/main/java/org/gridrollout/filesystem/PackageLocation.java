package org.gridrollout.filesystem;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.gridrollout.api.software.Nevra;

/** Where a package lies in a published tree, and which names may not be used for that. */
final class PackageLocation {

    /** What rpmbuild allows. No slash, no leading dot: such a name cannot lead out of the tree. */
    private static final Pattern SAFE = Pattern.compile("[A-Za-z0-9_+][A-Za-z0-9._+~^-]*");

    /** Most file systems' longest name. */
    private static final int LONGEST = 255;

    private PackageLocation() {}

    /** {@code Packages/v/voms-2.1.0-1.el9.x86_64.rpm}; the epoch is in the metadata only, as everywhere. */
    static String of(Nevra nevra) {
        char first = nevra.name().charAt(0);
        String shelf = String.valueOf(first).toLowerCase(Locale.ROOT);
        return "Packages/" + shelf + "/" + fileName(nevra);
    }

    /** Why the package can have no place, if so. */
    static Optional<String> problem(Nevra nevra) {
        String fileName = fileName(nevra);
        if (!SAFE.matcher(fileName).matches()) {
            return Optional.of(
                    "its name '" + fileName
                            + "' is not safe as a file name: letters, digits and . _ + ~ ^ - are, after a letter, digit, _ or +");
        }
        if (fileName.length() > LONGEST) {
            return Optional.of("its name is longer than " + LONGEST + " characters: " + fileName);
        }
        return Optional.empty();
    }

    private static String fileName(Nevra nevra) {
        return nevra.name() + "-" + nevra.evr().version() + "-" + nevra.evr().release() + "." + nevra.arch() + ".rpm";
    }
}
