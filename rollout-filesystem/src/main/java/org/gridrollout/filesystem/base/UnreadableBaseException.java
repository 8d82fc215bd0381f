package org.gridrollout.filesystem.base;

import org.gridrollout.api.spi.RepositoryException;
import org.jspecify.annotations.Nullable;

/** A repository of others cannot be read, or says what cannot be. What was pinned before is not touched by it. */
public final class UnreadableBaseException extends RepositoryException {

    private static final long serialVersionUID = 1L;

    /** What kind of trouble it is, which says what to do. */
    public enum Problem {
        /** It could not be asked: the network, a disk, a permission. */
        UNREACHABLE("see to it that it can be read, then read again"),
        /** A file is not there. */
        MISSING("check the address: a YUM repository has repodata/repomd.xml under it, and the files that names"),
        /** A file is not the one that {@code repomd.xml} names: damaged, or replaced in between. */
        CHANGED("read again; if it stays so, ask those who run the repository to make its metadata anew"),
        /** A file is not what it should be, although it is the one that {@code repomd.xml} names. */
        MALFORMED("ask those who run the repository to make its metadata anew"),
        /** It is beyond a limit. */
        TOO_LARGE("if that is as it should be, read it with wider limits"),
        /** It uses something that is not read here. */
        UNSUPPORTED("ask those who run the repository for another form");

        private final String advice;

        Problem(String advice) {
            this.advice = advice;
        }
    }

    private final Problem problem;
    private final String file;
    private final long line;
    private final long column;

    /** @param line from 1 on in the uncompressed text; 0 if the trouble is not at one place */
    UnreadableBaseException(
            Problem problem, String file, long line, long column, String what, @Nullable Throwable cause) {
        super(file + position(line, column) + ": " + what + "; " + problem.advice);
        if (cause != null) {
            initCause(cause);
        }
        this.problem = problem;
        this.file = file;
        this.line = line;
        this.column = column;
    }

    UnreadableBaseException(Problem problem, String file, String what, @Nullable Throwable cause) {
        this(problem, file, 0, 0, what, cause);
    }

    private static String position(long line, long column) {
        return line > 0 ? ", line " + line + ", column " + column : "";
    }

    /** What kind of trouble it is. */
    public Problem problem() {
        return problem;
    }

    /** Which file, with where it comes from. */
    public String file() {
        return file;
    }

    /** Which line of the uncompressed text, from 1 on; 0 if the trouble is not at one place. */
    public long line() {
        return line;
    }

    /** Which character of that line, from 1 on; 0 if the trouble is not at one place. */
    public long column() {
        return column;
    }
}
