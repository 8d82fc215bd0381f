package org.gridrollout.filesystem.rpm;

/** The two headers of a package, and how big each may be. */
enum HeaderKind {
    /** Digests and signatures over what follows. rpm's own limit for its data is the same. */
    SIGNATURE("signature header", 62, 256, 64 << 20),
    /** What the package is. rpm allows 256 MiB of data; the biggest packages in public distributions stay under 40. */
    MAIN("header", 63, 65_535, 64 << 20);

    private final String title;
    private final int regionTag;
    private final int maxEntries;
    private final int maxData;

    HeaderKind(String title, int regionTag, int maxEntries, int maxData) {
        this.title = title;
        this.regionTag = regionTag;
        this.maxEntries = maxEntries;
        this.maxData = maxData;
    }

    /** What it is called in messages. */
    String title() {
        return title;
    }

    /** The tag that marks its immutable region. */
    int regionTag() {
        return regionTag;
    }

    /** At most so many index entries. */
    int maxEntries() {
        return maxEntries;
    }

    /** At most so many bytes of data. */
    int maxData() {
        return maxData;
    }
}
