package org.gridrollout.filesystem.rpm;

import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * The 96 bytes every package begins with. All but obsolete: the header says the rest better.
 *
 * @param source whether it claims to lead a source package
 */
record RpmLead(boolean source) {

    private static final int SIZE = 96;
    private static final int MAGIC = 0xEDAB_EEDB;
    private static final int TYPE_AT = 6;
    private static final int SIGNATURE_TYPE_AT = 78;
    private static final int HEADER_STYLE_SIGNATURE = 5;

    static RpmLead read(RpmInput in) throws IOException, DamagedRpmException {
        ByteBuffer lead = in.take(SIZE, "lead");
        if (lead.getInt(0) != MAGIC) {
            throw new DamagedRpmException("it does not begin like an RPM");
        }
        int major = lead.get(4);
        if (major != 3 && major != 4) { // rpm 4 and 6 write both; 1 and 2 had other headers
            throw new DamagedRpmException("its lead is of version " + major);
        }
        int type = lead.getShort(TYPE_AT);
        if (type != 0 && type != 1) {
            throw new DamagedRpmException("its lead is of unknown type " + type);
        }
        int signature = lead.getShort(SIGNATURE_TYPE_AT);
        if (signature != HEADER_STYLE_SIGNATURE) {
            throw new DamagedRpmException("its lead announces a signature of unknown type " + signature);
        }
        return new RpmLead(type == 1);
    }
}
