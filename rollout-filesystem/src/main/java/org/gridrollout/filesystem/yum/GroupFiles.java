package org.gridrollout.filesystem.yum;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Package groups ({@code comps.xml}), passed on as they are: once plain and once compressed, as createrepo_c does. */
public record GroupFiles(Content plain, Content compressed) {

    /** A file and what is in it. */
    @SuppressWarnings("ArrayRecordComponent") // passed on to the disk as it is; nobody compares them
    public record Content(IndexFile file, byte[] bytes) {}

    /** Those of that file's content. */
    public static GroupFiles of(byte[] comps, Codec codec) {
        byte[] closed = codec.compress(comps);
        IndexFile.Open open = new IndexFile.Open(Optional.of(Digests.of(comps)), comps.length);
        return new GroupFiles(
                new Content(
                        new IndexFile("group", "comps.xml", Digests.of(comps), comps.length, Optional.empty()), comps),
                new Content(
                        new IndexFile(
                                "group_" + codec.suffix().substring(1),
                                "comps.xml" + codec.suffix(),
                                Digests.of(closed),
                                closed.length,
                                Optional.of(open)),
                        closed));
    }

    /** Both of them, in repomd's order. */
    public List<Content> both() {
        return List.of(plain, compressed);
    }

    /** Why clients would not take that for groups, if so. External entities are not read. */
    public static Optional<String> problem(byte[] comps) {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> new ByteArrayInputStream(new byte[0]));
        try {
            XMLStreamReader reader = factory.createXMLStreamReader(new ByteArrayInputStream(comps));
            String root = "";
            while (reader.hasNext()) {
                boolean element = reader.next() == XMLStreamConstants.START_ELEMENT;
                root = element && root.isEmpty() ? reader.getLocalName() : root;
            }
            return root.equals("comps") ? Optional.empty() : Optional.of("its root is <" + root + ">, not <comps>");
        } catch (XMLStreamException e) {
            return Optional.of("it is not well-formed: " + e.getMessage());
        }
    }
}
