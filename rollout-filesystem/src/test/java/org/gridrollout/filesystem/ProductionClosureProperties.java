package org.gridrollout.filesystem;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import net.jqwik.api.Tag;
import net.jqwik.api.lifecycle.AfterTry;
import net.jqwik.api.lifecycle.BeforeTry;
import org.gridrollout.api.software.Capability;
import org.gridrollout.api.software.SoftwarePackage;
import org.gridrollout.api.software.Stage;
import org.gridrollout.api.spi.PackageRepository;
import org.gridrollout.testkit.closure.ProductionClosure;
import org.gridrollout.testkit.rpm.RpmBuilder;

/** Invariant 6 on real RPMs in a real tree; of some lives dnf has the last word. */
@Tag("interop")
class ProductionClosureProperties extends ProductionClosure {

    private static final int EACH = 8;
    private static int lives;

    private Path root = Path.of("unset");

    @BeforeTry
    void makeRoom() throws IOException {
        root = Files.createTempDirectory("grid-rollout-closure-");
    }

    @AfterTry
    void tidyUp() throws IOException {
        new Disk(Durability.UNSYNCED, Steps.UNWATCHED).deleteTree(root);
    }

    @Override
    protected PackageRepository repository() {
        return FilesystemRepository.at(root.resolve("repository"))
                .durability(Durability.UNSYNCED)
                .open();
    }

    @Override
    protected byte[] packageFile(SoftwarePackage of) {
        return RpmBuilder.of(of.nevra())
                .summary(of.summary())
                .requires(of.requires().toArray(Capability[]::new))
                .conflicts(of.conflicts().toArray(Capability[]::new))
                .build();
    }

    @Override
    protected void finallyLookAt(PackageRepository repository, List<SoftwarePackage> production) {
        if (++lives % EACH != 0 || production.isEmpty()) {
            return;
        }
        Tools.require("dnf");
        Dnf.requirePlugin("repoclosure");
        Path tree = ((FilesystemRepository) repository).directory(Stage.PRODUCTION, Site.EL9);
        assertThat(new Dnf(root.resolve("client"), tree).run("repoclosure")).isBlank();
    }
}
