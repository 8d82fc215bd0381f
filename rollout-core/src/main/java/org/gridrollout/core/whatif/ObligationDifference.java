package org.gridrollout.core.whatif;

import java.util.Optional;
import org.gridrollout.api.party.Party;
import org.gridrollout.api.sla.Duty;
import org.gridrollout.api.sla.ObligationId;
import org.gridrollout.api.sla.ObligationOutcome;

/**
 * Something owed that would have ended otherwise.
 *
 * @param before how it counted; absent if it was not owed
 * @param after how it would have counted; absent if it would not have been owed
 */
public record ObligationDifference(
        ObligationId obligation,
        Duty duty,
        Party debtor,
        Optional<ObligationOutcome> before,
        Optional<ObligationOutcome> after) {}
