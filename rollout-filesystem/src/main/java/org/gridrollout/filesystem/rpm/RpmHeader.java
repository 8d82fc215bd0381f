package org.gridrollout.filesystem.rpm;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One header's values by tag. A tag of another type than it must have is damage; a tag that is not there is not. */
final class RpmHeader {

    private final HeaderBlob blob;
    private final Map<Integer, HeaderEntry> entries;

    RpmHeader(HeaderBlob blob) throws DamagedRpmException {
        this.blob = blob;
        this.entries = HeaderIndex.verified(blob);
    }

    boolean has(int tag) {
        return entries.containsKey(tag);
    }

    /** The text, in the C locale where it comes in several; empty if absent. */
    String text(int tag) throws DamagedRpmException {
        HeaderEntry entry = entries.get(tag);
        if (entry == null) {
            return "";
        }
        require(entry, ValueType.width(entry.type()) == 0, "a text");
        return textsAt(entry.offset(), 1).get(0);
    }

    /** The texts in their order; empty if absent. */
    List<String> texts(int tag) throws DamagedRpmException {
        HeaderEntry entry = entries.get(tag);
        if (entry == null) {
            return List.of();
        }
        require(entry, ValueType.width(entry.type()) == 0, "texts");
        return textsAt(entry.offset(), entry.count());
    }

    /** The numbers, unsigned, in their order; {@code null} if absent. */
    long @Nullable [] numbers(int tag) throws DamagedRpmException {
        HeaderEntry entry = entries.get(tag);
        if (entry == null) {
            return null;
        }
        int type = entry.type();
        require(entry, type == ValueType.INT16 || type == ValueType.INT32 || type == ValueType.INT64, "numbers");
        ByteBuffer data = blob.data();
        int width = ValueType.width(type);
        long[] numbers = new long[entry.count()];
        for (int i = 0; i < numbers.length; i++) {
            int at = entry.offset() + i * width;
            numbers[i] = switch (width) {
                case 2 -> Short.toUnsignedLong(data.getShort(at));
                case 4 -> Integer.toUnsignedLong(data.getInt(at));
                default -> data.getLong(at);
            };
        }
        return numbers;
    }

    /** The first number of the first of the tags that is there, never negative; 0 if none is. */
    long number(int... tags) throws DamagedRpmException {
        for (int tag : tags) {
            long[] numbers = numbers(tag);
            if (numbers != null) {
                if (numbers[0] < 0) {
                    throw new DamagedRpmException("its tag " + tag + " has an impossible number");
                }
                return numbers[0];
            }
        }
        return 0;
    }

    /** The bytes; {@code null} if absent. */
    byte @Nullable [] bytes(int tag) throws DamagedRpmException {
        HeaderEntry entry = entries.get(tag);
        if (entry == null) {
            return null;
        }
        require(entry, entry.type() == ValueType.BIN, "bytes");
        byte[] bytes = new byte[entry.count()];
        blob.data().get(entry.offset(), bytes);
        return bytes;
    }

    private List<String> textsAt(int offset, int count) {
        ByteBuffer data = blob.data();
        List<String> texts = new ArrayList<>(count);
        int at = offset;
        for (int i = 0; i < count; i++) {
            int end = ValueType.endOfText(data, at, data.capacity());
            byte[] bytes = new byte[end - 1 - at];
            data.get(at, bytes);
            texts.add(HeaderText.decode(bytes));
            at = end;
        }
        return texts;
    }

    private static void require(HeaderEntry entry, boolean fits, String wanted) throws DamagedRpmException {
        if (!fits) {
            throw new DamagedRpmException("its " + entry + " must hold " + wanted);
        }
    }
}
