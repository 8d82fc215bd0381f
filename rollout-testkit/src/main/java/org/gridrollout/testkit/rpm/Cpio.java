package org.gridrollout.testkit.rpm;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HexFormat;

/** A payload: a cpio archive in the "new ASCII" format. */
final class Cpio {

    private static final byte[] MAGIC = "070701".getBytes(StandardCharsets.US_ASCII);
    private static final String TRAILER = "TRAILER!!!";
    private static final HexFormat HEX = HexFormat.of();

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    private Cpio() {}

    static byte[] of(Collection<OwnedFile> files, int modified) {
        Cpio cpio = new Cpio();
        int inode = 0;
        for (OwnedFile file : files) {
            inode++;
            if (!file.ghost()) {
                String name = file.path().startsWith("/") ? "." + file.path() : file.path();
                cpio.add(name, inode, file.mode(), modified, file.content());
            }
        }
        cpio.add(TRAILER, 0, 0, 0, new byte[0]);
        return cpio.out.toByteArray();
    }

    private void add(String name, int inode, int mode, int modified, byte[] content) {
        byte[] nameBytes = name.getBytes(StandardCharsets.UTF_8);
        out.writeBytes(MAGIC);
        numbers(inode, mode, 0, 0, 1, modified, content.length); // owned by root, linked once
        numbers(0, 0, 0, 0, nameBytes.length + 1, 0); // on no device, of no checksum
        out.writeBytes(nameBytes);
        out.write(0);
        pad();
        out.writeBytes(content);
        pad();
    }

    private void numbers(int... numbers) {
        for (int number : numbers) {
            out.writeBytes(HEX.toHexDigits(number).getBytes(StandardCharsets.US_ASCII));
        }
    }

    private void pad() {
        while (out.size() % 4 != 0) {
            out.write(0);
        }
    }
}
