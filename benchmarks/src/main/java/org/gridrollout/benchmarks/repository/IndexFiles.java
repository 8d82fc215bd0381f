package org.gridrollout.benchmarks.repository;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the files that a repository's {@code repomd.xml} names. */
final class IndexFiles {

    private IndexFiles() {}

    /** @param kind {@code primary}, {@code filelists} or {@code other} */
    static Path named(Path repodata, String kind) throws IOException {
        Matcher href =
                data(Files.readString(repodata.resolve("repomd.xml")), kind, "<location href=\"repodata/([^\"]+)\"");
        return repodata.resolve(href.group(1));
    }

    /** The bytes of the XML in it. */
    static long openSize(Path repodata, String kind) throws IOException {
        Matcher size = data(Files.readString(repodata.resolve("repomd.xml")), kind, "<open-size>([0-9]+)<");
        return Long.parseLong(size.group(1));
    }

    private static Matcher data(String repomd, String kind, String wanted) {
        Matcher matcher = Pattern.compile("<data type=\"" + kind + "\">.*?" + wanted, Pattern.DOTALL)
                .matcher(repomd);
        if (!matcher.find()) {
            throw new IllegalStateException("no " + kind + " in repomd.xml");
        }
        return matcher;
    }
}
