package org.gridrollout.testkit.rpm;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A value of an RPM header as it is stored: one of the format's types, and how many of them. Immutable. */
public final class TagValue {

    private static final int INT16 = 3;
    private static final int INT32 = 4;
    private static final int INT64 = 5;
    private static final int STRING = 6;
    private static final int BIN = 7;
    private static final int STRING_ARRAY = 8;
    private static final int I18N_STRING = 9;

    private final int type;
    private final int count;
    private final byte[] bytes;

    private TagValue(int type, int count, byte[] bytes) {
        this.type = type;
        this.count = count;
        this.bytes = bytes;
    }

    /** One text, UTF-8; it must not contain NUL. */
    public static TagValue text(String text) {
        return new TagValue(STRING, 1, terminated(List.of(text)));
    }

    /** Texts, UTF-8; at least one. */
    public static TagValue texts(List<String> texts) {
        return new TagValue(STRING_ARRAY, texts.size(), terminated(texts));
    }

    /** One text per locale of the package's table, which this builder's packages have one of: C. */
    public static TagValue localized(String... texts) {
        return new TagValue(I18N_STRING, texts.length, terminated(List.of(texts)));
    }

    /** 16-bit numbers, of which the lower half is stored. */
    public static TagValue int16(int... numbers) {
        ByteBuffer bytes = ByteBuffer.allocate(numbers.length * 2);
        for (int number : numbers) {
            bytes.putShort((short) number);
        }
        return new TagValue(INT16, numbers.length, bytes.array());
    }

    /** 32-bit numbers. */
    public static TagValue int32(int... numbers) {
        ByteBuffer bytes = ByteBuffer.allocate(numbers.length * 4);
        for (int number : numbers) {
            bytes.putInt(number);
        }
        return new TagValue(INT32, numbers.length, bytes.array());
    }

    /** 64-bit numbers. */
    public static TagValue int64(long... numbers) {
        ByteBuffer bytes = ByteBuffer.allocate(numbers.length * 8);
        for (long number : numbers) {
            bytes.putLong(number);
        }
        return new TagValue(INT64, numbers.length, bytes.array());
    }

    /** Bytes. */
    public static TagValue binary(byte[] bytes) {
        return new TagValue(BIN, bytes.length, bytes.clone());
    }

    /** Anything at all, for packages that are to be wrong. */
    public static TagValue raw(int type, int count, byte[] bytes) {
        return new TagValue(type, count, bytes.clone());
    }

    int type() {
        return type;
    }

    int count() {
        return count;
    }

    int size() {
        return bytes.length;
    }

    int alignment() {
        return switch (type) {
            case INT16 -> 2;
            case INT32 -> 4;
            case INT64 -> 8;
            default -> 1;
        };
    }

    void putInto(ByteBuffer data) {
        data.put(bytes);
    }

    private static byte[] terminated(List<String> texts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (String text : texts) {
            bytes.writeBytes(text.getBytes(StandardCharsets.UTF_8));
            bytes.write(0);
        }
        return bytes.toByteArray();
    }
}
