package org.gridrollout.filesystem.rpm;

import java.util.ArrayList;
import java.util.List;
import org.gridrollout.filesystem.rpm.RpmMetadata.ChangelogEntry;

/** Takes the changelog out of a header. */
final class ChangelogReader {

    private final RpmHeader header;

    ChangelogReader(RpmHeader header) {
        this.header = header;
    }

    List<ChangelogEntry> read() throws DamagedRpmException {
        long[] times = header.numbers(RpmTag.CHANGELOGTIME);
        List<String> authors = header.texts(RpmTag.CHANGELOGNAME);
        List<String> texts = header.texts(RpmTag.CHANGELOGTEXT);
        int count = times == null ? 0 : times.length;
        if (authors.size() != count || texts.size() != count) {
            throw new DamagedRpmException("its changelog has " + count + " times, " + authors.size() + " authors and "
                    + texts.size() + " texts");
        }
        List<ChangelogEntry> entries = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            entries.add(new ChangelogEntry(authors.get(i), times == null ? 0 : times[i], texts.get(i)));
        }
        return entries;
    }
}
