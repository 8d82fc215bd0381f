package org.gridrollout.core.version;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.gridrollout.api.software.Evr;

class MavenVersionProperties extends VersionSchemeLaws {

    MavenVersionProperties() {
        super(new MavenVersionScheme());
    }

    @Override
    Arbitrary<Evr> legal() {
        return MavenArbitraries.evrs();
    }

    @Property
    void caseDoesNotCount(@ForAll("legal") Evr version) {
        Evr loud = Evr.of(version.version().toUpperCase(Locale.ROOT), "");
        assertThat(scheme.compare(version, loud)).isZero();
    }
}
