package org.gridrollout.core.closure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gridrollout.core.closure.Universes.closureOf;
import static org.gridrollout.core.closure.Universes.facts;
import static org.gridrollout.core.closure.Universes.member;
import static org.gridrollout.core.closure.Universes.replacing;

import java.util.List;
import org.junit.jupiter.api.Test;

class ClosureDifferenceTest {

    private static final Pack OLD = Pack.of("gsoap", "2.7-1").provides("libgsoap.so.1");
    private static final Pack NEW = Pack.of("gsoap", "2.8-1").provides("libgsoap.so.2");
    private static final Pack SRM = Pack.of("srm", "1-1").requires("libgsoap.so.1");
    private static final Pack DPM = Pack.of("dpm", "1-1").requires("srm");

    @Test
    void aReplacementThatTakesSomethingAwayBreaksThoseWhoNeedIt() {
        ClosureDifference difference = closureOf(OLD, SRM, DPM).after(replacing(OLD, NEW));
        assertThat(difference.holds()).isFalse();
        assertThat(difference.newlyBroken()).containsExactly(member(SRM), member(DPM));
        assertThat(difference.rootCauses())
                .singleElement()
                .hasToString("2 packages cannot be installed: srm-1-1.noarch needs libgsoap.so.1, which nobody provides"
                        + " (after gsoap-2.7-1.noarch went).");
    }

    @Test
    void theOldOneBesideTheNewBreaksNothing() {
        ClosureDifference difference = closureOf(OLD, SRM, DPM).after(UniverseChange.adding(facts(NEW)));
        assertThat(difference.holds()).isTrue();
        assertThat(difference.rootCauses()).isEmpty();
    }

    @Test
    void aNewcomerThatLacksSomethingIsToldFromWhatBreaks() {
        ClosureDifference difference = closureOf(OLD).after(UniverseChange.adding(facts(DPM)));
        assertThat(difference.newlyBroken()).isEmpty();
        assertThat(difference.brokenNewcomers()).containsExactly(member(DPM));
        assertThat(difference.rootCauses())
                .singleElement()
                .extracting(RootCause::introduction)
                .isEqualTo(new Introduction(Introduction.Kind.ADDED, List.of(member(DPM))));
    }

    @Test
    void whatWasBrokenBeforeIsNotHeldAgainstTheChange() {
        ClosureDifference difference = closureOf(DPM).after(UniverseChange.adding(facts(OLD)));
        assertThat(difference.holds()).isTrue();
        assertThat(difference.stillBroken()).containsExactly(member(DPM));
    }

    @Test
    void whatLackedSomethingIsMendedByItsComing() {
        ClosureDifference difference = closureOf(SRM, DPM).after(UniverseChange.adding(facts(OLD)));
        assertThat(difference.mended()).containsExactly(member(SRM), member(DPM));
    }

    @Test
    void whatClashedIsMendedByTheOthersGoing() {
        Pack quarrelsome = Pack.of("c", "1-1").requires("v").conflicts("lib");
        Pack lib = Pack.of("lib", "1-1").provides("v");
        Pack other = Pack.of("other", "1-1").provides("v");
        Closure closure = closureOf(quarrelsome, lib);
        assertThat(closure.broken()).containsExactly(member(quarrelsome));
        assertThat(closure.after(replacing(lib, other)).mended()).containsExactly(member(quarrelsome));
    }

    @Test
    void mendingOneDoesNotMakeUpForBreakingAnother() {
        Pack modern = Pack.of("modern", "1-1").requires("libgsoap.so.2");
        ClosureDifference difference = closureOf(OLD, SRM, modern).after(replacing(OLD, NEW));
        assertThat(difference.mended()).containsExactly(member(modern));
        assertThat(difference.newlyBroken()).containsExactly(member(SRM));
        assertThat(difference.holds()).isFalse();
    }

    @Test
    void aTroubleFromTheBaseIsToldAsTheBaseMoving() {
        PackageFacts base = Universes.RPM.read(OLD.built(), Origin.BASE);
        Universe universe =
                Universe.builder(Universes.RPM).add(base).addAll(facts(SRM)).build();
        ClosureDifference difference = Closure.of(universe).after(UniverseChange.removing(List.of(base.member())));
        assertThat(difference.rootCauses())
                .singleElement()
                .extracting(each -> each.introduction().kind())
                .isEqualTo(Introduction.Kind.BASE_MOVED);
    }

    @Test
    void aFileThatChangesHandsIsTheSamePackage() {
        Closure closure = closureOf(DPM);
        UniverseChange change =
                new UniverseChange(List.of(Universes.RPM.read(DPM.built(), Origin.BASE)), List.of(member(DPM)));
        assertThat(closure.after(change).stillBroken()).hasSize(1);
        assertThat(closure.after(change).brokenNewcomers()).isEmpty();
    }

    @Test
    void everyTroubleIsToldOnceWithAllItBreaksTheLargestFirst() {
        Pack loner = Pack.of("loner", "1-1").requires("gsoap = 2.7");
        List<RootCause> causes =
                closureOf(OLD, loner, SRM, DPM).after(replacing(OLD, NEW)).rootCauses();
        assertThat(causes).extracting(each -> each.packages().size()).containsExactly(2, 1);
    }

    @Test
    void onlyWhatIsThereCanGo() {
        assertThatThrownBy(() -> closureOf(OLD).after(replacing(NEW, OLD))).isInstanceOf(UnknownMemberException.class);
    }
}
