package org.gridrollout.api.sla;

import org.gridrollout.api.Identifier;

/** A working calendar's name, such as {@code cern-office-hours}; SLAs refer to it. Follows {@link Identifier}'s rule. */
public record CalendarId(String value) implements Comparable<CalendarId> {

    /** Every instant is working time: an SLA's calendar if it names none. */
    public static final CalendarId AROUND_THE_CLOCK = new CalendarId("24x7");

    public CalendarId {
        Identifier.require("CalendarId", value);
    }

    /** The {@code CalendarId} of that name. */
    public static CalendarId of(String value) {
        return new CalendarId(value);
    }

    @Override
    public int compareTo(CalendarId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
