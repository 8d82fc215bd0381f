package org.gridrollout.benchmarks.versions;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.gridrollout.core.version.RpmVersionScheme;

/**
 * Pairs whose right order is known, and the share of them that someone gets right.
 *
 * @param title what the pairs are
 */
record KnownOrder(String title, List<Row> rows) {

    /** The sign that rpm gives a pair. */
    record Row(String left, String right, int sign) {}

    /** rpm's own table if {@code shared} has it, else the one that this module carries. */
    static KnownOrder table(Path shared) throws IOException {
        Path rpmsTable = shared.resolve("data/versions/rpmvercmp.tsv");
        if (Files.isRegularFile(rpmsTable)) {
            return new KnownOrder("rpm's own test table", read(Files.readString(rpmsTable)));
        }
        return carried();
    }

    /** The table that this module carries. */
    static KnownOrder carried() {
        try (InputStream in = KnownOrder.class.getResourceAsStream("known-order.tsv")) {
            if (in == null) {
                throw new IllegalStateException("known-order.tsv is not on the class path");
            }
            return new KnownOrder(
                    "our table of hard cases", read(new String(in.readAllBytes(), StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The measured pairs in the order of our scheme, which the interop tests hold against rpm's. */
    static KnownOrder releasePairs() {
        return new KnownOrder(
                "release pairs",
                ReleasePairs.all().stream()
                        .map(pair -> new Row(pair[0], pair[1], ours(pair[0], pair[1])))
                        .toList());
    }

    /** From 0 to 1; a row that the peer cannot read is wrong. */
    double shareRightBy(Peer peer) {
        return share(row -> Integer.signum(peer.compare(row.left(), row.right())) == row.sign());
    }

    /** From 0 to 1. */
    double shareRightByUs() {
        return share(row -> ours(row.left(), row.right()) == row.sign());
    }

    /** From 0 to 1: what the peer takes for versions at all. */
    double shareReadableBy(Peer peer) {
        return share(row -> {
            peer.compare(row.left(), row.right());
            return true;
        });
    }

    private static int ours(String left, String right) {
        RpmVersionScheme scheme = new RpmVersionScheme();
        return Integer.signum(scheme.compare(scheme.parse(left), scheme.parse(right)));
    }

    private double share(Judge judge) {
        return (double) rows.stream().filter(row -> isRight(judge, row)).count() / rows.size();
    }

    /** A version that a peer cannot read counts as wrong: a rollout would stop there. */
    private static boolean isRight(Judge judge, Row row) {
        try {
            return judge.accepts(row);
        } catch (Peer.Unreadable e) {
            return false;
        }
    }

    private interface Judge {
        boolean accepts(Row row) throws Peer.Unreadable;
    }

    private static List<Row> read(String table) {
        return table.lines()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split("\t", -1))
                .map(cells -> new Row(cells[0], cells[1], Integer.parseInt(cells[2])))
                .toList();
    }
}
