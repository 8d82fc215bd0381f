package org.gridrollout.filesystem.base;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.gridrollout.api.software.Capability;
import org.gridrollout.api.software.Capability.Relation;

/** Reads {@code <rpm:entry>} elements: one capability each, a rich one as the text it is. */
final class EntryReader {

    private final XmlCursor xml;
    private final ReadLimits limits;
    private final Shared<Capability> shared = new Shared<>(1 << 16);

    EntryReader(XmlCursor xml, ReadLimits limits) {
        this.xml = xml;
        this.limits = limits;
    }

    /** Those in the element the cursor stands on. */
    List<Capability> entries() {
        List<Capability> entries = new ArrayList<>();
        xml.children(name -> {
            if (name.equals("entry")) {
                if (entries.size() == limits.entries()) {
                    throw xml.tooLarge("a package in it has more than " + limits.entries() + " entries of one kind");
                }
                entries.add(shared.of(entry()));
            }
        });
        return entries;
    }

    private Capability entry() {
        String name = xml.required("name");
        if (name.isEmpty()) {
            throw xml.malformed("an entry has an empty name");
        }
        String version = version();
        Relation relation = version.isEmpty() ? Relation.ANY : relation(); // as rpm: no bound without a version
        boolean pre = xml.attribute("pre").equals("1");
        return new Capability(name, relation, relation == Relation.ANY ? "" : version, pre);
    }

    private Relation relation() {
        String flags = xml.attribute("flags").toUpperCase(Locale.ROOT);
        return switch (flags) {
            case "" -> Relation.ANY;
            case "LT" -> Relation.LT;
            case "LE" -> Relation.LE;
            case "EQ" -> Relation.EQ;
            case "GE" -> Relation.GE;
            case "GT" -> Relation.GT;
            default -> throw xml.malformed("an entry compares by '" + flags + "'");
        };
    }

    /** {@code [epoch:]version[-release]}; an epoch of 0 is no epoch. */
    private String version() {
        String epoch = xml.attribute("epoch");
        String version = xml.attribute("ver");
        String release = xml.attribute("rel");
        if (!epoch.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw xml.malformed("an entry has the epoch '" + epoch + "'");
        }
        String plain = release.isEmpty() ? version : version + "-" + release;
        boolean none = epoch.isEmpty() || epoch.equals("0");
        return none ? plain : epoch + ":" + plain;
    }
}
