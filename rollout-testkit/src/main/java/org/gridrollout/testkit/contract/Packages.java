package org.gridrollout.testkit.contract;

import java.io.ByteArrayInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.gridrollout.api.publication.ChangeSet;
import org.gridrollout.api.publication.ChangeSetId;
import org.gridrollout.api.software.Evr;
import org.gridrollout.api.software.Nevra;
import org.gridrollout.api.software.PackageRef;
import org.gridrollout.api.software.Platform;
import org.gridrollout.api.software.Sha256;
import org.gridrollout.api.software.SoftwarePackage;
import org.gridrollout.api.software.Stage;
import org.gridrollout.api.spi.PackageRepository;

/** Packages and change sets for the contract's tests, with as few words as a test needs. */
final class Packages {

    static final Platform EL9 = Platform.parse("el9/x86_64");

    private Packages() {}

    static Nevra nevra(String name, String version) {
        return new Nevra(name, Evr.of(version, "1.el9"), "x86_64");
    }

    static SoftwarePackage intake(PackageRepository repository, byte[] file) {
        return repository.intake(new ByteArrayInputStream(file), "test.rpm");
    }

    static ChangeSet add(PackageRef... refs) {
        return changing(List.of(refs), List.of());
    }

    static ChangeSet remove(PackageRef... refs) {
        return changing(List.of(), List.of(refs));
    }

    static ChangeSet changing(List<PackageRef> add, List<PackageRef> remove) {
        return new ChangeSet(newId(), Stage.BETA, EL9, add, remove);
    }

    static ChangeSetId newId() {
        return ChangeSetId.of(UUID.randomUUID().toString());
    }

    static Sha256 sha256(byte[] content) {
        try {
            return new Sha256(HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(content)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every JDK has it
        }
    }
}
