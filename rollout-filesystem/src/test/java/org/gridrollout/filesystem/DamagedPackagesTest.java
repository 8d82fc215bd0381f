package org.gridrollout.filesystem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gridrollout.filesystem.DamagedSite.copy;
import static org.gridrollout.filesystem.DamagedSite.files;
import static org.gridrollout.filesystem.DamagedSite.spoil;
import static org.gridrollout.filesystem.Site.taken;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.gridrollout.filesystem.upkeep.Damage;
import org.gridrollout.filesystem.upkeep.Damage.Kind;
import org.gridrollout.filesystem.upkeep.RepairReport;
import org.gridrollout.filesystem.upkeep.VerificationReport;
import org.junit.jupiter.api.Test;

class DamagedPackagesTest {

    private final DamagedSite site = new DamagedSite();
    private final Path offered = site.beta.resolve("Packages/v/voms-2-1.el9.noarch.rpm");
    private final Path withdrawn = site.beta.resolve("Packages/v/voms-1-1.el9.noarch.rpm");

    @Test
    void areNotFoundWhereThereAreNone() {
        VerificationReport report = site.verify();
        assertThat(report.damage()).isEmpty();
        assertThat(report.isWhole()).isTrue();
        assertThat(report.files()).isGreaterThan(15);
        assertThat(report.bytes()).isGreaterThan(6000);
        assertThat(site.repair()).isEqualTo(new RepairReport(List.of(), List.of()));
    }

    @Test
    void areLookedForWithProgress() {
        List<String> reached = new ArrayList<>();
        site.repository.verify((activity, done, total) -> reached.add(activity + " " + done + "/" + total));
        assertThat(reached)
                .startsWith("pool 0/3", "pool 1/3", "pool 2/3", "pool 3/3")
                .contains("beta el9/x86_64 3/3")
                .endsWith("production el9/x86_64 0/1", "production el9/x86_64 1/1");
    }

    @Test
    void inAllTheirPlacesAtOnceHaveToBeTakenInAgain() throws IOException {
        spoil(offered); // one file under two names
        assertThat(site.kinds()).containsExactly(Kind.POOL_FILE_CORRUPT, Kind.PACKAGE_CORRUPT);

        RepairReport repaired = site.repair();
        assertThat(repaired.mended()).isEmpty();
        assertThat(repaired.remaining()).extracting(Damage::path).containsExactly(site.pooled(site.voms), offered);
        assertThat(repaired.remaining().get(1).remedy())
                .contains("take the package with the digest " + site.voms.sha256());
        assertThat(files(site.root.resolve("quarantine"))).hasSize(1);
        assertThat(site.kinds()).containsExactly(Kind.PACKAGE_CORRUPT);

        assertThat(taken(site.repository, "voms", "2")).isEqualTo(site.voms);
        assertThat(site.repair().isWhole()).isTrue();
        assertThat(site.verify().isWhole()).isTrue();
        assertThat(Files.isSameFile(offered, site.pooled(site.voms))).isTrue();
    }

    @Test
    void inThePoolAreReplacedByAWholeCopyFromATree() throws IOException {
        copy(offered);
        spoil(site.pooled(site.voms));
        assertThat(site.kinds()).containsExactly(Kind.POOL_FILE_CORRUPT, Kind.POOL_FILE_MISSING);
        RepairReport repaired = site.repair();
        assertThat(repaired.mended()).extracting(Damage::kind).containsExactly(Kind.POOL_FILE_CORRUPT); // that was both
        assertThat(repaired.remaining()).isEmpty();
        assertThat(site.kinds()).isEmpty();
        assertThat(files(site.root.resolve("quarantine"))).hasSize(1);
        assertThat(Files.isSameFile(offered, site.pooled(site.voms))).isTrue();
    }

    @Test
    void missingInThePoolAreLinkedThereFromATree() throws IOException {
        Files.delete(site.pooled(site.voms));
        assertThat(site.kinds()).containsExactly(Kind.POOL_FILE_MISSING);
        assertMended();
        assertThat(Files.isSameFile(offered, site.pooled(site.voms))).isTrue();
    }

    @Test
    void missingInATreeAreLinkedThereFromThePool() throws IOException {
        Files.delete(offered);
        Files.delete(withdrawn);
        assertThat(site.kinds()).containsExactly(Kind.PACKAGE_MISSING, Kind.PACKAGE_MISSING);
        assertMended();
        assertThat(Files.isSameFile(offered, site.pooled(site.voms))).isTrue();
        assertThat(Files.isSameFile(withdrawn, site.pooled(site.formerVoms))).isTrue();
    }

    @Test
    void missingEverywhereHaveToBeTakenInAgain() throws IOException {
        Files.delete(offered);
        Files.delete(site.pooled(site.voms));
        assertThat(site.kinds()).containsExactly(Kind.PACKAGE_MISSING);
        assertThat(site.repair().remaining()).extracting(Damage::path).containsExactly(offered);
        taken(site.repository, "voms", "2");
        assertMended();
    }

    @Test
    void areNotMissedWhenTheirGracePeriodIsOver() throws IOException {
        Files.delete(withdrawn);
        site.wait(DamagedSite.GRACE);
        assertThat(site.kinds()).isEmpty();
    }

    @Test
    void inATreeAreLinkedToThePoolAgainAndKeptAside() throws IOException {
        copy(offered);
        spoil(offered);
        byte[] spoilt = Files.readAllBytes(offered);
        assertThat(site.kinds()).containsExactly(Kind.PACKAGE_CORRUPT);
        assertMended();
        assertThat(Files.isSameFile(offered, site.pooled(site.voms))).isTrue();
        assertThat(files(site.root.resolve("quarantine")))
                .singleElement()
                .satisfies(each -> assertThat(each).hasBinaryContent(spoilt));
    }

    @Test
    void thatAreCopiesTakeTheirRoomOnceAgain() throws IOException {
        copy(offered);
        assertThat(site.kinds()).containsExactly(Kind.PACKAGE_COPIED);
        assertMended();
        assertThat(Files.isSameFile(offered, site.pooled(site.voms))).isTrue();
    }

    @Test
    void thatNobodyOffersAreFoundInThePoolAndTakenOutOfIt() throws IOException {
        Path pooled = site.pooled(taken(site.repository, "unused", "1"));
        spoil(pooled);
        assertThat(site.kinds()).containsExactly(Kind.POOL_FILE_CORRUPT);
        assertThat(site.repair().remaining()).extracting(Damage::path).containsExactly(pooled);
        assertThat(pooled).doesNotExist();
        assertThat(site.verify().isWhole()).isTrue();
    }

    @Test
    void areNotTakenForDamagedBecauseAPublicationWasCutOff() throws IOException {
        Path cutOff = Files.createDirectories(site.beta.resolve(".generations/3"));
        Files.writeString(cutOff.resolve(".primary.part"), "half");
        Files.createSymbolicLink(site.beta.resolve(".generations/current.next"), cutOff);
        Files.writeString(site.beta.resolve("repodata").resolve("0".repeat(64) + "-primary.xml.gz"), "half");
        assertThat(site.kinds()).isEmpty();
    }

    private void assertMended() {
        List<Damage> damage = site.verify().damage();
        RepairReport repaired = site.repair();
        assertThat(repaired.mended()).containsExactlyElementsOf(damage);
        assertThat(repaired.remaining()).isEmpty();
        assertThat(site.verify().damage()).isEmpty();
        assertThat(ServedTree.wholePackages(site.beta)).hasSize(2);
    }
}
