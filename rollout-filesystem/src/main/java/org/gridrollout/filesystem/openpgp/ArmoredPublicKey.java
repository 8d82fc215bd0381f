package org.gridrollout.filesystem.openpgp;

import java.nio.file.Path;
import java.util.Arrays;
import org.gridrollout.filesystem.signature.KeyringException;
import org.jspecify.annotations.Nullable;

/** A public key as a file of its own, as it lies beside metadata; understood when it is first asked for. Thread-safe. */
public final class ArmoredPublicKey {

    private static final Path NAME = Path.of("public key");

    private final byte[] armored;
    private volatile @Nullable Keyring understood;

    /** Does not look at it yet. */
    public ArmoredPublicKey(byte[] armored) {
        this.armored = armored.clone();
    }

    /** The file. */
    public byte[] bytes() {
        return armored.clone();
    }

    /** Whether that is the same file. */
    public boolean isOf(byte[] other) {
        return Arrays.equals(armored, other);
    }

    /** @throws KeyringException if it cannot be read */
    Keyring keyring() {
        Keyring known = understood;
        if (known == null) {
            known = Keyring.of(armored, NAME);
            understood = known;
        }
        return known;
    }
}
