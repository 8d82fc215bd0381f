package org.gridrollout.core.closure;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Takes away packages and statements as long as a universe stays interesting. */
final class Shrinking {

    private Shrinking() {}

    static List<Pack> smallest(List<Pack> packs, Predicate<List<Pack>> interesting) {
        List<Pack> smallest = packs;
        Optional<List<Pack>> next = Optional.of(packs);
        while (next.isPresent()) {
            smallest = next.get();
            next = smaller(smallest).filter(interesting).findFirst();
        }
        return smallest;
    }

    private static Stream<List<Pack>> smaller(List<Pack> packs) {
        Stream<List<Pack>> fewer = indices(packs).map(i -> without(packs, i));
        Stream<List<Pack>> simpler =
                indices(packs).flatMap(i -> simpler(packs.get(i)).map(each -> with(packs, i, each)));
        return Stream.concat(fewer, simpler);
    }

    private static Stream<Pack> simpler(Pack pack) {
        return Stream.of(
                        less(pack, Pack::provides, (each, texts) -> each.provides(texts)),
                        less(pack, Pack::requires, (each, texts) -> each.requires(texts)),
                        less(pack, Pack::conflicts, (each, texts) -> each.conflicts(texts)),
                        less(pack, Pack::obsoletes, (each, texts) -> each.obsoletes(texts)),
                        less(pack, Pack::files, (each, texts) -> each.files(texts)))
                .flatMap(each -> each);
    }

    private static Stream<Pack> less(
            Pack pack, Function<Pack, List<String>> field, BiFunction<Pack, String[], Pack> with) {
        List<String> texts = field.apply(pack);
        return indices(texts).map(i -> with.apply(pack, without(texts, i).toArray(String[]::new)));
    }

    private static Stream<Integer> indices(List<?> list) {
        return IntStream.range(0, list.size()).boxed();
    }

    private static <T> List<T> without(List<T> list, int index) {
        List<T> copy = new ArrayList<>(list);
        copy.remove(index);
        return copy;
    }

    private static List<Pack> with(List<Pack> packs, int index, Pack other) {
        List<Pack> copy = new ArrayList<>(packs);
        copy.set(index, other);
        return copy;
    }
}
