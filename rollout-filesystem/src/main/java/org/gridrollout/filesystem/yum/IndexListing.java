package org.gridrollout.filesystem.yum;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Which packages an index is about. */
public final class IndexListing {

    /** The index that says where packages lie. */
    public static final String PRIMARY = "primary";

    /** The indexes that are about each package. */
    public static final Set<String> TYPES = Set.of(PRIMARY, "filelists", "other");

    private IndexListing() {}

    /**
     * Each package's digest, and its location or, in indexes other than primary, its name.
     *
     * @throws IOException if it cannot be read as that
     */
    public static Map<String, String> read(String type, InputStream xml) throws IOException {
        try {
            XMLStreamReader reader = factory().createXMLStreamReader(xml);
            return type.equals(PRIMARY) ? locations(reader) : names(reader);
        } catch (XMLStreamException e) {
            throw new IOException("Index of type " + type + " cannot be read: " + e.getMessage(), e);
        }
    }

    /** One that reads what is there and nothing else. */
    static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        return factory;
    }

    private static Map<String, String> locations(XMLStreamReader reader) throws XMLStreamException {
        Map<String, String> locations = new HashMap<>();
        String digest = "";
        while (reader.hasNext()) {
            if (reader.next() == XMLStreamConstants.START_ELEMENT) {
                if (reader.getLocalName().equals("checksum")) {
                    digest = reader.getElementText();
                } else if (reader.getLocalName().equals("location")) {
                    locations.put(digest, String.valueOf(reader.getAttributeValue(null, "href")));
                }
            }
        }
        return locations;
    }

    private static Map<String, String> names(XMLStreamReader reader) throws XMLStreamException {
        Map<String, String> names = new HashMap<>();
        while (reader.hasNext()) {
            if (reader.next() == XMLStreamConstants.START_ELEMENT
                    && reader.getLocalName().equals("package")) {
                names.put(
                        String.valueOf(reader.getAttributeValue(null, "pkgid")),
                        String.valueOf(reader.getAttributeValue(null, "name")));
            }
        }
        return names;
    }
}
