package org.gridrollout.examples.quickstart;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gridrollout.api.software.Platform;

/** The command line that tries a repository without touching the machine it runs on. */
final class DnfCommand {

    private static final Pattern DIGITS = Pattern.compile("\\d+");

    private DnfCommand() {}

    /** @param component what to install with a space before it; empty to list instead */
    static String on(String url, Platform platform, String component) {
        Matcher digits = DIGITS.matcher(platform.os());
        String release = digits.find() ? digits.group() : "9";
        return "dnf --noplugins --installroot=/tmp/rollout-root --releasever=" + release + " --forcearch="
                + platform.arch()
                + " --setopt=reposdir=/nonexistent --setopt=cachedir=/tmp/rollout-cache"
                + " --repofrompath=production," + url + " --repo=production --nogpgcheck -y "
                + (component.isEmpty() ? "repoquery" : "install" + component);
    }
}
