package org.gridrollout.filesystem;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.gridrollout.api.software.PackageRef;
import org.gridrollout.api.software.Sha256;
import org.gridrollout.filesystem.yum.Fragments;
import org.gridrollout.filesystem.yum.IndexKind;
import org.gridrollout.filesystem.yum.Member;

/**
 * The fragments that runs consist of, cut out of them again: most packages of a run that changes were in one before, and
 * one file of a run is read sooner than dozens of packages'. Knows what it finds, which may be nothing.
 */
final class Slices {

    /** How each package's part of any index ends; within one, {@code <} is escaped. */
    private static final byte[] END = "</package>\n".getBytes(StandardCharsets.US_ASCII);

    /** Of no run. */
    static final Slices NONE = new Slices();

    private final Map<Sha256, Fragments> known = new HashMap<>();

    private Slices() {}

    static Slices of(List<Run> runs, RunCache cache, Workers workers) throws IOException {
        Map<IndexKind, List<List<byte[]>>> cut = new ConcurrentHashMap<>();
        workers.forEach(IndexKind.LARGEST_FIRST, kind -> cut.put(kind, cut(runs, new RunReader(cache, kind, true))));
        Slices slices = new Slices();
        for (int i = 0; i < runs.size(); i++) {
            int run = i;
            slices.learn(
                    runs.get(run), kind -> Objects.requireNonNull(cut.get(kind)).get(run));
        }
        return slices;
    }

    Optional<Fragments> of(Sha256 sha256) {
        return Optional.ofNullable(known.get(sha256));
    }

    private void learn(Run run, Function<IndexKind, List<byte[]>> cut) {
        List<byte[]> primary = cut.apply(IndexKind.PRIMARY);
        List<byte[]> filelists = cut.apply(IndexKind.FILELISTS);
        List<byte[]> other = cut.apply(IndexKind.OTHER);
        List<PackageRef> packages = run.packages();
        if (Stream.of(primary, filelists, other).allMatch(each -> each.size() == packages.size())) {
            for (int i = 0; i < packages.size(); i++) {
                Sha256 sha256 = packages.get(i).sha256();
                Fragments fragments = new Fragments(primary.get(i), filelists.get(i), other.get(i));
                if (fragments.areOf(sha256)) {
                    known.put(sha256, fragments);
                }
            }
        }
    }

    /** One index's part of each run's packages; none of a run that is not kept. */
    private static List<List<byte[]>> cut(List<Run> runs, RunReader reader) throws IOException {
        List<List<byte[]>> cut = new ArrayList<>();
        for (Run each : runs) {
            cut.add(reader.find(each).map(Slices::cut).orElse(List.of()));
        }
        return cut;
    }

    private static List<byte[]> cut(Member member) {
        List<byte[]> slices = new ArrayList<>();
        int start = member.offset() + member.closed();
        int end = start + member.open();
        for (int at = start; at + END.length <= end; at++) {
            if (member.bytes()[at] == '<' && Arrays.equals(member.bytes(), at, at + END.length, END, 0, END.length)) {
                slices.add(Arrays.copyOfRange(member.bytes(), start, at + END.length));
                start = at + END.length;
            }
        }
        return slices;
    }
}
