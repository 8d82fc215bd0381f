package org.gridrollout.filesystem.rpm;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class ValueTypeProperties {

    @Property
    void aTextEndsAfterItsFirstNulWhereverItBegins(@ForAll("data") byte[] data) {
        for (int from = 0; from <= data.length; from++) {
            for (int limit = from; limit <= data.length; limit++) {
                assertThat(ValueType.endOfText(ByteBuffer.wrap(data), from, limit))
                        .as("%d to %d", from, limit)
                        .isEqualTo(byteByByte(data, from, limit));
            }
        }
    }

    @Provide
    Arbitrary<byte[]> data() {
        Arbitrary<Byte> telling =
                Arbitraries.of((byte) 0, (byte) 1, (byte) 0x7F, (byte) 0x80, (byte) 0x81, (byte) 0xFF);
        return Arbitraries.oneOf(telling, Arbitraries.bytes().filter(each -> each != 0))
                .array(byte[].class)
                .ofMaxSize(40);
    }

    private static int byteByByte(byte[] data, int from, int limit) {
        for (int at = from; at < limit; at++) {
            if (data[at] == 0) {
                return at + 1;
            }
        }
        return -1;
    }
}
