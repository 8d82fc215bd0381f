package org.gridrollout.filesystem.openpgp;

/** Why bytes are no signature, to follow "cannot be read:". Never leaves this package. */
final class MalformedSignatureException extends Exception {

    private static final long serialVersionUID = 1L;

    private final String problem;

    MalformedSignatureException(String problem) {
        super(problem);
        this.problem = problem;
    }

    String problem() {
        return problem;
    }
}
