package org.gridrollout.core.version;

import org.gridrollout.api.software.Evr;
import org.gridrollout.api.spi.VersionScheme;

/**
 * The order in which Maven Resolver sorts the versions of artifacts (its {@code GenericVersionScheme}, by which Maven
 * resolves version ranges): numbers and words by turns, trailing zeros ignored, {@code alpha < beta < milestone < rc <
 * SNAPSHOT < release < sp}, other words above those and below numbers, case ignored. The whole text is {@link Evr#version};
 * there is neither an epoch nor a release.
 *
 * <p>Needs the optional library {@code org.apache.maven.resolver:maven-resolver-util} (and its {@code maven-resolver-api})
 * at run time. Without it the scheme is found and reads texts, but {@link #compare}, {@link #next} and {@link #reissue}
 * throw {@link MissingLibraryException}. A total preorder over legal versions. Stateless and thread-safe.
 */
public final class MavenVersionScheme implements VersionScheme {

    private static final String LIBRARY = "org.apache.maven.resolver:maven-resolver-util";

    /** For {@link java.util.ServiceLoader}; all instances are alike. */
    public MavenVersionScheme() {}

    @Override
    public String name() {
        return "maven";
    }

    /**
     * Negative, zero or positive as {@code left} is lower than, as high as or higher than {@code right}.
     *
     * @throws org.gridrollout.api.InvalidValueException if one of them is no Maven version
     * @throws MissingLibraryException if Maven Resolver is not there
     */
    @Override
    public int compare(Evr left, Evr right) {
        return compare(MavenText.of(left), MavenText.of(right));
    }

    /**
     * Reads a text of letters, digits and {@code . - _ +} that begins with a digit and ends with a letter or digit, up to
     * {@value Bounds#MAX_LENGTH} characters. Stricter than Maven, which takes any text: ranges, {@code LATEST} and what
     * begins with a word are refused, the last because Maven's order is none among them.
     *
     * @throws org.gridrollout.api.InvalidValueException naming everything that is wrong with {@code text}
     */
    @Override
    public Evr parse(String text) {
        return MavenText.parse(text);
    }

    /**
     * The last number counted up, a qualifier after it kept: {@code 2.1.9} gives {@code 2.1.10}, {@code 3.0-rc-1} gives
     * {@code 3.0-rc-2}, {@code 31.1-jre} gives {@code 31.2-jre}. {@code 3.0-SNAPSHOT} gives {@code 3.0}, and a pre-release
     * without a number gets one, {@code 3.0-beta} gives {@code 3.0-beta-1}.
     *
     * @throws MissingLibraryException if Maven Resolver is not there
     */
    @Override
    public Evr next(Evr floor) {
        return Evr.of(MavenCounter.next(MavenText.of(floor), MavenVersionScheme::compare), "");
    }

    /**
     * {@code 2.9} after {@code 3.0} is {@code 3.0-really2.9}: above {@code 3.0}, below {@code 3.0.1}. Where that is not
     * higher, {@link #next}.
     *
     * @throws MissingLibraryException if Maven Resolver is not there
     */
    @Override
    public Evr reissue(Evr content, Evr floor) {
        String reissue = MavenText.of(floor) + "-really" + MavenText.of(content);
        return compare(reissue, floor.version()) > 0 ? Evr.of(reissue, "") : next(floor);
    }

    @Override
    public long maxEpoch() {
        return 0;
    }

    private static int compare(String left, String right) {
        try {
            return MavenOrder.compare(left, right);
        } catch (NoClassDefFoundError e) {
            throw new MissingLibraryException("maven", LIBRARY, e);
        }
    }
}
