package org.gridrollout.filesystem;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.gridrollout.filesystem.WrittenIndexes.Place;
import org.gridrollout.filesystem.yum.Codec;
import org.gridrollout.filesystem.yum.Fragments;
import org.gridrollout.filesystem.yum.IndexFile;
import org.gridrollout.filesystem.yum.IndexKind;
import org.gridrollout.filesystem.yum.IndexWriter;
import org.gridrollout.filesystem.yum.Member;
import org.jspecify.annotations.Nullable;

/** Writes a generation's indexes side by side; puts together only what the generation before did not hold. Thread-safe. */
final class Indexes {

    private static final int BUFFER = 64 * 1024;

    /** Runs that an index grows by before another may be longer. */
    private static final int PIECE = 4;

    /** With more runs than that, a file for each package costs more than rendering some of them again one day. */
    private static final int FEW_RUNS = 8;

    private final RunCache runs;
    private final Codec codec;
    private final boolean opened;
    private final Disk disk;
    private final Workers workers;
    private final WrittenIndexes earlier = new WrittenIndexes();

    Indexes(RunCache runs, Codec codec, OpenChecksums openChecksums, Disk disk, Workers workers) {
        this.runs = runs;
        this.codec = codec;
        this.opened = openChecksums == OpenChecksums.STATED;
        this.disk = disk;
        this.workers = workers;
    }

    /**
     * Writes those of the generation after {@code before}, in repomd's order, into its directory; their names are not on the disk yet.
     *
     * @param syncs until they end, neither is their content
     */
    List<IndexFile> write(Tree tree, Manifest before, Holdings after, Aside syncs) throws IOException {
        List<Run> changed = onlyIn(after, before.holdings());
        Map<Run, List<Fragments>> rendered = new HashMap<>();
        if (changed.size() <= FEW_RUNS) {
            Slices known = Slices.of(onlyIn(before.holdings(), after), runs, workers);
            for (Run each : changed) {
                if (!runs.isThere(each)) { // another tree may have it
                    rendered.put(each, runs.render(each, known, true));
                }
            }
        } else {
            workers.forEach(changed, this::prepare);
        }
        try (Growing primary = new Growing(IndexKind.PRIMARY, tree, before, after, rendered, syncs);
                Growing filelists = new Growing(IndexKind.FILELISTS, tree, before, after, rendered, syncs);
                Growing other = new Growing(IndexKind.OTHER, tree, before, after, rendered, syncs)) {
            // as IndexKind.LARGEST_FIRST, since nobody knows yet which has most left
            workers.weave(List.of(other, primary, filelists));
            return Stream.of(primary, filelists, other)
                    .map(each -> Objects.requireNonNull(each.file))
                    .toList();
        }
    }

    private void prepare(Run run) throws IOException {
        if (!runs.isThere(run)) {
            List<Fragments> rendered = runs.render(run, Slices.NONE, false);
            workers.forEach(IndexKind.LARGEST_FIRST, kind -> runs.make(run, kind, rendered));
        }
    }

    /** Once {@code after} is current: what only {@code before} held is not needed any more. */
    void forget(Manifest before, Manifest after) {
        onlyIn(before.holdings(), after.holdings()).forEach(runs::forget);
        before.indexFiles().stream()
                .filter(each -> !after.indexFiles().contains(each))
                .forEach(earlier::forget);
    }

    private static List<Run> onlyIn(Holdings these, Holdings others) {
        Set<Run> there = new HashSet<>(others.runs());
        return these.runs().stream().filter(each -> !there.contains(each)).toList();
    }

    /** That of the generation before; it has no open bytes, so where they are needed it is of no use. */
    private EarlierIndex earlier(Tree tree, Manifest before, IndexKind kind) {
        String ending = "-" + kind.type() + ".xml" + codec.suffix();
        for (String each : before.indexFiles()) {
            if (!opened && each.endsWith(ending)) {
                return new EarlierIndex(tree.repodata().resolve(each), earlier.places(each));
            }
        }
        return new EarlierIndex(tree.repodata(), Map.of());
    }

    /** One index on its way into a generation's directory. */
    private final class Growing implements Strand, Closeable {

        private final IndexKind kind;
        private final Path directory;
        private final Path unnamed;
        private final Holdings holdings;
        private final Map<Run, List<Fragments>> rendered;
        private final EarlierIndex copied;
        private final RunReader kept;
        private final OutputStream out;
        private final IndexWriter writer;
        private final Map<Run, Place> places = new HashMap<>();
        private int written = -1;
        private @Nullable IndexFile file;

        /** @param rendered what runs consist of that are not kept */
        Growing(
                IndexKind kind,
                Tree tree,
                Manifest before,
                Holdings after,
                Map<Run, List<Fragments>> rendered,
                Aside syncs)
                throws IOException {
            this.kind = kind;
            this.directory = tree.generation(before.number() + 1);
            this.unnamed = directory.resolve("." + kind.type() + ".part");
            this.holdings = after;
            this.rendered = rendered;
            this.copied = earlier(tree, before, kind);
            this.kept = new RunReader(runs, kind, opened);
            this.out = new BufferedOutputStream(disk.create(unnamed, syncs), BUFFER);
            this.writer = new IndexWriter(kind, codec, opened, out);
        }

        @Override
        public boolean goOn() throws IOException {
            if (written < 0) {
                begin();
            } else if (written < holdings.runs().size()) {
                add();
            } else {
                end();
            }
            return file == null;
        }

        @Override
        public long left() {
            return written <= 0
                    ? Long.MAX_VALUE
                    : writer.hashed() / written * (holdings.runs().size() - written);
        }

        private void begin() throws IOException {
            rendered.forEach((run, fragments) -> runs.make(run, kind, fragments));
            writer.open(holdings.packages().size());
            written = 0;
        }

        private void add() throws IOException {
            int to = Math.min(written + PIECE, holdings.runs().size());
            for (Run each : holdings.runs().subList(written, to)) {
                Optional<Member> found = copied.find(each);
                Member member = found.isPresent() ? found.get() : kept.read(each);
                if (!opened) {
                    places.put(each, Place.of(writer.size(), member));
                }
                writer.add(member);
            }
            written = to;
        }

        private void end() throws IOException {
            IndexFile made = writer.close();
            close();
            disk.rename(unnamed, directory.resolve(made.fileName()));
            if (!places.isEmpty()) {
                earlier.remember(made.fileName(), places);
            }
            file = made;
        }

        @Override
        public void close() throws IOException {
            try (copied) {
                out.close();
            }
        }
    }
}
