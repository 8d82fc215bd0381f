package org.gridrollout.filesystem.signature;

/**
 * A key of the keyring.
 *
 * @param fingerprint in upper-case hexadecimal digits; of the key that signed, which may be a subkey
 * @param owner the user ID of its primary key, {@code Ada Lovelace <ada@example.org>}; empty if it has none
 */
public record SigningKey(String fingerprint, String owner) {

    @Override
    public String toString() {
        return owner.isEmpty() ? "key " + fingerprint : owner + " (key " + fingerprint + ")";
    }
}
