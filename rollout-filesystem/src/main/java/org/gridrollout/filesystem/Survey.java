package org.gridrollout.filesystem;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gridrollout.filesystem.upkeep.Damage;
import org.gridrollout.filesystem.upkeep.Progress;
import org.gridrollout.filesystem.upkeep.VerificationReport;

/** What a walk over a repository has seen so far, and how each damage can be mended. Not thread-safe. */
final class Survey {

    private final Progress progress;
    private final List<Found> found = new ArrayList<>();
    private long files;
    private long bytes;

    Survey(Progress progress) {
        this.progress = progress;
    }

    /** @param mending absent if it takes a person */
    record Found(Damage damage, Optional<Mending> mending) {}

    /** Puts one damage right. */
    @FunctionalInterface
    interface Mending {
        /** Whether it is right now; it takes a person if it is not. */
        boolean mend() throws IOException;
    }

    /** A file was looked at. */
    void looked(long size) {
        files++;
        bytes += size;
    }

    /** Begins something that takes long. */
    Tally begin(String activity, long total) {
        return new Tally(progress, activity, total);
    }

    /** Something that {@code repair()} mends. */
    void mendable(Damage.Kind kind, Path path, String sentence, String remedy, Mending mending) {
        found.add(new Found(new Damage(kind, path, sentence, remedy), Optional.of(mending)));
    }

    /** Something that needs a person. */
    void lost(Damage.Kind kind, Path path, String sentence, String remedy) {
        found.add(new Found(new Damage(kind, path, sentence, remedy), Optional.empty()));
    }

    /** Takes over what another one saw. */
    void include(Survey other) {
        found.addAll(other.found);
        files += other.files;
        bytes += other.bytes;
    }

    /** One of the same progress that has seen nothing. */
    Survey fresh() {
        return new Survey(progress);
    }

    List<Found> found() {
        return List.copyOf(found);
    }

    List<Damage> damage() {
        return found.stream().map(Found::damage).toList();
    }

    VerificationReport report() {
        return new VerificationReport(damage(), files, bytes);
    }
}
