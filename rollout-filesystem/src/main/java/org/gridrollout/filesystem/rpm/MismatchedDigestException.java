package org.gridrollout.filesystem.rpm;

/** A package is not what its digest was made of. Leaves this package as a cause only. */
public final class MismatchedDigestException extends DamagedRpmException {

    private static final long serialVersionUID = 1L;

    MismatchedDigestException(String problem) {
        super(problem);
    }

    @Override
    public String problem() {
        return super.problem();
    }
}
