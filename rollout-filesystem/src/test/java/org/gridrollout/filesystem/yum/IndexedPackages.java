package org.gridrollout.filesystem.yum;

import com.github.luben.zstd.ZstdInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** The packages of an index by checksum, each in a canonical form in which only the meaning of the XML is left. */
public final class IndexedPackages {

    private IndexedPackages() {}

    /** Those in a repository's {@code repodata} directory. */
    public static Map<String, String> in(Path repodata, IndexKind kind) {
        Path file = fileNamedByRepomd(repodata, kind);
        try {
            Codec codec = file.toString().endsWith(Codec.ZSTD.suffix()) ? Codec.ZSTD : Codec.GZIP;
            return of(open(Files.readAllBytes(file), codec));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is in a compressed index. */
    public static byte[] open(byte[] closed, Codec codec) throws IOException {
        InputStream bytes = new ByteArrayInputStream(closed);
        try (InputStream in = codec == Codec.ZSTD ? new ZstdInputStream(bytes) : new GZIPInputStream(bytes)) {
            return in.readAllBytes();
        }
    }

    /** Those in an index. */
    public static Map<String, String> of(byte[] xml) {
        Map<String, String> packages = new TreeMap<>();
        NodeList children = parse(xml).getDocumentElement().getChildNodes();
        for (int i = 0; i < children.getLength(); i++) {
            if (children.item(i) instanceof Element each) {
                StringBuilder canonical = new StringBuilder();
                write(each, "", canonical);
                packages.put(checksum(each), canonical.toString());
            }
        }
        return packages;
    }

    static Document parse(byte[] xml) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            return factory.newDocumentBuilder().parse(new ByteArrayInputStream(xml));
        } catch (ParserConfigurationException | SAXException | IOException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static Path fileNamedByRepomd(Path repodata, IndexKind kind) {
        try {
            NodeList data =
                    parse(Files.readAllBytes(repodata.resolve("repomd.xml"))).getElementsByTagName("data");
            for (int i = 0; i < data.getLength(); i++) {
                Element each = (Element) data.item(i);
                if (each.getAttribute("type").equals(kind.type())) {
                    Element location =
                            (Element) each.getElementsByTagName("location").item(0);
                    return repodata.resolveSibling(location.getAttribute("href"));
                }
            }
            throw new IllegalArgumentException(repodata + " has no " + kind.type());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String checksum(Element packageElement) {
        return packageElement.hasAttribute("pkgid")
                ? packageElement.getAttribute("pkgid")
                : packageElement.getElementsByTagName("checksum").item(0).getTextContent();
    }

    private static void write(Element element, String indent, StringBuilder out) {
        out.append(indent).append(element.getNamespaceURI()).append(' ').append(element.getLocalName());
        Map<String, String> attributes = new TreeMap<>();
        for (int i = 0; i < element.getAttributes().getLength(); i++) {
            Node each = element.getAttributes().item(i);
            attributes.put(each.getNodeName(), each.getNodeValue());
        }
        out.append(attributes).append('\n');
        StringBuilder text = new StringBuilder();
        boolean leaf = true;
        NodeList children = element.getChildNodes();
        for (int i = 0; i < children.getLength(); i++) {
            if (children.item(i) instanceof Element child) {
                leaf = false;
                write(child, indent + "  ", out);
            } else {
                text.append(children.item(i).getNodeValue());
            }
        }
        if (leaf) {
            out.append(indent).append("  '").append(text).append("'\n");
        }
    }
}
