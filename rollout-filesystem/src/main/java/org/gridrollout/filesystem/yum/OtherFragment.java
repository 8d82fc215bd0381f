package org.gridrollout.filesystem.yum;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.gridrollout.api.software.Sha256;
import org.gridrollout.filesystem.rpm.RpmMetadata;
import org.gridrollout.filesystem.rpm.RpmMetadata.ChangelogEntry;

/** A package in {@code other.xml}: its latest changes, the oldest of them first. */
final class OtherFragment {

    /** As many as createrepo_c keeps. */
    private static final int LIMIT = 10;

    private OtherFragment() {}

    static byte[] render(XmlText xml, RpmMetadata rpm, Sha256 sha256) {
        FilelistsFragment.opening(xml, rpm, sha256);
        for (ChangelogEntry each : oldestFirst(rpm.changelog())) {
            xml.raw("  <changelog")
                    .attribute("author", withoutTrailingBlanks(each.author()))
                    .attribute("date", each.time())
                    .raw(">")
                    .text(each.text())
                    .raw("</changelog>\n");
        }
        return xml.raw("</package>\n").toBytes();
    }

    /** Clients sort by date, so entries of one day get a second each to stay in order. */
    private static List<ChangelogEntry> oldestFirst(List<ChangelogEntry> newestFirst) {
        List<ChangelogEntry> result = new ArrayList<>();
        for (ChangelogEntry each : newestFirst.subList(0, Math.min(LIMIT, newestFirst.size()))) {
            long taken = each.time();
            for (int i = result.size() - 1; i >= 0 && result.get(i).time() == taken; i--) {
                taken++;
                result.set(
                        i,
                        new ChangelogEntry(
                                result.get(i).author(), taken, result.get(i).text()));
            }
            result.add(each);
        }
        Collections.reverse(result);
        return result;
    }

    private static String withoutTrailingBlanks(String author) {
        int end = author.length();
        while (end > 1 && author.charAt(end - 1) == ' ') {
            end--;
        }
        return author.substring(0, end);
    }
}
