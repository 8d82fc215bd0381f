package org.gridrollout.core.lifecycle;

import com.google.common.base.Splitter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.gridrollout.api.event.EventType;
import org.gridrollout.api.rollout.RolloutState;

/**
 * The rollout's state machine as data: which event may happen in which state, and where it leads. Legality, the diagram in
 * the documentation and the test generators come from here. Immutable.
 */
@SuppressWarnings("EnumOrdinal") // the index into arrays, never kept or compared
public final class TransitionTable {

    /** States, event, state after: {@code -} is before the beginning, {@code *} any state, {@code =} the same state. */
    private static final String TABLE = """
            -                                      CONTRIBUTED           CONTRIBUTED
            CONTRIBUTED                            BETA_PUBLISHED        IN_BETA
            CONTRIBUTED                            REFUSED               REFUSED
            IN_BETA                                ANNOUNCED             ROLLING_OUT
            IN_BETA                                ANNOUNCED_TO_NOBODY   INCONCLUSIVE
            ROLLING_OUT                            FOUND_INCONCLUSIVE    INCONCLUSIVE
            ROLLING_OUT,INCONCLUSIVE               SITES_ADDED           ROLLING_OUT
            ROLLING_OUT,INCONCLUSIVE               EXTENDED              ROLLING_OUT
            ROLLING_OUT,INCONCLUSIVE               CLEARED               GOOD
            IN_BETA,ROLLING_OUT,INCONCLUSIVE,GOOD  HELD                  HELD
            HELD                                   HOLD_ESCALATED        =
            HELD                                   HOLD_RELEASED         IN_BETA
            HELD                                   HOLD_RELEASED         ROLLING_OUT
            HELD                                   HOLD_RELEASED         INCONCLUSIVE
            HELD                                   HOLD_RELEASED         GOOD
            IN_BETA,ROLLING_OUT,INCONCLUSIVE       REJECTED              REJECTED
            GOOD,HELD                              REJECTED              REJECTED
            IN_BETA,ROLLING_OUT,INCONCLUSIVE       SUPERSEDED            SUPERSEDED
            GOOD,HELD                              SUPERSEDED            SUPERSEDED
            CONTRIBUTED,IN_BETA,ROLLING_OUT        WITHDRAWN             WITHDRAWN
            INCONCLUSIVE,GOOD,HELD                 WITHDRAWN             WITHDRAWN
            GOOD                                   PROMOTION_DECIDED     PROMOTING
            PROMOTING                              PROMOTION_ABORTED     GOOD
            PROMOTING                              PRODUCTION_PUBLISHED  IN_PRODUCTION
            IN_PRODUCTION                          FOUND_FAULTY          FAULTY
            FAULTY                                 CRITICALITY_LOWERED   IN_PRODUCTION
            FAULTY                                 CRITICALITY_LOWERED   FAULTY
            IN_PRODUCTION,FAULTY                   SUPERSEDED            SUPERSEDED
            FAULTY                                 LOWERING_PROPOSED     =
            FAULTY                                 RESTORATION_PLANNED   =
            FAULTY                                 RESTORATION_MOVED     =
            IN_PRODUCTION                          RESTORED_SERVICE      =
            IN_PRODUCTION,FAULTY                   RETIREMENT_ANNOUNCED  =
            IN_PRODUCTION,FAULTY                   SECURITY_SUPPORT_ENDED =
            IN_PRODUCTION,FAULTY                   RETIREMENT_DUE        =
            IN_PRODUCTION                          RETIRED               RETIRED
            CONTRIBUTED,IN_BETA,ROLLING_OUT        WAIVED                =
            INCONCLUSIVE,GOOD,HELD                 WAIVED                =
            CONTRIBUTED,IN_BETA,ROLLING_OUT        EXPEDITED             =
            INCONCLUSIVE,GOOD,HELD                 EXPEDITED             =
            *                                      INCIDENT_FILED        =
            *                                      CHECK_RECORDED        =
            *                                      INCIDENT_INHERITED    =
            *                                      CRITICALITY_DECIDED   =
            *                                      INCIDENT_DISMISSED    =
            *                                      DUPLICATE_MARKED      =
            *                                      INFORMATION_ASKED     =
            *                                      INFORMATION_PROVIDED  =
            *                                      INCIDENT_RESOLVED     =
            *                                      INCIDENT_CLOSED       =
            *                                      OBLIGATION_NEAR_DUE   =
            *                                      OBLIGATION_ENDED      =
            *                                      OBLIGATION_DONE_LATE  =
            *                                      OBLIGATION_RECOMPUTED =
            *                                      ANSWERED              =
            *                                      RISK_ACCEPTED         =
            *                                      FLEET_CLEARED         =
            *                                      DEPLOYED              =
            *                                      UNDEPLOYED            =
            *                                      REPORTED_WORKING      =
            *                                      REMOVAL_PUBLISHED     =
            *                                      REMOVAL_ABANDONED     =
            """;

    private static final RolloutState[] STATES = RolloutState.values();
    private static final int TYPES = EventType.values().length;
    private static final List<Transition> ROWS = rows();

    /** Per state and event type the set of states it may lead to, as bits. */
    private static final int[] TARGETS = targets();

    private TransitionTable() {}

    /** Every row, in the order of the states. */
    public static List<Transition> transitions() {
        return ROWS;
    }

    /** Whether an event of that type may happen in that state and lead to that state. */
    public static boolean permits(RolloutState from, EventType type, RolloutState to) {
        return (targets(from, type) & 1 << to.ordinal()) != 0;
    }

    /** Whether an event of that type may happen in that state. */
    public static boolean permits(RolloutState from, EventType type) {
        return targets(from, type) != 0;
    }

    /** The states an event of that type may happen in. */
    public static Set<RolloutState> statesFor(EventType type) {
        Set<RolloutState> states = EnumSet.noneOf(RolloutState.class);
        Arrays.stream(STATES).filter(each -> permits(each, type)).forEach(states::add);
        return states;
    }

    /**
     * Where an event of that type leads from that state: one step of the bare machine. Allocates nothing. An event that
     * says itself where it leads (a released hold, a lowered criticality) is checked with {@link #permits(RolloutState,
     * EventType, RolloutState)} instead.
     *
     * @throws IllegalStateException if it may not happen there, or may lead to several states
     */
    public static RolloutState next(RolloutState from, EventType type) {
        int targets = targets(from, type);
        if (Integer.bitCount(targets) != 1) {
            throw new IllegalStateException(type + " does not lead from " + from + " to one state");
        }
        return STATES[Integer.numberOfTrailingZeros(targets)];
    }

    private static int targets(RolloutState from, EventType type) {
        return TARGETS[from.ordinal() * TYPES + type.ordinal()];
    }

    private static List<Transition> rows() {
        List<Transition> rows = new ArrayList<>();
        TABLE.lines()
                .map(Splitter.onPattern(" +")::splitToList)
                .forEach(cells -> addRows(rows, cells.get(0), EventType.valueOf(cells.get(1)), cells.get(2)));
        return rows.stream()
                .sorted(Comparator.comparingInt((Transition row) ->
                                row.from().map(Enum::ordinal).orElse(-1))
                        .thenComparing(Transition::on)
                        .thenComparing(Transition::to))
                .toList();
    }

    private static void addRows(List<Transition> rows, String states, EventType type, String to) {
        if (states.equals("-")) {
            rows.add(new Transition(Optional.empty(), type, RolloutState.valueOf(to)));
            return;
        }
        List<RolloutState> from = states.equals("*")
                ? List.of(STATES)
                : Splitter.on(',')
                        .splitToStream(states)
                        .map(RolloutState::valueOf)
                        .toList();
        for (RolloutState each : from) {
            rows.add(new Transition(Optional.of(each), type, to.equals("=") ? each : RolloutState.valueOf(to)));
        }
    }

    private static int[] targets() {
        int[] targets = new int[STATES.length * TYPES];
        for (Transition row : ROWS) {
            row.from()
                    .ifPresent(from -> targets[from.ordinal() * TYPES + row.on().ordinal()] |=
                            1 << row.to().ordinal());
        }
        return targets;
    }
}
