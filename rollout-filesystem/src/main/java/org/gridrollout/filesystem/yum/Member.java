package org.gridrollout.filesystem.yum;

/**
 * A run of packages in one index: compressed, and open behind it. The array belongs to whoever gives the member, and may be
 * used again for the next one.
 *
 * @param offset of the first compressed byte
 * @param closed compressed bytes
 * @param open bytes of XML
 */
@SuppressWarnings("ArrayRecordComponent") // a window on a buffer; nobody compares them
public record Member(byte[] bytes, int offset, int closed, int open) {}
