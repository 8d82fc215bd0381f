package org.gridrollout.filesystem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gridrollout.filesystem.DamagedSite.files;
import static org.gridrollout.filesystem.DamagedSite.spoil;
import static org.gridrollout.filesystem.Site.EL9;
import static org.gridrollout.filesystem.Site.adding;
import static org.gridrollout.filesystem.Site.advisory;
import static org.gridrollout.filesystem.Site.publish;
import static org.gridrollout.filesystem.Site.published;
import static org.gridrollout.filesystem.Site.taken;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.gridrollout.api.publication.ChangeSet;
import org.gridrollout.api.software.Stage;
import org.gridrollout.api.spi.RepositoryException;
import org.gridrollout.filesystem.upkeep.Damage;
import org.gridrollout.filesystem.upkeep.Damage.Kind;
import org.gridrollout.filesystem.upkeep.RepairReport;
import org.gridrollout.filesystem.yum.OpenIndex;
import org.junit.jupiter.api.Test;

/** What is told about packages cannot be made anew from them, so it is kept twice. */
class DamagedAdvisoriesTest {

    private final DamagedSite site = new DamagedSite();
    private final Path record = site.beta.resolve(".generations/2/advisories.xml");
    private final ChangeSet next = adding("next", taken(site.repository, "other", "1"));

    @Test
    void areWrittenAgainFromWhatClientsRead() throws IOException {
        byte[] sound = Files.readAllBytes(record);
        spoil(record);
        assertMended(sound);
        assertThat(files(site.root.resolve("quarantine"))).hasSize(1);
        Files.delete(record);
        assertMended(sound);
    }

    private void assertMended(byte[] sound) throws IOException {
        assertThat(site.kinds()).containsExactly(Kind.ADVISORIES_CORRUPT);
        RepairReport repaired = site.repair();
        assertThat(repaired.mended()).extracting(Damage::kind).containsExactly(Kind.ADVISORIES_CORRUPT);
        assertThat(repaired.remaining()).isEmpty();
        assertThat(site.kinds()).isEmpty();
        assertThat(record).hasBinaryContent(sound);
        assertThat(told()).contains("grid-1", "voms-2");
    }

    @Test
    void ofOneOfTwoPlacesDoNotHinderAPublication() throws IOException {
        Files.delete(record);
        published(site.repository, next);
        assertThat(told()).contains("grid-1", "voms-2");
        spoil(site.index("updateinfo"));
        published(site.repository, adding("last", taken(site.repository, "last", "1")));
        assertThat(told()).contains("grid-1", "voms-2");
        assertThat(site.beta.resolve(".generations/4/advisories.xml")).content().contains("grid-1", "voms-2");
    }

    @Test
    void thatAreLostStopPublicationsRatherThanTheTelling() throws IOException {
        byte[] sound = Files.readAllBytes(record);
        spoil(record);
        spoil(site.index("updateinfo"));
        assertThatThrownBy(() -> publish(site.repository, next))
                .isInstanceOf(RepositoryException.class)
                .hasMessageContaining("restore " + record + " from a backup");
        RepairReport repaired = site.repair();
        assertThat(repaired.mended()).isEmpty();
        assertThat(repaired.remaining())
                .extracting(Damage::kind)
                .containsExactly(Kind.ADVISORIES_CORRUPT, Kind.INDEX_CORRUPT);
        assertThat(repaired.remaining().get(0).remedy()).contains("leave an empty file there");
        assertThat(site.repository.current(Stage.BETA, EL9).number()).isEqualTo(2);

        Files.write(record, sound);
        assertThat(site.repair().remaining()).isEmpty();
        published(site.repository, next);
        assertThat(told()).contains("grid-1", "voms-2");
    }

    @Test
    void thatAreLostCanBeGivenUp() throws IOException {
        Files.write(record, new byte[0]);
        spoil(site.index("updateinfo"));
        assertThat(site.repair().remaining()).isEmpty();
        assertThat(site.kinds()).isEmpty();
        assertThat(Files.readString(site.beta.resolve("repodata/repomd.xml"))).doesNotContain("updateinfo");
        published(site.repository, next.telling(List.of(advisory("other-1"))));
        assertThat(told()).contains("other-1").doesNotContain("grid-1");
    }

    @Test
    void ofEarlierGenerationsAreGarbageAfterTheirGracePeriod() throws IOException {
        published(site.repository, next.telling(List.of(advisory("other-1"))));
        String carried = String.valueOf(site.index("updateinfo").getFileName());
        published(
                site.repository,
                adding("last", taken(site.repository, "last", "1")).telling(List.of(advisory("last-1"))));
        site.repository.collectGarbage(Set.of());
        assertThat(site.beta.resolve("repodata").resolve(carried)).exists();
        site.wait(DamagedSite.GRACE);
        site.repository.collectGarbage(Set.of());
        assertThat(site.beta.resolve("repodata").resolve(carried)).doesNotExist();
        assertThat(files(site.beta.resolve(".generations")))
                .filteredOn(each -> each.endsWith("advisories.xml"))
                .containsExactly(site.beta.resolve(".generations/4/advisories.xml"));
        assertThat(told()).contains("grid-1", "voms-2", "other-1", "last-1");
        assertThat(site.kinds()).isEmpty();
    }

    private String told() throws IOException {
        try (InputStream in = OpenIndex.of(site.index("updateinfo"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
