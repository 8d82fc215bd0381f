package org.gridrollout.testkit.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever is done to a faulty disk without faults ends as on a real one: same tree, same answers, same exceptions. */
class LikeTheDefaultProviderProperties {

    private static final List<String> PLACES =
            List.of("a", "b", "c", "a/a", "a/b", "b/a", "b/../a", "c/b", "a/a/b", "./b", "c/../b/a");

    private enum Deed {
        CREATE_DIRECTORY,
        CREATE_FILE,
        WRITE,
        APPEND,
        DELETE,
        LINK,
        SYMBOLIC_LINK,
        MOVE,
        REPLACE,
        ATOMIC_MOVE,
        COPY,
        COPY_OVER,
        READ,
        READ_LINK,
        REAL_PATH,
        LIST,
        SAME_FILE;

        boolean hasTwoPlaces() {
            return switch (this) {
                case LINK, MOVE, REPLACE, ATOMIC_MOVE, COPY, COPY_OVER, SAME_FILE -> true;
                default -> false;
            };
        }
    }

    private record Doing(Deed deed, String one, String other) {}

    @Property(tries = 200)
    void everySequenceOfDeedsEndsInTheSameTree(@ForAll("doings") List<Doing> doings) throws IOException {
        Path real = Files.createTempDirectory("gridrollout-disk").toRealPath();
        try {
            Path faulty = Files.createDirectory(FaultyDisk.empty().path("/root"));
            List<String> expected = new ArrayList<>();
            List<String> actual = new ArrayList<>();
            for (Doing each : doings) {
                expected.add(each + ": " + perform(each, real));
                actual.add(each + ": " + perform(each, faulty));
            }
            assertThat(actual).isEqualTo(expected);
            assertThat(tree(faulty)).isEqualTo(tree(real));
        } finally {
            delete(real);
        }
    }

    @Property(tries = 500)
    void pathsAreReadJoinedAndComparedAsOnUnix(@ForAll("texts") String one, @ForAll("texts") String other) {
        Path root = FaultyDisk.empty().path("/");
        assertThat(facts(root.getFileSystem().getPath(one), root.getFileSystem().getPath(other)))
                .isEqualTo(facts(Path.of(one), Path.of(other)));
    }

    @Provide
    Arbitrary<List<Doing>> doings() {
        return Combinators.combine(Arbitraries.of(Deed.class), Arbitraries.of(PLACES), Arbitraries.of(PLACES))
                .as(Doing::new)
                .list()
                .ofMaxSize(30);
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.of("/", "a", "b", "..", ".", "//", "a/")
                .list()
                .ofMaxSize(5)
                .map(parts -> String.join("/", parts));
    }

    private static List<Object> facts(Path one, Path other) {
        List<Object> facts = new ArrayList<>();
        facts.add(one.toString());
        facts.add(String.valueOf(one.getParent()));
        facts.add(String.valueOf(one.getFileName()));
        facts.add(String.valueOf(one.getRoot()));
        facts.add(one.getNameCount());
        facts.add(one.normalize().toString());
        facts.add(one.resolve(other).toString());
        facts.add(one.resolveSibling(other).toString());
        facts.add(one.startsWith(other));
        facts.add(one.endsWith(other));
        facts.add(one.equals(other));
        facts.add(Integer.signum(one.compareTo(other)));
        facts.add(one.getNameCount() == 0 ? "" : one.getName(0).toString());
        if (one.isAbsolute() && other.isAbsolute()) {
            facts.add(one.normalize().relativize(other.normalize()).toString());
        }
        return facts;
    }

    private static String perform(Doing doing, Path root) {
        Path one = root.resolve(doing.one());
        Path other = root.resolve(doing.other());
        try {
            return switch (doing.deed()) {
                case CREATE_DIRECTORY -> done(Files.createDirectory(one));
                case CREATE_FILE -> done(Files.createFile(one));
                case WRITE -> done(Files.writeString(one, doing.other()));
                case APPEND -> done(Files.writeString(one, "+", StandardOpenOption.APPEND));
                case DELETE -> {
                    Files.delete(one);
                    yield "done";
                }
                case LINK -> done(Files.createLink(one, other));
                case SYMBOLIC_LINK ->
                    done(Files.createSymbolicLink(one, root.getFileSystem().getPath(doing.other())));
                case MOVE -> done(Files.move(one, other));
                case REPLACE -> done(Files.move(one, other, StandardCopyOption.REPLACE_EXISTING));
                case ATOMIC_MOVE -> done(Files.move(one, other, StandardCopyOption.ATOMIC_MOVE));
                case COPY -> done(Files.copy(one, other));
                case COPY_OVER -> done(Files.copy(one, other, StandardCopyOption.REPLACE_EXISTING));
                case READ -> Files.readString(one);
                case READ_LINK -> Files.readSymbolicLink(one).toString();
                case REAL_PATH -> root.relativize(one.toRealPath()).toString();
                case LIST -> list(one);
                case SAME_FILE -> String.valueOf(Files.isSameFile(one, other));
            };
        } catch (NoSuchFileException e) {
            return doing.deed().hasTwoPlaces() ? "no way" : "no such file"; // if both lead nowhere either may be blamed
        } catch (IOException e) {
            boolean unspecific =
                    e.getClass() == FileSystemException.class && doing.deed().hasTwoPlaces();
            return unspecific ? "no way" : e.getClass().getSimpleName();
        }
    }

    private static String done(Path path) {
        return path == null ? "" : "done";
    }

    private static String list(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(each -> each.getFileName().toString())
                    .sorted()
                    .toList()
                    .toString();
        }
    }

    private static List<String> tree(Path root) throws IOException {
        List<String> lines = new ArrayList<>();
        try (Stream<Path> walk = Files.walk(root, new FileVisitOption[0])) {
            for (Path each : walk.sorted(Comparator.comparing(Path::toString)).toList()) {
                String name = root.relativize(each).toString();
                if (Files.isSymbolicLink(each)) {
                    lines.add(name + " -> " + Files.readSymbolicLink(each));
                } else if (Files.isDirectory(each, LinkOption.NOFOLLOW_LINKS)) {
                    lines.add(name + "/");
                } else {
                    lines.add(name + " = " + Files.readString(each) + " " + Files.size(each));
                }
            }
        }
        return lines;
    }

    private static void delete(Path root) throws IOException {
        try (Stream<Path> walk = Files.walk(root)) {
            for (Path each : walk.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }
}
