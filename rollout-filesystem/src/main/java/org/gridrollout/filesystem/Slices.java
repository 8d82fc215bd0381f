package org.gridrollout.filesystem;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

    static Slices of(List<Run> runs, RunCache cache) throws IOException {
        Slices slices = new Slices();
        RunReader primary = new RunReader(cache, IndexKind.PRIMARY, true);
        RunReader filelists = new RunReader(cache, IndexKind.FILELISTS, true);
        RunReader other = new RunReader(cache, IndexKind.OTHER, true);
        for (Run each : runs) {
            slices.learn(each, primary.find(each), filelists.find(each), other.find(each));
        }
        return slices;
    }

    Optional<Fragments> of(Sha256 sha256) {
        return Optional.ofNullable(known.get(sha256));
    }

    private void learn(Run run, Optional<Member> primary, Optional<Member> filelists, Optional<Member> other) {
        List<byte[]> first = primary.map(Slices::cut).orElse(List.of());
        List<byte[]> second = filelists.map(Slices::cut).orElse(List.of());
        List<byte[]> third = other.map(Slices::cut).orElse(List.of());
        List<PackageRef> packages = run.packages();
        if (first.size() == packages.size() && second.size() == packages.size() && third.size() == packages.size()) {
            for (int i = 0; i < packages.size(); i++) {
                Sha256 sha256 = packages.get(i).sha256();
                Fragments fragments = new Fragments(first.get(i), second.get(i), third.get(i));
                if (fragments.areOf(sha256)) {
                    known.put(sha256, fragments);
                }
            }
        }
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
