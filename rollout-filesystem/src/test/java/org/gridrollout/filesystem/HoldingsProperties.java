package org.gridrollout.filesystem;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.gridrollout.api.software.Evr;
import org.gridrollout.api.software.Nevra;
import org.gridrollout.api.software.PackageRef;
import org.gridrollout.filesystem.yum.Digests;

class HoldingsProperties {

    @Property(tries = 200)
    void changeAsSetsDoAndStayInOrder(
            @ForAll @Size(max = 300) Set<@IntRange(max = 500) Integer> before,
            @ForAll @Size(max = 60) Set<@IntRange(max = 500) Integer> remove,
            @ForAll @Size(max = 60) Set<@IntRange(max = 500) Integer> add) {
        Set<PackageRef> expected = new HashSet<>(packages(before));
        expected.removeAll(packages(remove));
        expected.addAll(packages(add));
        Holdings base = Holdings.of(packages(before));
        Holdings changed = base.change(packages(remove), packages(add));
        assertThat(changed.packages())
                .containsExactlyInAnyOrderElementsOf(expected)
                .isSortedAccordingTo(Holdings.ORDER);
        assertThat(changed.notIn(base)).containsExactlyInAnyOrderElementsOf(difference(expected, packages(before)));
        assertThat(base.notIn(changed))
                .containsExactlyInAnyOrderElementsOf(difference(Set.copyOf(packages(before)), expected));
        for (PackageRef each : packages(before)) {
            assertThat(changed.contains(each)).isEqualTo(expected.contains(each));
        }
    }

    @Property(tries = 100)
    void areCutIntoTheSameRunsWhateverTheyWereBefore(
            @ForAll @Size(max = 300) Set<@IntRange(max = 2000) Integer> before,
            @ForAll @Size(max = 60) Set<@IntRange(max = 2000) Integer> remove,
            @ForAll @Size(max = 60) Set<@IntRange(max = 2000) Integer> add) {
        Holdings changed = Holdings.of(packages(before)).change(packages(remove), packages(add));
        Holdings atOnce = Holdings.of(changed.packages());
        assertThat(changed.runs()).extracting(Run::packages).isEqualTo(listsOf(atOnce.runs()));
        assertThat(changed.runs()).extracting(Run::key).isEqualTo(keysOf(atOnce.runs()));
        assertThat(changed.runs().stream().flatMap(each -> each.packages().stream()))
                .containsExactlyElementsOf(changed.packages());
    }

    @Property(tries = 50)
    void shareAllRunsButOneOrTwoWithThoseOfOnePackageMoreOrLess(@ForAll @IntRange(max = 1999) int number) {
        Set<Integer> without = new TreeSet<>();
        for (int i = 0; i < 2000; i++) {
            without.add(i);
        }
        without.remove(number);
        Holdings less = Holdings.of(packages(without));
        Holdings more = less.change(List.of(), List.of(numbered(number)));
        Holdings lessAgain = more.change(List.of(numbered(number)), List.of());
        assertThat(fresh(more, less)).isBetween(1, 2);
        assertThat(fresh(lessAgain, more)).isBetween(0, 2);
        assertThat(more.runs()).allSatisfy(each -> assertThat(each.packages()).hasSizeBetween(1, 256));
    }

    @Property(tries = 100)
    void knowWhichPackageHasAFileNameWhateverItsEpoch(
            @ForAll @Size(max = 100) Set<@IntRange(max = 150) Integer> numbers,
            @ForAll @IntRange(max = 150) int asked,
            @ForAll @IntRange(max = 2) int epoch) {
        Nevra nevra = numbered(asked).nevra();
        Evr evr = new Evr(epoch, nevra.evr().version(), nevra.evr().release());
        Nevra other = new Nevra(nevra.name(), evr, nevra.arch());
        assertThat(Holdings.of(packages(numbers)).underTheNameOf(other).isPresent())
                .isEqualTo(numbers.contains(asked));
    }

    private static Set<PackageRef> difference(Set<PackageRef> of, Collection<PackageRef> without) {
        Set<PackageRef> difference = new HashSet<>(of);
        difference.removeAll(Set.copyOf(without));
        return difference;
    }

    private static int fresh(Holdings after, Holdings before) {
        Set<Run> fresh = new HashSet<>(after.runs());
        before.runs().forEach(fresh::remove);
        return fresh.size();
    }

    private static List<Object> listsOf(List<Run> runs) {
        return new ArrayList<>(runs.stream().map(Run::packages).toList());
    }

    private static List<Object> keysOf(List<Run> runs) {
        return new ArrayList<>(runs.stream().map(Run::key).toList());
    }

    private static List<PackageRef> packages(Set<Integer> numbers) {
        return numbers.stream().map(HoldingsProperties::numbered).toList();
    }

    /** Ten versions of each name, in two architectures. */
    private static PackageRef numbered(int number) {
        String name = "package" + number / 20;
        String arch = number % 2 == 0 ? "noarch" : "x86_64";
        return new PackageRef(
                new Nevra(name, Evr.of("1." + number % 20 / 2, "1"), arch),
                Digests.of(("content" + number).getBytes(StandardCharsets.UTF_8)));
    }
}
