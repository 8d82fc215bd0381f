package org.gridrollout.filesystem.rpm;

/** What is wrong with a package, before it is known where the package came from. Never leaves this package. */
class DamagedRpmException extends Exception {

    private static final long serialVersionUID = 1L;

    private final String problem;

    DamagedRpmException(String problem) {
        super(problem);
        this.problem = problem;
    }

    /** What is wrong, to follow "... is not a readable package:". */
    String problem() {
        return problem;
    }
}
