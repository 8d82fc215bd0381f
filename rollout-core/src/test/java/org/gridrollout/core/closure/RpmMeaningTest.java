package org.gridrollout.core.closure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gridrollout.core.closure.Universes.installs;
import static org.gridrollout.core.closure.Universes.why;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RpmMeaningTest {

    private static final Pack VOMS = Pack.of("voms", "2.1-3");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            voms             | true
            voms = 2.1       | true
            voms = 2.1-3     | true
            voms = 2.1-4     | false
            voms >= 2.1-4    | false
            voms > 2.1       | false
            voms < 2.2       | true
            voms <= 2.1      | true
            voms = 0:2.1     | true
            voms >= 1:1      | false
            voms < 1:1       | true
            voms-admin       | false
            """)
    void aMissingReleaseIsAnyReleaseAndAMissingEpochIsZero(String requirement, boolean met) {
        assertThat(installs(Pack.of("a", "1-1").requires(requirement), VOMS)).isEqualTo(met);
    }

    @Test
    void whatIsProvidedWithoutAVersionFitsEveryVersion() {
        assertThat(installs(Pack.of("a", "1-1").requires("vo >= 5"), VOMS.provides("vo")))
                .isTrue();
    }

    @Test
    void rangesMeetWhereTheyOverlap() {
        Pack range = VOMS.provides("vo >= 3");
        assertThat(installs(Pack.of("a", "1-1").requires("vo >= 9"), range)).isTrue();
        assertThat(installs(Pack.of("a", "1-1").requires("vo < 3"), range)).isFalse();
    }

    @Test
    void aPackageProvidesItsOwnNameAndMeetsItsOwnNeeds() {
        assertThat(installs(VOMS.requires("voms = 2.1-3", "config(voms)").provides("config(voms)")))
                .isTrue();
    }

    @Test
    void aFileIsProvidedByWhoInstallsIt() {
        Pack script = Pack.of("a", "1-1").requires("/usr/bin/voms-proxy-init");
        assertThat(installs(script, VOMS)).isFalse();
        assertThat(installs(script, VOMS.files("/usr/bin/voms-proxy-init"))).isTrue();
    }

    @Test
    void whatRpmItselfCanDoIsAlwaysThere() {
        assertThat(installs(VOMS.requires("rpmlib(PayloadIsZstd) <= 5.4.18-1"))).isTrue();
    }

    @Test
    void aConflictLooksAtEverythingProvidedButNotAtThePackageItself() {
        Pack client = Pack.of("client", "1-1").requires("a", "b");
        Pack other = Pack.of("b", "1-1").provides("vo");
        assertThat(installs(client, Pack.of("a", "1-1").provides("vo").conflicts("vo")))
                .isFalse(); // no b
        assertThat(installs(client, Pack.of("a", "1-1").provides("vo").conflicts("vo"), other))
                .isFalse();
        assertThat(installs(Pack.of("a", "1-1").provides("vo").conflicts("vo", "a")))
                .isTrue();
    }

    @Test
    void anObsoleteLooksAtNamesOnlyAndNotAtThePackageItself() {
        Pack client = Pack.of("client", "1-1").requires("new", "old");
        Pack successor = Pack.of("new", "2-1").obsoletes("old < 2", "new");
        assertThat(installs(client, successor, Pack.of("old", "1-1"))).isFalse();
        assertThat(installs(client, successor, Pack.of("old", "2-1"))).isTrue();
        assertThat(installs(client, successor, Pack.of("other", "1-1").provides("old = 1")))
                .isTrue();
    }

    @Test
    void ofOneNameThereIsOnePackage() {
        Pack client = Pack.of("client", "1-1").requires("voms = 2.1", "voms = 2.2");
        assertThat(installs(client, VOMS, Pack.of("voms", "2.2-1"))).isFalse();
    }

    @Test
    void ofSomeNamesSeveralVersionsLiveTogether() {
        Pack client = Pack.of("client", "1-1").requires("kernel = 5", "kernel = 6");
        assertThat(installs(client, Pack.of("kernel", "5-1"), Pack.of("kernel", "6-1")))
                .isTrue();
    }

    @Test
    void packagesOf32And64BitsLiveTogetherAndThoseOfOneWidthDoNot() {
        Pack client = Pack.of("client", "1-1").requires("libvoms.so.1", "libvoms.so.1()(64bit)");
        Pack wide = VOMS.arch("x86_64").provides("libvoms.so.1()(64bit)");
        assertThat(installs(client, wide, VOMS.arch("i686").provides("libvoms.so.1")))
                .isTrue();
        assertThat(installs(client, wide, VOMS.arch("noarch").provides("libvoms.so.1")))
                .isFalse();
    }

    @Test
    void whatIsOfAnotherArchitectureCannotBeInstalled() {
        assertThat(why(VOMS.arch("s390x")))
                .isEqualTo("voms-2.1-3.s390x is of architecture s390x, which does not go here.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            (voms and glite)               | false
            (voms or glite)                | true
            (glite if lcg)                 | true
            (glite if voms)                | true
            (voms and (glite if voms))     | false
            (glite if voms else lcg)       | false
            (glite if lcg else voms)       | true
            (voms unless lcg)              | true
            (voms unless voms)             | false
            (voms with vo)                 | true
            (voms with glite)              | false
            (voms without vo)              | false
            (voms without glite)           | true
            ((voms with vo) and (glite or vo)) | true
            """)
    void aRichDependencyMeansWhatItSays(String requirement, boolean met) {
        assertThat(installs(Pack.of("a", "1-1").requires(requirement), VOMS.provides("vo")))
                .isEqualTo(met);
    }

    @Test
    void aConditionHoldsOnlyIfItsPackageIsInstalledToo() {
        Pack a = Pack.of("a", "1-1").requires("(nothing if voms)");
        assertThat(installs(a, VOMS)).isTrue();
        assertThat(installs(a.requires("(nothing if voms)", "voms"), VOMS)).isFalse();
    }

    @Test
    void aRichConflictIsOneIfItIsComplete() {
        Pack client = Pack.of("client", "1-1").requires("a", "b", "c");
        Pack a = Pack.of("a", "1-1").conflicts("(b and c)");
        assertThat(installs(client, a, Pack.of("b", "1-1"), Pack.of("c", "1-1")))
                .isFalse();
        assertThat(installs(client.requires("a", "b"), a, Pack.of("b", "1-1"), Pack.of("c", "1-1")))
                .isTrue();
    }

    @Test
    void aDependencyThatCannotBeReadCannotBeMet() {
        assertThat(why(VOMS.requires("(a or")))
                .isEqualTo("voms-2.1-3.noarch states what cannot be read: The dependency '(a or' cannot be read at"
                        + " character 6: a capability is missing.");
        assertThat(why(VOMS.requires("a = 1:"))).contains("'1:' cannot be read at character 3: a version is missing");
    }

    @Test
    void conditionsThatMultiplyWithoutEndCannotBeMet() {
        StringBuilder text = new StringBuilder("((a and b)");
        for (int i = 0; i < 30; i++) {
            text.append(" or (a").append(i).append(" and b").append(i).append(")");
        }
        assertThat(why(VOMS.requires(text + ")"))).contains("its conditions multiply to more than 20000");
    }
}
