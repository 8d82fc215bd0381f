package org.gridrollout.filesystem.yum;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Reads what a {@code repomd.xml} of ours says of the repository's indexes. */
public final class RepomdReader {

    private RepomdReader() {}

    /**
     * What it says of one index.
     *
     * @param checksum of the file, in hexadecimal digits
     * @param size of the file, in bytes
     * @param openChecksum of what is compressed in it; absent if it is not compressed
     */
    public record Entry(String type, String fileName, String checksum, long size, Optional<String> openChecksum) {}

    /**
     * All of them, in their order.
     *
     * @throws IOException if it is none
     */
    public static List<Entry> read(byte[] repomd) throws IOException {
        try {
            XMLStreamReader reader = IndexListing.factory().createXMLStreamReader(new ByteArrayInputStream(repomd));
            List<Entry> entries = new ArrayList<>();
            while (reader.hasNext()) {
                if (reader.next() == XMLStreamConstants.START_ELEMENT
                        && reader.getLocalName().equals("data")) {
                    entries.add(entry(String.valueOf(reader.getAttributeValue(null, "type")), reader));
                }
            }
            return entries;
        } catch (XMLStreamException | NumberFormatException e) {
            throw new IOException("it is no repomd.xml: " + e.getMessage(), e);
        }
    }

    private static Entry entry(String type, XMLStreamReader reader) throws XMLStreamException {
        Map<String, String> values = new HashMap<>();
        while (reader.nextTag() == XMLStreamConstants.START_ELEMENT) {
            String name = reader.getLocalName();
            String href = reader.getAttributeValue(null, "href");
            String text = reader.getElementText();
            values.put(name, href == null ? text : href);
        }
        return new Entry(
                type,
                values.getOrDefault("location", "").replaceFirst("^repodata/", ""),
                values.getOrDefault("checksum", ""),
                Long.parseLong(values.getOrDefault("size", "")),
                Optional.ofNullable(values.get("open-checksum")));
    }
}
