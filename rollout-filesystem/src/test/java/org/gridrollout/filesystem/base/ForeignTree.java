package org.gridrollout.filesystem.base;

import java.io.ByteArrayInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.gridrollout.filesystem.yum.Digests;

/** Somebody else's repository, as sound or as broken as a test wants it, in memory. */
public final class ForeignTree implements RepositorySource {

    private static final String REPOMD = "repodata/repomd.xml";

    private final Map<String, byte[]> files = new LinkedHashMap<>();
    private final StringBuilder data = new StringBuilder();

    /** Without an index; {@link #with} makes one. */
    public ForeignTree() {}

    /** With that primary metadata and without file lists. */
    public static ForeignTree of(Compression compression, String primary) {
        return new ForeignTree().with("primary", compression, primary.getBytes(StandardCharsets.UTF_8));
    }

    public ForeignTree with(String type, Compression compression, byte[] open) {
        return with(type, compression.suffix, compression.compress(open), open);
    }

    ForeignTree with(String type, String suffix, byte[] stored, byte[] open) {
        String path = "repodata/" + type + ".xml" + suffix;
        files.put(path, stored);
        data.append("<data type=\"%s\"><checksum type=\"sha256\">%s</checksum>".formatted(type, Digests.of(stored)));
        data.append("<open-checksum type=\"sha256\">%s</open-checksum>".formatted(Digests.of(open)));
        data.append("<location href=\"%s\"/><size>%d</size>".formatted(path, stored.length));
        data.append("<open-size>%d</open-size></data>\n".formatted(open.length));
        return index(
                "<repomd xmlns=\"http://linux.duke.edu/metadata/repo\"><revision>17</revision>" + data + "</repomd>");
    }

    ForeignTree index(String repomd) {
        return replace(REPOMD, repomd.getBytes(StandardCharsets.UTF_8));
    }

    ForeignTree replace(String path, byte[] content) {
        files.put(path, content);
        return this;
    }

    ForeignTree without(String path) {
        files.remove(path);
        return this;
    }

    byte[] file(String path) {
        return files.get(path).clone();
    }

    String index() {
        return new String(files.get(REPOMD), StandardCharsets.UTF_8);
    }

    @Override
    public InputStream open(String path) throws IOException {
        byte[] content = files.get(path);
        if (content == null) {
            throw new NoSuchFileException(path);
        }
        return new ByteArrayInputStream(content);
    }

    /** The same as files. */
    public Path writeTo(Path directory) {
        files.forEach((path, content) -> {
            Path file = directory.resolve(path);
            try {
                Files.createDirectories(file.getParent());
                Files.write(file, content);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        return directory;
    }

    /** The same at an address that fails for a while. */
    RepositorySource unreachable() {
        return path -> {
            throw new FileNotFoundException("no route to host");
        };
    }

    @Override
    public String toString() {
        return "memory";
    }
}
