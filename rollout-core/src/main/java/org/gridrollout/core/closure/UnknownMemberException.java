package org.gridrollout.core.closure;

import org.gridrollout.api.RolloutException;

/** A package was named that the universe does not have. */
public final class UnknownMemberException extends RolloutException {

    private static final long serialVersionUID = 1L;

    private final transient Member member;

    public UnknownMemberException(Member member) {
        super("The universe has no package " + member
                + (member.digest().isEmpty() ? "" : " with digest " + member.digest())
                + "; it may have been removed or replaced before");
        this.member = member;
    }

    /** The package that was named. */
    public Member member() {
        return member;
    }
}
