package org.gridrollout.testkit.faults;

import java.io.IOException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The attributes of what a path leads to, whenever it is asked. */
final class NodeView implements BasicFileAttributeView {

    private final DiskProvider provider;
    private final Path path;
    private final LinkOption[] options;

    NodeView(DiskProvider provider, Path path, LinkOption... options) {
        this.provider = provider;
        this.path = path;
        this.options = options.clone();
    }

    @Override
    public String name() {
        return "basic";
    }

    @Override
    public BasicFileAttributes readAttributes() throws IOException {
        return provider.readAttributes(path, BasicFileAttributes.class, options);
    }

    @Override
    public void setTimes(@Nullable FileTime modified, @Nullable FileTime accessed, @Nullable FileTime created)
            throws IOException {
        if (modified != null) {
            provider.setModified(path, modified, options);
        }
    }

    /** @param names {@code size,fileKey}, {@code *}, with {@code basic:} before them or not */
    static Map<String, Object> select(NodeAttributes attributes, String names) {
        Map<String, Object> all = attributes.asMap();
        String plain = names.replaceFirst("^basic:", "");
        if (plain.equals("*")) {
            return all;
        }
        Map<String, Object> selected = new LinkedHashMap<>();
        for (String each : List.of(plain.split(","))) {
            Object value = all.get(each);
            if (value == null) {
                throw new IllegalArgumentException("a faulty disk has no attribute " + each);
            }
            selected.put(each, value);
        }
        return selected;
    }
}
