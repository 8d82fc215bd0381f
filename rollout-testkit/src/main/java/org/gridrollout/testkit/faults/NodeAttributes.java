package org.gridrollout.testkit.faults;

import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Map;

/** What a node was when it was asked. */
record NodeAttributes(Node node, FileTime lastModifiedTime, long size) implements BasicFileAttributes {

    static NodeAttributes of(Node node) {
        return new NodeAttributes(node, node.modified(), node.size());
    }

    /** All of them under their names. */
    Map<String, Object> asMap() {
        return Map.of(
                "lastModifiedTime",
                lastModifiedTime,
                "lastAccessTime",
                lastModifiedTime,
                "creationTime",
                lastModifiedTime,
                "size",
                size,
                "isRegularFile",
                isRegularFile(),
                "isDirectory",
                isDirectory(),
                "isSymbolicLink",
                isSymbolicLink(),
                "isOther",
                false,
                "fileKey",
                fileKey());
    }

    @Override
    public FileTime lastAccessTime() {
        return lastModifiedTime;
    }

    @Override
    public FileTime creationTime() {
        return lastModifiedTime;
    }

    @Override
    public boolean isRegularFile() {
        return node instanceof FileNode;
    }

    @Override
    public boolean isDirectory() {
        return node instanceof DirectoryNode;
    }

    @Override
    public boolean isSymbolicLink() {
        return node instanceof LinkNode;
    }

    @Override
    public boolean isOther() {
        return false;
    }

    @Override
    public Object fileKey() {
        return node.id();
    }
}
