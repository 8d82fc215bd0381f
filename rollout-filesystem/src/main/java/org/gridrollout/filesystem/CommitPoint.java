package org.gridrollout.filesystem;

import java.io.IOException;

/** Where a generation becomes current: one rename. */
final class CommitPoint {

    private CommitPoint() {}

    static void pass(Tree tree, long number, Disk disk) throws IOException {
        disk.symbolicLink(tree.nextLink(), tree.linkTarget(number));
        disk.rename(tree.nextLink(), tree.link());
        disk.syncDirectory(tree.generations());
    }
}
