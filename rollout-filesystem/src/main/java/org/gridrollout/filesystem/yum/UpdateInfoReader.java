package org.gridrollout.filesystem.yum;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.gridrollout.api.InvalidValueException;
import org.gridrollout.api.software.Evr;
import org.gridrollout.api.software.Nevra;
import org.gridrollout.api.software.PackageRef;
import org.gridrollout.api.software.Sha256;

/** Takes an {@code updateinfo.xml} of ours apart again, advisory by advisory. */
public final class UpdateInfoReader {

    private UpdateInfoReader() {}

    /**
     * One advisory.
     *
     * @param issued when something was first told under that id
     * @param xml its part of the file, as {@link UpdateInfo#part} rendered it
     */
    @SuppressWarnings("ArrayRecordComponent") // passed on as it is; nobody compares them
    public record Part(String id, Instant issued, List<PackageRef> packages, byte[] xml) {
        public Part {
            packages = List.copyOf(packages);
        }
    }

    /**
     * All of them, in their order.
     *
     * @throws IOException if it is none of ours
     */
    public static List<Part> read(byte[] xml) throws IOException {
        XMLInputFactory factory = IndexListing.factory();
        List<Part> parts = new ArrayList<>();
        String text = new String(xml, StandardCharsets.ISO_8859_1); // a character for each byte
        int at = UpdateInfo.OPENING.length();
        // What people wrote is escaped, so this ends an advisory wherever it stands.
        for (int end = text.indexOf(UpdateInfo.PART_CLOSING, at); end >= 0; ) {
            int next = end + UpdateInfo.PART_CLOSING.length();
            parts.add(part(factory, Arrays.copyOfRange(xml, at, next)));
            at = next;
            end = text.indexOf(UpdateInfo.PART_CLOSING, at);
        }
        if (!text.startsWith(UpdateInfo.OPENING) || !text.substring(at).equals(UpdateInfo.CLOSING)) {
            throw new IOException("it was not written here, or by a later version");
        }
        return parts;
    }

    private static Part part(XMLInputFactory factory, byte[] xml) throws IOException {
        try {
            return part(factory.createXMLStreamReader(new ByteArrayInputStream(xml), "UTF-8"), xml);
        } catch (XMLStreamException
                | DateTimeException
                | IllegalArgumentException
                | NoSuchElementException
                | InvalidValueException e) {
            throw new IOException("it was not written here, or by a later version: " + e.getMessage(), e);
        }
    }

    private static Part part(XMLStreamReader reader, byte[] xml) throws XMLStreamException {
        String id = "";
        Instant issued = Instant.EPOCH;
        Optional<Nevra> nevra = Optional.empty();
        List<PackageRef> packages = new ArrayList<>();
        while (reader.hasNext()) {
            if (reader.next() == XMLStreamConstants.START_ELEMENT) {
                switch (reader.getLocalName()) {
                    case "id" -> id = reader.getElementText();
                    case "issued" -> issued = UpdateInfo.TIME.parse(attribute(reader, "date"), Instant::from);
                    case "package" -> nevra = Optional.of(nevra(reader));
                    case "sum" ->
                        packages.add(new PackageRef(nevra.orElseThrow(), new Sha256(reader.getElementText())));
                    default -> {}
                }
            }
        }
        return new Part(id, issued, packages, xml);
    }

    private static Nevra nevra(XMLStreamReader reader) {
        Evr evr = new Evr(
                Long.parseLong(attribute(reader, "epoch")), attribute(reader, "version"), attribute(reader, "release"));
        return new Nevra(attribute(reader, "name"), evr, attribute(reader, "arch"));
    }

    private static String attribute(XMLStreamReader reader, String name) {
        return String.valueOf(reader.getAttributeValue(null, name)); // "null" is no number and no date
    }
}
