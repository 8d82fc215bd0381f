package org.gridrollout.core.closure;

import org.gridrollout.api.software.Nevra;
import org.gridrollout.api.software.PackageRef;

/**
 * A package as the universe knows it. Two packages of one NEVRA are told apart by their digests; they exclude each other.
 *
 * @param nevra what it is called
 * @param digest the file's SHA-256 in hexadecimal; empty where the index names none
 * @param origin whose it is
 */
public record Member(Nevra nevra, String digest, Origin origin) {

    /** The package a repository knows by this reference. */
    public static Member of(PackageRef ref, Origin origin) {
        return new Member(ref.nevra(), ref.sha256().toString(), origin);
    }

    /** Whether it is the same file, whoever owns it. */
    public boolean sameFile(Member other) {
        return nevra.equals(other.nevra) && digest.equals(other.digest);
    }

    @Override
    public String toString() {
        return nevra.toString();
    }
}
