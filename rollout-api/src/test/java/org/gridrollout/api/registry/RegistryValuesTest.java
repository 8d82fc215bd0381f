package org.gridrollout.api.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gridrollout.api.InvalidValueException;
import org.gridrollout.api.party.SiteId;
import org.gridrollout.api.party.TeamId;
import org.gridrollout.api.sla.Sla;
import org.gridrollout.api.software.Evr;
import org.gridrollout.api.software.Platform;
import org.gridrollout.api.software.ProductId;
import org.junit.jupiter.api.Test;

/** What products, sites and inventories may be like. */
class RegistryValuesTest {

    private static final SiteId CERN = SiteId.of("CERN-PROD");
    private static final Platform EL9 = Platform.parse("el9/x86_64");
    private static final Instant AT = Instant.parse("2026-03-02T08:00:00Z");
    private static final Product VOMS = new Product(ProductId.of("voms"), TeamId.of("voms-team"), Set.of("voms"));

    @Test
    void siteNobodyAskedHasSaidNothing() {
        Site site = new Site(CERN, "");
        assertThat(site.profile()).isEmpty();
        assertThat(site.platforms()).isEmpty();
        assertThat(site.traits()).isEmpty();
    }

    @Test
    void profileIsOneWordAndTraitsAreLabels() {
        assertThatThrownBy(() -> new Site(CERN, "", "tier 1", Set.of(), Set.of("atlas, cms", "experiment:atlas")))
                .isInstanceOfSatisfying(
                        InvalidValueException.class,
                        e -> assertThat(e.violations())
                                .hasSize(2)
                                .anyMatch(each -> each.contains("'tier 1'"))
                                .anyMatch(each -> each.contains("'atlas, cms'")));
    }

    @Test
    void productThatNamesNoPlatformCannotAskForOne() {
        assertThatThrownBy(() -> VOMS.withCriteria(SelectionCriteria.NONE.withPlatformNeeded(true)))
                .hasMessageContaining("it names none");
    }

    @Test
    void criterionThatNobodyCouldMeetIsRefused() {
        assertThatThrownBy(() -> SelectionCriteria.NONE.withReportWithin(Duration.ZERO))
                .hasMessageContaining("reportWithin must be positive");
    }

    @Test
    void whatWasNotSaidDoesNotMeetWhatIsAskedFor() {
        Product asking = VOMS.withPlatforms(Set.of(EL9))
                .withCriteria(SelectionCriteria.builder()
                        .addProfiles("tier-1", "tier-2")
                        .addTraits("experiment:atlas", "storage")
                        .platformNeeded(true)
                        .build());
        assertThat(asking.criteria().unmetBySite(new Site(CERN, ""), asking))
                .containsExactly(
                        "CERN-PROD has not said its profile; rollout sites of voms are tier-1 or tier-2.",
                        "CERN-PROD lacks experiment:atlas, storage.",
                        "CERN-PROD has not said which platforms it runs; voms is released for el9/x86_64.");
    }

    @Test
    void anyOfTheProfilesAllOfTheTraitsAndOneOfThePlatformsWillDo() {
        Product asking = VOMS.withPlatforms(Set.of(EL9, Platform.parse("el8/x86_64")))
                .withCriteria(SelectionCriteria.builder()
                        .addProfiles("tier-1", "tier-2")
                        .addTraits("experiment:atlas", "storage")
                        .platformNeeded(true)
                        .build());
        Site site = new Site(CERN, "", "tier-2", Set.of(EL9), Set.of("storage", "experiment:atlas", "cloud"));
        assertThat(asking.criteria().unmetBySite(site, asking)).isEmpty();
    }

    @Test
    void reportThatSaysWhatIsKnownChangesNothing() {
        Map<String, Evr> versions = Map.of("voms", Evr.of("2.1.0", "1"), "openssl", Evr.of("3.0.7", "1"));
        Installations known = Installations.none(CERN, EL9).reported(versions, AT);
        assertThat(known.reported(versions, AT.plusSeconds(60))).isEqualTo(known);
    }

    @Test
    void changeIsWhatIsNewOtherOrGone() {
        Installations known = Installations.none(CERN, EL9)
                .reported(Map.of("voms", Evr.of("2.1.0", "1"), "gone", Evr.of("1", "1"), "same", Evr.of("1", "1")), AT);
        Map<String, Evr> next = Map.of("voms", Evr.of("2.1.0", "2"), "new", Evr.of("1", "1"), "same", Evr.of("1", "1"));
        assertThat(known.changed(next)).containsExactly("gone", "new", "voms");
        assertThat(known.reported(next, AT.plusSeconds(60)).components())
                .isEqualTo(Map.of(
                        "voms", new Installed(Evr.of("2.1.0", "2"), AT.plusSeconds(60)),
                        "new", new Installed(Evr.of("1", "1"), AT.plusSeconds(60)),
                        "same", new Installed(Evr.of("1", "1"), AT)));
    }

    @Test
    void componentsHaveNames() {
        for (String name : List.of("", " ", "x".repeat(301))) {
            assertThatThrownBy(() -> new Inventory(CERN, EL9, Map.of(name, Evr.of("1", "1")), AT))
                    .isInstanceOf(InvalidValueException.class);
            assertThatThrownBy(() -> new Product(VOMS.id(), VOMS.team(), Set.of(name)))
                    .isInstanceOf(InvalidValueException.class);
        }
    }

    @Test
    void enrolmentBindsFromItsBeginningToJustBeforeItsEnd() {
        Enrolment enrolment = new Enrolment(
                CERN, VOMS.id(), Sla.failuresWithin(Duration.ofDays(7)), AT, Optional.of(AT.plusSeconds(60)));
        assertThat(enrolment.activeAt(AT.minusNanos(1_000))).isFalse();
        assertThat(enrolment.activeAt(AT)).isTrue();
        assertThat(enrolment.activeAt(AT.plusSeconds(60))).isFalse();
    }
}
