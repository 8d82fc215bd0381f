package org.gridrollout.filesystem.base;

import org.gridrollout.api.Violations;
import org.immutables.value.Value;

/**
 * How much a foreign repository may ask of us. The {@link #standard} ones are several times what the largest public
 * repositories need.
 *
 * @param packages in one repository
 * @param entries of each kind (provides, requires, ..., paths) in one package
 * @param token characters of one text or one tag
 * @param depth of elements in each other
 * @param size bytes of one file as it is stored
 * @param openSize bytes of one file uncompressed
 * @param ratio how many times as large as it is stored a file may be uncompressed, after its first mebibyte
 */
@Value.Builder
public record ReadLimits(long packages, int entries, int token, int depth, long size, long openSize, int ratio)
        implements WithReadLimits {

    private static final ReadLimits STANDARD =
            new ReadLimits(1_000_000, 200_000, 1 << 20, 32, 4L << 30, 16L << 30, 500);

    public ReadLimits {
        Violations.of("Read limits")
                .unless(packages > 0, "packages must be positive, was %d", packages)
                .unless(entries > 0, "entries must be positive, was %d", entries)
                .unless(token >= 1024, "token must be at least 1024, was %d", token)
                .unless(depth >= 8, "depth must be at least 8, was %d", depth)
                .unless(size > 0, "size must be positive, was %d", size)
                .unless(openSize > 0, "openSize must be positive, was %d", openSize)
                .unless(ratio > 0, "ratio must be positive, was %d", ratio)
                .throwIfAny();
    }

    /**
     * A million packages, 200,000 entries of a kind in one, a mebibyte of text at a time, files of 4 GiB that expand to at
     * most 16 GiB and 500 times their size.
     */
    public static ReadLimits standard() {
        return STANDARD;
    }
}
