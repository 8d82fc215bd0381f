package org.gridrollout.api.spi;

/** A file is not a package that can be read: damaged, cut short, of an unknown kind, or beyond the limits. */
public final class UnreadablePackageException extends RepositoryException {

    private static final long serialVersionUID = 1L;

    private final String origin;
    private final String problem;

    /**
     * @param origin which file
     * @param problem what is wrong and where
     */
    public UnreadablePackageException(String origin, String problem) {
        super(origin + " is not a readable package: " + problem);
        this.origin = origin;
        this.problem = problem;
    }

    public UnreadablePackageException(String origin, String problem, Throwable cause) {
        super(origin + " is not a readable package: " + problem, cause);
        this.origin = origin;
        this.problem = problem;
    }

    /** Which file. */
    public String origin() {
        return origin;
    }

    /** What is wrong and where. */
    public String problem() {
        return problem;
    }
}
