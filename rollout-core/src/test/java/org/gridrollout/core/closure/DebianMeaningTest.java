package org.gridrollout.core.closure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.gridrollout.core.closure.debian.DebianEcosystem;
import org.gridrollout.core.closure.debian.DebianPackage;
import org.gridrollout.core.closure.debian.DebianPackageBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DebianMeaningTest {

    private static final DebianEcosystem AMD64 = DebianEcosystem.on("amd64");

    private final DebianPackage python = pack("python3", "3.11.2-1").build();

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            python3                        ; true
            python3 (>= 3.11)              ; true
            python3 (>> 3.11.2-1)          ; false
            python3 (<< 3.11.2-1.1)        ; true
            python3 (= 3.11.2)             ; false
            python3 (>= 1:0)               ; false
            python4 | python3              ; true
            python4, python3               ; false
            python3:amd64, python3:native  ; true
            python3:any                    ; false
            python3:i386                   ; false
            python3:x32                    ; false
            """)
    void aRelationMeansWhatPolicySays(String depends, boolean met) {
        DebianPackage client = pack("client", "1").depends(depends).build();
        assertThat(installs(client, python)).isEqualTo(met);
    }

    @Test
    void anyArchitectureIsForThoseThatAllowIt() {
        DebianPackage client = pack("client", "1").depends("python3:any (>= 3)").build();
        assertThat(installs(
                        client, pack("python3", "3.11.2-1").multiArch("allowed").build()))
                .isTrue();
    }

    @Test
    void whatIsProvidedWithoutAVersionMeetsNoVersion() {
        DebianPackage server = pack("exim4", "4.9").provides("mta, smtpd (= 2)").build();
        assertThat(installs(pack("c", "1").depends("mta").build(), server)).isTrue();
        assertThat(installs(pack("c", "1").depends("mta (>= 1)").build(), server))
                .isFalse();
        assertThat(installs(pack("c", "1").depends("smtpd (>= 1)").build(), server))
                .isTrue();
    }

    @Test
    void aConflictWithWhatItProvidesItselfIsOneWithOthers() {
        DebianPackage exim =
                pack("exim4", "4.9").provides("mta").conflicts("mta").build();
        DebianPackage postfix = pack("postfix", "3").provides("mta").build();
        assertThat(installs(exim)).isTrue();
        assertThat(installs(pack("c", "1").depends("exim4, postfix").build(), exim, postfix))
                .isFalse();
    }

    @Test
    void whatBreaksAnotherIsNotInstalledBesideIt() {
        DebianPackage breaking =
                pack("libc6", "2.36").breaks("python3 (<< 3.12)").build();
        assertThat(installs(pack("c", "1").depends("libc6, python3").build(), breaking, python))
                .isFalse();
    }

    @Test
    void whatIsNeededBeforeUnpackingIsNeeded() {
        assertThat(installs(pack("c", "1").preDepends("dpkg (>= 1.17)").build()))
                .isFalse();
    }

    @Test
    void aRelationThatCannotBeReadCannotBeMet() {
        DebianPackage odd = pack("odd", "1").depends("python3 (=> 3)").build();
        assertThat(closure(odd, python).explain(member(odd)).orElseThrow().sentence())
                .contains("'python3 (=> 3)' cannot be read at character 10: expected one of <<, <=, =, >= and >>");
    }

    @Test
    void aPackageWithoutAVersionIsNoPackage() {
        assertThatThrownBy(() -> AMD64.read(pack("odd", "1:").build(), Origin.BASE))
                .isInstanceOf(MalformedDependencyException.class)
                .hasMessageContaining("has no upstream version");
    }

    private static boolean installs(DebianPackage pack, DebianPackage... others) {
        DebianPackage[] all = Arrays.copyOf(others, others.length + 1);
        all[others.length] = pack;
        return closure(all).isInstallable(member(pack));
    }

    private static Closure closure(DebianPackage... packs) {
        UniverseBuilder builder = Universe.builder(AMD64);
        Arrays.stream(packs).map(each -> AMD64.read(each, Origin.BASE)).forEach(builder::add);
        return Closure.of(builder.build());
    }

    private static Member member(DebianPackage pack) {
        return AMD64.read(pack, Origin.BASE).member();
    }

    private static DebianPackageBuilder pack(String name, String version) {
        return new DebianPackageBuilder()
                .name(name)
                .version(version)
                .architecture("all")
                .multiArch("")
                .sha256("")
                .preDepends("")
                .depends("")
                .provides("")
                .conflicts("")
                .breaks("");
    }
}
