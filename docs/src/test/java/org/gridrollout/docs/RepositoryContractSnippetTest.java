package org.gridrollout.docs;

import java.util.List;
import org.gridrollout.api.software.Capability;
import org.gridrollout.api.software.Capability.Relation;
import org.gridrollout.api.software.Nevra;
import org.gridrollout.api.spi.PackageRepository;
import org.gridrollout.core.memory.InMemoryPackageRepository;
import org.gridrollout.testkit.contract.PackageRepositoryContract;
import org.gridrollout.testkit.contract.RepositoryFixture;

/** The Java of {@code docs/rollout-testkit.md}: a repository's whole test. */
class RepositoryContractSnippetTest extends PackageRepositoryContract {

    // snippet:testkit-repository
    @Override
    protected RepositoryFixture fixture() {
        return new RepositoryFixture() {
            @Override
            public PackageRepository fresh() {
                return new InMemoryPackageRepository();
            }

            @Override
            public PackageRepository reopen(PackageRepository repository) {
                return repository; // lives with its process; yours closes and opens again
            }

            @Override
            public byte[] packageFile(Nevra nevra, String summary) {
                return textFile(nevra, summary); // yours builds what your repository reads
            }
        };
    }
    // end

    private static byte[] textFile(Nevra nevra, String summary) {
        String self =
                Capability.of(nevra.name(), Relation.EQ, nevra.evr().toString()).toString();
        List<String> lines = List.of(
                "name=" + nevra.name(),
                "epoch=" + nevra.evr().epoch(),
                "version=" + nevra.evr().version(),
                "release=" + nevra.evr().release(),
                "arch=" + nevra.arch(),
                "summary=" + summary,
                "provides.1=" + self,
                "end\n");
        return String.join("\n", lines).getBytes(java.nio.charset.StandardCharsets.UTF_8);
    }
}
