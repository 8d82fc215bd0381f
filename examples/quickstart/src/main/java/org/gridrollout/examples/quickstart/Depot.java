package org.gridrollout.examples.quickstart;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gridrollout.api.software.Certification;
import org.gridrollout.api.software.Platform;
import org.gridrollout.api.software.ProductId;
import org.gridrollout.api.software.Release;
import org.gridrollout.api.software.ReleaseId;
import org.gridrollout.api.software.SoftwarePackage;
import org.gridrollout.api.spi.PackageRepository;
import org.gridrollout.api.spi.UnreadablePackageException;

/** Takes package files in and makes releases of them. */
record Depot(PackageRepository repository, Platform platform, Path built) {

    List<SoftwarePackage> intake(List<Path> files) {
        List<SoftwarePackage> packages = new ArrayList<>();
        for (Path file : files) {
            try (InputStream content = Files.newInputStream(file)) {
                packages.add(repository.intake(content, file.toString()));
            } catch (UnreadablePackageException e) {
                throw new CannotStart(e.getMessage(), e);
            } catch (IOException e) {
                throw new CannotStart("Cannot read " + file + ": " + e.getMessage(), e);
            }
        }
        return packages;
    }

    Release release(SampleRelease sample, Certification certification, Optional<ReleaseId> restores) {
        return release(
                        sample.id(),
                        sample.product(),
                        sample.product() + " " + sample.version(),
                        intake(sample.writeTo(built, platform)),
                        certification)
                .withRestores(restores);
    }

    Release release(
            String id, String product, String label, List<SoftwarePackage> packages, Certification certification) {
        return Release.builder()
                .id(ReleaseId.of(id))
                .product(ProductId.of(product))
                .label(label)
                .platform(platform)
                .packages(packages.stream().map(SoftwarePackage::ref).toList())
                .certification(certification)
                .build();
    }
}
