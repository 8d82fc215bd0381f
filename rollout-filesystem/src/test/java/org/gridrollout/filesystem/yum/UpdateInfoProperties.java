package org.gridrollout.filesystem.yum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.gridrollout.api.publication.Advisory;
import org.gridrollout.api.publication.Advisory.Severity;
import org.gridrollout.api.software.Evr;
import org.gridrollout.api.software.Nevra;
import org.gridrollout.api.software.PackageRef;
import org.gridrollout.api.software.Purpose;
import org.gridrollout.api.software.Reference;
import org.gridrollout.api.software.Stage;
import org.gridrollout.filesystem.yum.UpdateInfoReader.Part;
import org.w3c.dom.Element;

class UpdateInfoProperties {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00.5Z");
    private static final PackageRef VOMS =
            new PackageRef(new Nevra("voms", new Evr(1, "2.1.0", "1.el9"), "x86_64"), RpmSamples.DIGEST);

    @Property(tries = 300)
    void anyTextIsCarriedOrShownAsFarAsItCanBe(
            @ForAll @StringLength(max = 200) String description, @ForAll @StringLength(max = 50) String title) {
        Element update = parse(advisory("v" + title, description, List.of()));
        assertThat(text(update, "description")).isEqualTo(legible(description));
        assertThat(text(update, "title")).isEqualTo(legible("v" + title));
    }

    @Property(tries = 300)
    void itIsTakenApartAsItWasPutTogether(@ForAll @Size(max = 5) List<@StringLength(max = 50) String> descriptions)
            throws IOException {
        List<Advisory> told = descriptions.stream()
                .map(each -> advisory("</update>\n", each, List.of(Reference.bug("</update>\n", ""))))
                .toList();
        List<byte[]> parts =
                told.stream().map(each -> UpdateInfo.part(each, Stage.BETA)).toList();
        List<Part> read = UpdateInfoReader.read(UpdateInfo.of(parts));
        assertThat(read).extracting(Part::xml).containsExactlyElementsOf(parts);
        assertThat(read).allSatisfy(each -> {
            assertThat(each.id()).isEqualTo("voms-2.1");
            assertThat(each.issued()).isEqualTo(NOON.truncatedTo(ChronoUnit.SECONDS));
            assertThat(each.packages()).containsExactly(VOMS);
        });
    }

    @Example
    void whatWasNotWrittenHereIsNotTakenApart() {
        String whole = new String(
                UpdateInfo.of(List.of(UpdateInfo.part(advisory("VOMS", "", List.of()), Stage.BETA))),
                StandardCharsets.UTF_8);
        for (String other : List.of(
                "",
                "<updates/>",
                whole + "<!-- more -->",
                whole.replace("</update>", "</updat>"),
                whole.replace("2026-03-02", "2026-13-02"),
                whole.replace("epoch=\"1\"", "epoch=\"one\""),
                whole.replace("<issued date", "<issued day"))) {
            assertThatThrownBy(() -> UpdateInfoReader.read(other.getBytes(StandardCharsets.UTF_8)))
                    .as(other)
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("later version");
        }
    }

    @Example
    void anAdvisorySaysWhatItIsAbout() {
        List<Reference> references = List.of(
                Reference.cve("CVE-2026-1234"), new Reference(Reference.Kind.INCIDENT, "GGUS-1", "", "it \"breaks\""));
        Element update = parse(advisory("VOMS 2.1", "Mends it.", references));
        assertThat(update.getAttribute("type")).isEqualTo("security");
        assertThat(update.getAttribute("status")).isEqualTo("stable");
        assertThat(text(update, "id")).isEqualTo("voms-2.1");
        assertThat(text(update, "severity")).isEqualTo("Critical");
        assertThat(child(update, "issued", 0).getAttribute("date")).isEqualTo("2026-03-02 12:00:00");
        assertThat(child(update, "updated", 0).getAttribute("date")).isEqualTo("2026-03-02 12:01:00");
        assertThat(child(update, "reference", 0).getAttribute("href")).endsWith("CVE-2026-1234");
        assertThat(child(update, "reference", 0).getAttribute("type")).isEqualTo("cve");
        assertThat(child(update, "reference", 1).getAttribute("id")).isEqualTo("GGUS-1");
        assertThat(child(update, "reference", 1).getAttribute("title")).isEqualTo("it \"breaks\"");
        assertThat(child(update, "reference", 1).hasAttribute("href")).isFalse();
        Element described = child(update, "package", 0);
        assertThat(described.getAttribute("name")).isEqualTo("voms");
        assertThat(described.getAttribute("epoch")).isEqualTo("1");
        assertThat(described.getAttribute("version")).isEqualTo("2.1.0");
        assertThat(described.getAttribute("release")).isEqualTo("1.el9");
        assertThat(described.getAttribute("arch")).isEqualTo("x86_64");
        assertThat(text(update, "filename")).isEqualTo("voms-2.1.0-1.el9.x86_64.rpm");
        assertThat(text(update, "reboot_suggested")).isEqualTo("True");
    }

    private static Advisory advisory(String title, String description, List<Reference> references) {
        return new Advisory(
                "voms-2.1",
                Purpose.Kind.SECURITY,
                Severity.CRITICAL,
                title,
                description,
                NOON,
                NOON.plusSeconds(60),
                references,
                Purpose.Afterwards.REBOOT,
                List.of(VOMS));
    }

    private static Element parse(Advisory advisory) {
        byte[] part = UpdateInfo.part(advisory, Stage.PRODUCTION);
        Element updates =
                IndexedPackages.parse(UpdateInfo.of(List.of(part, part))).getDocumentElement();
        assertThat(updates.getElementsByTagName("update").getLength()).isEqualTo(2);
        return child(updates, "update", 1);
    }

    private static Element child(Element of, String name, int index) {
        return (Element) of.getElementsByTagName(name).item(index);
    }

    private static String text(Element of, String name) {
        return child(of, name, 0).getTextContent();
    }

    private static String legible(String text) {
        StringBuilder legible = new StringBuilder();
        text.codePoints()
                .forEach(c -> legible.appendCodePoint(
                        c == 9
                                        || c == 10
                                        || c == 13
                                        || (c >= 32 && c < 0xD800)
                                        || (c > 0xDFFF && c != 0xFFFE && c != 0xFFFF)
                                ? c
                                : 0xFFFD));
        return legible.toString();
    }
}
