package org.gridrollout.testkit.rpm;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/** What a header says of the files: one list per property, all of the same order. */
final class FileTags {

    private static final int GHOST_FLAG = 1 << 6;
    private static final int SHA256 = 8;

    private final Map<Integer, TagValue> into;
    private final List<OwnedFile> files;

    FileTags(Map<Integer, TagValue> into, Collection<OwnedFile> files) {
        this.into = into;
        this.files = List.copyOf(files);
    }

    void put(int modified) {
        if (files.isEmpty()) {
            return;
        }
        into.put(1028, numbers(file -> file.content().length)); // FILESIZES
        into.put(1030, TagValue.int16(files.stream().mapToInt(OwnedFile::mode).toArray())); // FILEMODES
        into.put(1033, TagValue.int16(new int[files.size()])); // FILERDEVS
        into.put(1034, numbers(file -> modified)); // FILEMTIMES
        into.put(1035, texts(FileTags::digest)); // FILEDIGESTS
        into.put(1036, texts(file -> "")); // FILELINKTOS
        into.put(1037, numbers(file -> file.ghost() ? GHOST_FLAG : 0)); // FILEFLAGS
        into.put(1039, texts(file -> "root")); // FILEUSERNAME
        into.put(1040, texts(file -> "root")); // FILEGROUPNAME
        into.put(1045, numbers(file -> -1)); // FILEVERIFYFLAGS: verify everything
        into.put(1095, numbers(file -> 1)); // FILEDEVICES
        into.put(1096, inodes());
        into.put(1097, texts(file -> "")); // FILELANGS
        into.put(5011, TagValue.int32(SHA256)); // FILEDIGESTALGO
        putNames();
    }

    private void putNames() {
        Map<String, Integer> directories = new LinkedHashMap<>();
        int[] indexes = new int[files.size()];
        for (int i = 0; i < indexes.length; i++) {
            String directory = files.get(i).directoryName();
            directories.putIfAbsent(directory, directories.size());
            indexes[i] = directories.get(directory);
        }
        into.put(1116, TagValue.int32(indexes)); // DIRINDEXES
        into.put(1117, texts(OwnedFile::baseName)); // BASENAMES
        into.put(1118, TagValue.texts(new ArrayList<>(directories.keySet()))); // DIRNAMES
    }

    private static String digest(OwnedFile file) {
        return file.isDirectory() || file.ghost() ? "" : Digests.sha256(file.content());
    }

    /** FILEINODES: all different, or rpm takes files for links to each other. */
    private TagValue inodes() {
        int[] inodes = new int[files.size()];
        for (int i = 0; i < inodes.length; i++) {
            inodes[i] = i + 1;
        }
        return TagValue.int32(inodes);
    }

    private TagValue numbers(ToIntFunction<OwnedFile> property) {
        return TagValue.int32(files.stream().mapToInt(property).toArray());
    }

    private TagValue texts(Function<OwnedFile, String> property) {
        return TagValue.texts(files.stream().map(property).toList());
    }
}
