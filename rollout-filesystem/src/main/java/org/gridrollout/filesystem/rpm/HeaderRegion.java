package org.gridrollout.filesystem.rpm;

import java.nio.ByteBuffer;

/**
 * The part of a header that signatures cover: its first entry points to a trailer at the end of the data, which points back
 * over the index. Packages of rpm 3 have none.
 */
final class HeaderRegion {

    private static final int SIZE = HeaderBlob.ENTRY_SIZE;
    private static final int HEADER_IMAGE = 61; // what old rpm wrote into the trailer of signature headers
    private static final int LAST_REGION_TAG = 63;

    private HeaderRegion() {}

    /** Whether the header begins with a region's entry. */
    static boolean leads(HeaderBlob header) {
        int first = header.entry(0).tag();
        return first >= HEADER_IMAGE && first <= LAST_REGION_TAG;
    }

    /** Checks the region and gives the offset in the data up to which entries' values may lie. */
    static int limitOf(HeaderBlob header) throws DamagedRpmException {
        HeaderKind kind = header.kind();
        HeaderEntry mark = header.entry(0);
        ByteBuffer data = header.data();
        if (mark.tag() != kind.regionTag() || !shapeOfRegion(mark)) {
            throw damaged(kind, mark);
        }
        if (mark.offset() < 0 || mark.offset() > data.capacity() - SIZE) {
            throw damaged(kind, mark);
        }
        HeaderEntry trailer = HeaderEntry.at(data, mark.offset());
        boolean tagFits =
                trailer.tag() == kind.regionTag() || (kind == HeaderKind.SIGNATURE && trailer.tag() == HEADER_IMAGE);
        if (!tagFits || !shapeOfRegion(trailer)) {
            throw damaged(kind, trailer);
        }
        long covered = -(long) trailer.offset() / SIZE;
        if (trailer.offset() % SIZE != 0 || covered < 1 || covered > header.entries()) {
            throw damaged(kind, trailer);
        }
        if (kind == HeaderKind.SIGNATURE) {
            return data.capacity(); // signing tools may add entries behind the region
        }
        if (covered != header.entries() || mark.offset() + SIZE != data.capacity()) {
            // Such entries would be read but are not signed.
            throw new DamagedRpmException("its header has entries outside its immutable region");
        }
        return mark.offset();
    }

    private static boolean shapeOfRegion(HeaderEntry entry) {
        return entry.type() == ValueType.BIN && entry.count() == SIZE;
    }

    private static DamagedRpmException damaged(HeaderKind kind, HeaderEntry entry) {
        return new DamagedRpmException("the immutable region of its " + kind.title() + " is damaged at " + entry);
    }
}
