package org.gridrollout.filesystem.base;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import javax.xml.stream.Location;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.gridrollout.api.InvalidValueException;
import org.gridrollout.filesystem.base.UnreadableBaseException.Problem;
import org.jspecify.annotations.Nullable;

/**
 * Walks over XML whose names are told apart by their local part, as every reader of these files does. Knows no document
 * types, so no entities but XML's own, and reads nothing from elsewhere.
 */
final class XmlCursor {

    /** The JDK's own, whatever else is on the class path: its limits and switches are those that were tried. */
    private static final XMLInputFactory FACTORY = factory();

    private final String file;
    private final ReadLimits limits;
    private final XMLStreamReader reader;
    private int depth;

    XmlCursor(Reader text, String file, ReadLimits limits) {
        this.file = file;
        this.limits = limits;
        try {
            this.reader = FACTORY.createXMLStreamReader(text);
        } catch (XMLStreamException e) {
            throw unreadable(e);
        } catch (UnreadableBaseException e) {
            throw e;
        } catch (RuntimeException e) {
            throw unreadable(e);
        }
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, true);
        factory.setProperty("javax.xml.stream.isCoalescing", false);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("nothing is read from elsewhere: " + systemId);
        });
        // What these bound cannot occur without a document type; some JDKs count the document itself.
        factory.setProperty("jdk.xml.totalEntitySizeLimit", 0);
        factory.setProperty("jdk.xml.maxGeneralEntitySizeLimit", 0);
        factory.setProperty("jdk.xml.entityExpansionLimit", 0);
        return factory;
    }

    /** Visits an element. */
    interface Visitor {
        /** What it leaves unread of the element is skipped. */
        void visit(String name);
    }

    /** Visits the document's one element, and reads to the document's end. */
    void root(Visitor visitor) {
        visitChildren(0, visitor);
    }

    /** Visits the elements directly in the one it stands on, and reads to its end. */
    void children(Visitor visitor) {
        visitChildren(depth, visitor);
    }

    private void visitChildren(int outer, Visitor visitor) {
        while (true) {
            int event = next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                visitor.visit(reader.getLocalName());
                skipTo(outer);
            } else if (event == XMLStreamConstants.END_ELEMENT || event == XMLStreamConstants.END_DOCUMENT) {
                return;
            }
        }
    }

    private void skipTo(int outer) {
        while (depth > outer) {
            next();
        }
    }

    /** The text directly in the element it stands on; reads to its end. */
    String text() {
        int outer = depth - 1;
        String only = null;
        StringBuilder more = null;
        while (depth > outer) {
            int event = next();
            boolean text = event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA;
            if (!text || depth != outer + 1) {
                continue;
            }
            String piece = reader.getText();
            if (only == null) {
                only = piece;
            } else {
                more = more == null ? new StringBuilder(only) : more;
                if (more.length() + piece.length() > limits.token()) {
                    throw tooLarge("a text in it has more than " + limits.token() + " characters");
                }
                more.append(piece);
            }
        }
        return more != null ? more.toString() : only == null ? "" : only;
    }

    /** Empty if the element it stands on has none of that name. */
    String attribute(String name) {
        String value = find(name);
        return value == null ? "" : value;
    }

    /** @throws UnreadableBaseException if the element it stands on has none of that name */
    String required(String name) {
        String value = find(name);
        if (value == null) {
            throw malformed("<" + reader.getLocalName() + "> has no attribute " + name);
        }
        return value;
    }

    private @Nullable String find(String name) {
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            if (name.equals(reader.getAttributeLocalName(i))) {
                return reader.getAttributeValue(i);
            }
        }
        return null;
    }

    private int next() {
        int event;
        try {
            event = reader.next();
        } catch (XMLStreamException e) {
            throw unreadable(e);
        } catch (UnreadableBaseException e) {
            throw e;
        } catch (RuntimeException e) {
            throw unreadable(e);
        }
        if (event == XMLStreamConstants.START_ELEMENT && ++depth > limits.depth()) {
            throw tooLarge("elements in it are nested more than " + limits.depth() + " deep");
        } else if (event == XMLStreamConstants.END_ELEMENT) {
            depth--;
        } else if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
            throw malformed("it has a document type or entities, which such files never have");
        }
        return event;
    }

    UnreadableBaseException malformed(String what) {
        return malformed(what, null);
    }

    /** What was read breaks a value's own rules. */
    UnreadableBaseException malformed(InvalidValueException cause) {
        return malformed(String.valueOf(cause.getMessage()), cause);
    }

    UnreadableBaseException malformed(String what, @Nullable Throwable cause) {
        return at(Problem.MALFORMED, what, cause);
    }

    UnreadableBaseException unsupported(String what) {
        return at(Problem.UNSUPPORTED, what, null);
    }

    UnreadableBaseException tooLarge(String what) {
        return at(Problem.TOO_LARGE, what, null);
    }

    private UnreadableBaseException at(Problem problem, String what, @Nullable Throwable cause) {
        if (reader == null) {
            return new UnreadableBaseException(problem, file, what, cause);
        }
        Location place = reader.getLocation();
        return new UnreadableBaseException(problem, file, place.getLineNumber(), place.getColumnNumber(), what, cause);
    }

    private UnreadableBaseException unreadable(XMLStreamException e) {
        Throwable nested = e.getNestedException();
        if (nested instanceof CharacterCodingException) {
            return malformed("it is not written in UTF-8", e);
        } else if (nested instanceof IOException) {
            return malformed("it cannot be uncompressed: " + nested.getMessage(), e);
        }
        return malformed("it is no well-formed XML: " + firstLine(e), e);
    }

    /** Parsers and decompressors fail in many ways on what is not theirs. */
    private UnreadableBaseException unreadable(RuntimeException e) {
        return malformed("it cannot be read: " + e, e);
    }

    /** The parser's own message repeats the place and goes on for lines. */
    private static String firstLine(XMLStreamException e) {
        String text = String.valueOf(e.getMessage());
        int message = text.indexOf("Message: ");
        String told = message < 0 ? text : text.substring(message + "Message: ".length());
        return told.lines().findFirst().orElse("");
    }
}
