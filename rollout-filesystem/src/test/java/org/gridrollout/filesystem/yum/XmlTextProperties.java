package org.gridrollout.filesystem.yum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.gridrollout.api.spi.UnreadablePackageException;
import org.w3c.dom.Element;

class XmlTextProperties {

    @Property
    void aParserReadsBackEveryTextAsElementAndAsAttribute(@ForAll("texts") String text) {
        byte[] xml = new XmlText("test")
                .raw("<a")
                .attribute("b", text)
                .raw(">\n")
                .element("", "c", text)
                .raw("</a>")
                .toBytes();
        Element read = IndexedPackages.parse(xml).getDocumentElement();
        assertThat(read.getAttribute("b")).isEqualTo(text);
        assertThat(read.getElementsByTagName("c").item(0).getTextContent()).isEqualTo(text);
    }

    @Property
    void whatXmlCannotCarryIsRefused(@ForAll("texts") String before, @ForAll("illegal") String character) {
        assertThatThrownBy(() -> new XmlText("voms.rpm").text(before + character))
                .isInstanceOf(UnreadablePackageException.class)
                .hasMessageStartingWith("voms.rpm is not a readable package")
                .hasMessageContaining("U+");
    }

    @Example
    void everyCharacterIsEitherCarriedOrRefused() {
        int refused = 0;
        XmlText text = new XmlText("test");
        for (int c = 0; c <= Character.MAX_CODE_POINT; c++) {
            try {
                text.text(Character.toString(c));
            } catch (UnreadablePackageException e) {
                refused++;
            }
        }
        assertThat(refused).isEqualTo(32 - 3 + 2048 + 2); // controls but three, surrogates, and U+FFFE and U+FFFF
    }

    @Provide
    Arbitrary<String> texts() {
        Arbitrary<Integer> legal = Arbitraries.oneOf(
                Arbitraries.of('&', '<', '>', '"', '\'', '\t', '\n', '\r', ' ', ']')
                        .map(each -> (int) each),
                Arbitraries.integers().between(0x20, 0x7F),
                Arbitraries.integers().between(0x20, 0xD7FF),
                Arbitraries.integers().between(0xE000, 0xFFFD),
                Arbitraries.integers().between(0x10000, Character.MAX_CODE_POINT));
        return legal.list()
                .ofMaxSize(30)
                .map(points -> points.stream().map(Character::toString).collect(Collectors.joining()));
    }

    @Provide
    Arbitrary<String> illegal() {
        return Arbitraries.of("\u0000", "\u0001", "\u0008", "\u000B", "\u001F", "\uD800", "\uDFFF", "\uFFFE", "\uFFFF");
    }
}
