package org.gridrollout.core.rule;

import org.gridrollout.api.party.Party;
import org.gridrollout.api.verdict.Change;
import org.gridrollout.api.verdict.RuleId;

/** The last resort, named only where nobody can do anything else about it. */
final class MuWaives {

    private MuWaives() {}

    static Change rule(RuleId rule) {
        return Change.by(Party.MIDDLEWARE_UNIT, "waives " + rule, rule);
    }
}
