package org.gridrollout.filesystem.rpm;

import java.util.ArrayList;
import java.util.List;
import org.gridrollout.filesystem.rpm.RpmMetadata.FileEntry;
import org.jspecify.annotations.Nullable;

/** Takes the paths a package owns out of its header, in either way a header may keep them. */
final class FileListReader {

    private static final int MAX_PATH = 4096; // Linux can have no longer one
    private static final int MAX_TOTAL =
            1 << 25; // in XML; directories are named once but count for each of their files
    private static final int LONGEST_ENTITY = 5;
    private static final int TYPE_BITS = 0xF000;
    private static final int DIRECTORY_BITS = 0x4000;
    private static final int GHOST_FLAG = 1 << 6;

    private final RpmHeader header;

    FileListReader(RpmHeader header) {
        this.header = header;
    }

    List<FileEntry> read() throws DamagedRpmException {
        List<String> paths = header.has(RpmTag.BASENAMES) ? joined() : header.texts(RpmTag.OLDFILENAMES);
        long[] modes = parallel(RpmTag.FILEMODES, paths);
        long[] flags = parallel(RpmTag.FILEFLAGS, paths);
        List<FileEntry> files = new ArrayList<>(paths.size());
        for (int i = 0; i < paths.size(); i++) {
            files.add(new FileEntry(paths.get(i), kind(modes == null ? 0 : modes[i], flags == null ? 0 : flags[i])));
        }
        return files;
    }

    private static FileEntry.Kind kind(long mode, long flags) {
        if ((mode & TYPE_BITS) == DIRECTORY_BITS) {
            return FileEntry.Kind.DIRECTORY;
        }
        return (flags & GHOST_FLAG) != 0 ? FileEntry.Kind.GHOST : FileEntry.Kind.FILE;
    }

    /** Paths from their directories and last names. */
    private List<String> joined() throws DamagedRpmException {
        List<String> names = header.texts(RpmTag.BASENAMES);
        List<String> directories = header.texts(RpmTag.DIRNAMES);
        long[] indexes = parallel(RpmTag.DIRINDEXES, names);
        if (indexes == null) {
            throw new DamagedRpmException("its files are in no directory");
        }
        List<String> paths = new ArrayList<>(names.size());
        long total = 0;
        for (int i = 0; i < indexes.length; i++) {
            if (indexes[i] < 0 || indexes[i] >= directories.size()) {
                throw new DamagedRpmException("its file " + names.get(i) + " is in directory number " + indexes[i]
                        + " of " + directories.size());
            }
            String directory = directories.get((int) indexes[i]);
            int length = directory.length() + names.get(i).length();
            total += inXml(directory) + inXml(names.get(i));
            if (length > MAX_PATH || total > MAX_TOTAL) {
                throw new DamagedRpmException("its paths are longer than any system can have");
            }
            paths.add(directory.concat(names.get(i)));
        }
        return paths;
    }

    /** Its length where {@code & < >} need an entity each: a small header must not become metadata without end. */
    private static int inXml(String text) {
        int length = text.length();
        for (int i = 0; i < text.length(); i++) {
            char each = text.charAt(i);
            length += each == '&' || each == '<' || each == '>' ? LONGEST_ENTITY : 0;
        }
        return length;
    }

    private long @Nullable [] parallel(int tag, List<String> names) throws DamagedRpmException {
        long[] numbers = header.numbers(tag);
        if (numbers != null && numbers.length != names.size()) {
            throw new DamagedRpmException(
                    "it has " + names.size() + " files but " + numbers.length + " values of tag " + tag);
        }
        return numbers;
    }
}
