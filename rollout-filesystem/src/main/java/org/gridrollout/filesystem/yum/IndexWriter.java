package org.gridrollout.filesystem.yum;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.gridrollout.api.software.PackageRef;
import org.gridrollout.api.software.Sha256;

/** Writes the three indexes of a repository side by side; only runs of packages that changed are put together anew. */
public final class IndexWriter {

    private final List<IndexOutput> outputs = new ArrayList<>();
    private final FragmentSource fragments;

    /**
     * @param targets where each index goes; neither closed nor flushed
     * @param previous for each index, the one to copy from
     */
    public IndexWriter(
            Map<IndexKind, OutputStream> targets, Map<IndexKind, PreviousIndex> previous, FragmentSource fragments) {
        for (IndexKind kind : IndexKind.values()) {
            OutputStream target = targets.get(kind);
            if (target == null) {
                throw new IllegalArgumentException("no target for " + kind);
            }
            outputs.add(new IndexOutput(kind, target, previous.getOrDefault(kind, PreviousIndex.none())));
        }
        this.fragments = fragments;
    }

    /** Writes all of them, in repomd's order; once. */
    public List<IndexFile> write(List<PackageRef> sorted) throws IOException {
        for (IndexOutput each : outputs) {
            each.frame(each.kind().opening(sorted.size()));
        }
        for (List<PackageRef> run : Runs.of(sorted)) {
            write(Runs.key(run), run);
        }
        List<IndexFile> files = new ArrayList<>();
        for (IndexOutput each : outputs) {
            each.frame(each.kind().closing());
            files.add(each.finish());
        }
        return files;
    }

    private void write(Sha256 key, List<PackageRef> run) throws IOException {
        List<IndexOutput> stale = new ArrayList<>();
        for (IndexOutput each : outputs) {
            if (!each.reuse(key)) {
                stale.add(each);
            }
        }
        if (stale.isEmpty()) {
            return;
        }
        List<Fragments> rendered = new ArrayList<>(run.size());
        for (PackageRef each : run) {
            rendered.add(fragments.of(each.sha256()));
        }
        for (IndexOutput each : stale) {
            ByteArrayOutputStream open = new ByteArrayOutputStream();
            rendered.forEach(fragment -> open.writeBytes(fragment.of(each.kind())));
            each.compress(key, open.toByteArray());
        }
    }

    /** Where a package's fragments come from. */
    @FunctionalInterface
    public interface FragmentSource {
        /** The fragments of that package. */
        Fragments of(Sha256 sha256) throws IOException;
    }
}
