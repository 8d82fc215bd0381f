package org.gridrollout.testkit.contract;

import org.gridrollout.api.spi.WorkingCalendar;
import org.gridrollout.core.sla.AroundTheClock;

class AroundTheClockContractTest extends WorkingCalendarContract {

    @Override
    protected WorkingCalendar calendar() {
        return new AroundTheClock();
    }
}
