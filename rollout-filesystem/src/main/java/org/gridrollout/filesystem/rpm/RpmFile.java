package org.gridrollout.filesystem.rpm;

/**
 * A package up to its payload.
 *
 * @param payload to be fed the payload, and asked in the end
 */
public record RpmFile(RpmMetadata metadata, RpmSignatures signatures, PayloadDigest payload) {}
