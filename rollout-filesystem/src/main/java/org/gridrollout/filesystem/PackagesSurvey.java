package org.gridrollout.filesystem;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.gridrollout.api.software.PackageRef;
import org.gridrollout.api.software.Sha256;
import org.gridrollout.filesystem.Manifest.Withdrawn;
import org.gridrollout.filesystem.upkeep.Damage;
import org.gridrollout.filesystem.yum.Digests;

/** Looks at the package files of one tree: those offered, and those in their grace period. */
final class PackagesSurvey {

    private final Tree tree;
    private final Pool pool;
    private final PoolHealth health;
    private final Mender mender;

    PackagesSurvey(Tree tree, Pool pool, PoolHealth health, Mender mender) {
        this.tree = tree;
        this.pool = pool;
        this.health = health;
        this.mender = mender;
    }

    void look(Manifest manifest, Instant now, Duration grace, Survey survey) throws IOException {
        Map<String, Sha256> owed = new LinkedHashMap<>();
        for (PackageRef each : manifest.packages()) {
            owed.put(PackageLocation.of(each.nevra()), each.sha256());
        }
        for (Withdrawn each : manifest.withdrawn()) {
            if (now.isBefore(each.superseded().plus(grace))) {
                owed.put(each.location(), each.sha256());
            }
        }
        Tally tally = survey.begin(tree.toString(), owed.size());
        for (Map.Entry<String, Sha256> each : owed.entrySet()) {
            look(tree.packageFile(each.getKey()), each.getValue(), survey);
            tally.next();
        }
    }

    private void look(Path file, Sha256 sha256, Survey survey) throws IOException {
        boolean pooled = health.isWhole(sha256);
        if (!Files.exists(file)) {
            missing(file, sha256, pooled, survey);
            return;
        }
        survey.looked(0);
        if (Files.exists(pool.path(sha256)) && Files.isSameFile(file, pool.path(sha256))) {
            if (!pooled) {
                corrupt(file, sha256, false, survey);
            }
        } else if (!hasContent(file, sha256, survey)) {
            corrupt(file, sha256, pooled, survey);
        } else if (pooled) {
            copied(file, sha256, survey);
        } else {
            onlyCopy(file, sha256, survey);
        }
    }

    private void missing(Path file, Sha256 sha256, boolean pooled, Survey survey) {
        String sentence = "Package file " + file + " is missing.";
        if (pooled) {
            survey.mendable(
                    Damage.Kind.PACKAGE_MISSING,
                    file,
                    sentence,
                    "Repair links it to the pool again.",
                    () -> mender.putInTree(file, sha256));
        } else {
            survey.lost(Damage.Kind.PACKAGE_MISSING, file, sentence, takeInAgain(sha256));
        }
    }

    private void corrupt(Path file, Sha256 sha256, boolean pooled, Survey survey) {
        String sentence = "Package file " + file + " was changed: its content has not the digest " + sha256 + ".";
        if (pooled) {
            survey.mendable(
                    Damage.Kind.PACKAGE_CORRUPT,
                    file,
                    sentence,
                    "Repair links it to the pool again and keeps what is there in " + mender.quarantine() + ".",
                    () -> {
                        mender.isolate(file);
                        return mender.putInTree(file, sha256);
                    });
        } else {
            survey.lost(Damage.Kind.PACKAGE_CORRUPT, file, sentence, takeInAgain(sha256));
        }
    }

    private void copied(Path file, Sha256 sha256, Survey survey) {
        survey.mendable(
                Damage.Kind.PACKAGE_COPIED,
                file,
                "Package file " + file + " is whole but a copy, so it takes its room twice.",
                "Repair makes it a link to the pool again.",
                () -> mender.putInTree(file, sha256));
    }

    private void onlyCopy(Path file, Sha256 sha256, Survey survey) {
        survey.mendable(
                Damage.Kind.POOL_FILE_MISSING,
                pool.path(sha256),
                "The pool has no whole " + pool.path(sha256) + ", which " + tree + " offers or owes.",
                "Repair links it to the pool again from " + file + ".",
                () -> {
                    health.forget(sha256);
                    return mender.putInPool(sha256, file);
                });
    }

    private static String takeInAgain(Sha256 sha256) {
        return "The pool has no whole copy either: take the package with the digest " + sha256
                + " in again, then repair.";
    }

    private static boolean hasContent(Path file, Sha256 sha256, Survey survey) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            survey.looked(Files.size(file));
            return Digests.of(in).equals(sha256);
        } catch (NoSuchFileException e) {
            return false;
        }
    }
}
