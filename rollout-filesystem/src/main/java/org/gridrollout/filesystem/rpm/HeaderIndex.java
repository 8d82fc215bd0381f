package org.gridrollout.filesystem.rpm;

import java.util.HashMap;
import java.util.Map;

/** Makes sure that every entry of a header points to values that are there, as rpm itself does before it reads any. */
final class HeaderIndex {

    private static final int FIRST_TAG = 100;
    private static final int MAX_COUNT = 1 << 20;

    private HeaderIndex() {}

    /** The entries by tag, the region's left out. */
    static Map<Integer, HeaderEntry> verified(HeaderBlob header) throws DamagedRpmException {
        boolean region = HeaderRegion.leads(header);
        int limit = region ? HeaderRegion.limitOf(header) : header.data().capacity();
        Map<Integer, HeaderEntry> entries = new HashMap<>();
        int end = 0;
        for (int i = region ? 1 : 0; i < header.entries(); i++) {
            HeaderEntry entry = header.entry(i);
            end = endOf(entry, end, limit, header);
            if (entries.putIfAbsent(entry.tag(), entry) != null) {
                throw damaged(header, entry, "repeats a tag");
            }
        }
        return entries;
    }

    private static int endOf(HeaderEntry entry, int previousEnd, int limit, HeaderBlob header)
            throws DamagedRpmException {
        if (entry.tag() < FIRST_TAG) {
            throw damaged(header, entry, "has a tag that is reserved");
        }
        if (!ValueType.known(entry.type())) {
            throw damaged(header, entry, "is of unknown type");
        }
        if (header.kind() == HeaderKind.MAIN && !TagTypes.fits(entry)) {
            throw damaged(header, entry, "is of the wrong type");
        }
        if (entry.count() < 1 || (ValueType.width(entry.type()) != 1 && entry.count() > MAX_COUNT)) {
            throw damaged(header, entry, "has an impossible count");
        }
        if (entry.type() == ValueType.STRING && entry.count() != 1) {
            throw damaged(header, entry, "has an impossible count");
        }
        // Values lie in the index's order, so one walk over the data checks them all and none is read twice.
        if (entry.offset() < previousEnd || entry.offset() >= limit) {
            throw damaged(header, entry, "points outside its place");
        }
        int width = ValueType.width(entry.type());
        if (width > 1 && entry.offset() % width != 0) {
            throw damaged(header, entry, "is not aligned");
        }
        int end = ValueType.end(entry, header.data(), limit);
        if (end < 0) {
            throw damaged(header, entry, "reaches beyond the data");
        }
        return end;
    }

    private static DamagedRpmException damaged(HeaderBlob header, HeaderEntry entry, String problem) {
        return new DamagedRpmException("in its " + header.kind().title() + " " + entry + " " + problem);
    }
}
