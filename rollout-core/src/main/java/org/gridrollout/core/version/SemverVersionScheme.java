package org.gridrollout.core.version;

import org.gridrollout.api.software.Evr;
import org.gridrollout.api.spi.VersionScheme;

/**
 * Semantic Versioning 2.0.0 (semver.org): precedence by chapter 11, so that build metadata does not count and
 * {@code 1.0.0+a} equals {@code 1.0.0+b}. The whole text is {@link Evr#version}; there is neither an epoch nor a release.
 *
 * <p>A total preorder over legal versions. Numbers may have any length. Stateless and thread-safe.
 */
public final class SemverVersionScheme implements VersionScheme {

    /** For {@link java.util.ServiceLoader}; all instances are alike. */
    public SemverVersionScheme() {}

    @Override
    public String name() {
        return "semver";
    }

    /**
     * Negative, zero or positive as {@code left} is lower than, as high as or higher than {@code right}.
     *
     * @throws org.gridrollout.api.InvalidValueException if one of them is no semantic version
     */
    @Override
    public int compare(Evr left, Evr right) {
        return SemverText.of(left).compareTo(SemverText.of(right));
    }

    /**
     * Reads {@code major.minor.patch[-pre.release][+build]}, all three numbers given, none with leading zeros, no
     * {@code v} before them; up to {@value Bounds#MAX_LENGTH} characters.
     *
     * @throws org.gridrollout.api.InvalidValueException naming everything that is wrong with {@code text}
     */
    @Override
    public Evr parse(String text) {
        SemverText.parse(text);
        return Evr.of(text, "");
    }

    /**
     * {@code 1.2.3} gives {@code 1.2.4}. A pre-release stays one: {@code 1.3.0-rc.1} gives {@code 1.3.0-rc.2}, and one that
     * does not end in a number gets one, {@code 1.3.0-beta} gives {@code 1.3.0-beta.1}. Build metadata is left out.
     */
    @Override
    public Evr next(Evr floor) {
        return Evr.of(SemverText.of(floor).next().toString(), "");
    }

    /**
     * {@link #next}, with the content named in the build metadata: {@code 2.9.0} after {@code 3.0.0} is
     * {@code 3.0.1+really2.9.0}.
     */
    @Override
    public Evr reissue(Evr content, Evr floor) {
        return Evr.of(next(floor).version() + "+really" + SemverText.of(content), "");
    }

    @Override
    public long maxEpoch() {
        return 0;
    }
}
