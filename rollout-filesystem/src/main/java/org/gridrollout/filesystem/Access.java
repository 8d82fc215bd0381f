package org.gridrollout.filesystem;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.UserPrincipal;
import java.util.Optional;
import java.util.Set;

/** Whose a file is, and who may do what with it. */
record Access(UserPrincipal owner, Set<PosixFilePermission> permissions) {

    private static final Set<PosixFilePermission> READING =
            Set.of(PosixFilePermission.OWNER_READ, PosixFilePermission.GROUP_READ, PosixFilePermission.OTHERS_READ);
    private static final Set<PosixFilePermission> WRITING =
            Set.of(PosixFilePermission.OWNER_WRITE, PosixFilePermission.GROUP_WRITE, PosixFilePermission.OTHERS_WRITE);

    /** Empty where the file system does not say. */
    static Optional<Access> to(Path file) throws IOException {
        PosixFileAttributeView view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
        if (view == null) {
            return Optional.empty();
        }
        PosixFileAttributes attributes = view.readAttributes();
        return Optional.of(new Access(attributes.owner(), attributes.permissions()));
    }

    /** Whether such a file will do in place of one with that access: all can read it who should, and nobody else can change it. */
    boolean standsInFor(Access wanted) {
        return owner.equals(wanted.owner)
                && READING.stream().allMatch(each -> permissions.contains(each) || !wanted.permissions.contains(each))
                && WRITING.stream().allMatch(each -> wanted.permissions.contains(each) || !permissions.contains(each));
    }
}
