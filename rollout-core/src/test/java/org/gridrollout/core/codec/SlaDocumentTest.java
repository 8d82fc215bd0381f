package org.gridrollout.core.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.gridrollout.api.party.SiteId;
import org.gridrollout.api.registry.Downtime;
import org.gridrollout.api.registry.DowntimeId;
import org.gridrollout.api.sla.CalendarId;
import org.gridrollout.api.sla.Compliance;
import org.gridrollout.api.sla.Sla;
import org.junit.jupiter.api.Test;

class SlaDocumentTest {

    @Test
    void anSlaIsReadBackAsItWasWritten() {
        Sla sla = Sla.builder()
                .name("early adopter")
                .acknowledgeWithin(Duration.ofHours(8))
                .reportWithin(Duration.ofDays(5))
                .calendar(CalendarId.of("office"))
                .compliance(new Compliance(0.1 + 0.2, Duration.ofDays(90)))
                .build();
        assertThat(Documents.read(Sla.class, Documents.write(Sla.class, sla))).isEqualTo(sla);
    }

    @Test
    void aShareIsWrittenAsANumber() {
        Compliance compliance = new Compliance(0.85, Duration.ofDays(30));
        assertThat(Documents.write(Compliance.class, compliance)).isEqualTo("{\"minimum\":0.85,\"window\":\"PT720H\"}");
        assertThat(Documents.read(Compliance.class, "{\"minimum\":1,\"window\":\"PT720H\"}"))
                .isEqualTo(new Compliance(1, Duration.ofDays(30)));
    }

    @Test
    void aDowntimeIsReadBackAsItWasWritten() {
        Instant from = Instant.parse("2026-03-10T08:00:00Z");
        Downtime downtime = Downtime.declared(
                        DowntimeId.of("dt-1"),
                        SiteId.of("CERN-PROD"),
                        from,
                        from.plusSeconds(3_600),
                        from.minusSeconds(90_000),
                        "cooling")
                .cancelled(from.minusSeconds(1));
        assertThat(Documents.read(Downtime.class, Documents.write(Downtime.class, downtime)))
                .isEqualTo(downtime);
    }
}
