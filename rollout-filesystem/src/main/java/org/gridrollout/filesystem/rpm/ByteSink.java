package org.gridrollout.filesystem.rpm;

/** Takes bytes as they come; {@link java.security.MessageDigest#update(byte[], int, int)} is one. */
@FunctionalInterface
public interface ByteSink {

    /** Takes that piece; the array is not kept, and may change afterwards. */
    void accept(byte[] bytes, int offset, int length);
}
