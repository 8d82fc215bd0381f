package org.gridrollout.filesystem.yum;

/**
 * How indexes are compressed: in members that stand for themselves, and that written one after the other are one file of
 * the same format.
 */
public enum Codec {
    /** RFC 1952. */
    GZIP(".gz") {
        @Override
        public byte[] compress(byte[] open) {
            return GzipMember.compress(open);
        }
    },
    /** RFC 8878. */
    ZSTD(".zst") {
        @Override
        public byte[] compress(byte[] open) {
            return ZstdFrame.compress(open);
        }
    };

    private final String suffix;

    Codec(String suffix) {
        this.suffix = suffix;
    }

    /** How its files' names end. */
    public String suffix() {
        return suffix;
    }

    /** One member; the same for the same bytes, as long as the compressing library stays the same. */
    public abstract byte[] compress(byte[] open);
}
