package org.gridrollout.filesystem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.NotEmpty;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;

class CheckedLinesProperties {

    @Property
    void comeBackAsTheyWereWritten(
            @ForAll @Size(max = 20)
                    List<@NotEmpty @Size(max = 6) List<@AlphaChars @StringLength(max = 20) String>> lines) {
        Optional<List<String[]>> read = CheckedLines.parse(write(lines));
        assertThat(read.orElseThrow().stream().map(List::of)).isEqualTo(lines);
    }

    @Property
    void areRefusedWithAnyByteChanged(
            @ForAll @Size(max = 5)
                    List<@NotEmpty @Size(max = 6) List<@AlphaChars @StringLength(max = 20) String>> lines,
            @ForAll @IntRange(max = 10_000) int position,
            @ForAll @IntRange(min = 1, max = 255) int change) {
        byte[] bytes = write(lines);
        bytes[position % bytes.length] ^= (byte) change;
        assertThat(CheckedLines.parse(bytes)).isEmpty();
    }

    @Property
    void areRefusedCutShort(
            @ForAll @Size(max = 5)
                    List<@NotEmpty @Size(max = 6) List<@AlphaChars @StringLength(max = 20) String>> lines,
            @ForAll @IntRange(max = 10_000) int length) {
        byte[] bytes = write(lines);
        assertThat(CheckedLines.parse(Arrays.copyOf(bytes, length % bytes.length)))
                .isEmpty();
    }

    private static byte[] write(List<List<String>> lines) {
        CheckedLines result = new CheckedLines();
        lines.forEach(each -> result.add(each.toArray()));
        return result.toBytes();
    }
}
