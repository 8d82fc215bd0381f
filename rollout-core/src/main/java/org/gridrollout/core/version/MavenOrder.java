package org.gridrollout.core.version;

import org.eclipse.aether.util.version.GenericVersionScheme;
import org.eclipse.aether.version.InvalidVersionSpecificationException;
import org.eclipse.aether.version.Version;

/** The only class that touches Maven Resolver, which need not be there. */
final class MavenOrder {

    private static final GenericVersionScheme RESOLVER = new GenericVersionScheme();

    private MavenOrder() {}

    static int compare(String left, String right) {
        return read(left).compareTo(read(right));
    }

    private static Version read(String text) {
        try {
            return RESOLVER.parseVersion(text);
        } catch (InvalidVersionSpecificationException e) {
            throw new IllegalStateException("Maven Resolver refuses what it documents to take: " + text, e);
        }
    }
}
