package org.gridrollout.core.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gridrollout.core.journal.Journals.at;
import static org.gridrollout.core.journal.Journals.chainedAnew;
import static org.gridrollout.core.journal.Journals.renumbered;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.gridrollout.api.spi.RolloutStore;
import org.gridrollout.api.store.JournalHead;
import org.gridrollout.api.store.JournalRecord;
import org.gridrollout.core.journal.Verification.Broken;
import org.gridrollout.core.journal.Verification.Intact;
import org.gridrollout.core.journal.Verification.Reason;

/** Invariant 15: a changed, dropped or reordered event is detected; and nothing is accused that is as it was written. */
class JournalVerifierProperties {

    @Provide
    Arbitrary<List<JournalRecord>> journals() {
        return Journals.any();
    }

    @Property
    void aJournalAsItWasWrittenIsIntactFromWhereverItIsLookedAtAndWhateverHeadsWereAnchored(
            @ForAll("journals") List<JournalRecord> journal,
            @ForAll @Size(max = 4) List<@IntRange(max = 50) Integer> anchored,
            @ForAll @IntRange(max = 50) int trusted,
            @ForAll @IntRange(min = 1, max = 30) int page) {
        JournalVerifier verifier = new JournalVerifier(KeptJournal.of(journal), page);
        JournalHead end = headAfter(journal, journal.size());
        JournalHead[] anchors = anchored.stream()
                .map(each -> headAfter(journal, each % (journal.size() + 1)))
                .toArray(JournalHead[]::new);
        assertThat(verifier.verify(anchors)).isEqualTo(new Intact(end, journal.size()));
        int since = trusted % (journal.size() + 1);
        assertThat(verifier.verifyAfter(headAfter(journal, since))).isEqualTo(new Intact(end, journal.size() - since));
    }

    @Property(tries = 3000)
    void whateverIsChangedDroppedOrDamagedTheFirstSuchRecordIsNamed(
            @ForAll("journals") List<JournalRecord> journal,
            @ForAll @Size(min = 1, max = 3) List<@IntRange(max = 50) Integer> changed,
            @ForAll @Size(max = 2) List<@IntRange(max = 50) Integer> dropped,
            @ForAll @Size(max = 2) List<@IntRange(max = 50) Integer> damaged,
            @ForAll Field field,
            @ForAll @IntRange(min = 1, max = 30) int page) {
        Map<Long, JournalRecord> left = new TreeMap<>();
        journal.forEach(each -> left.put(each.position(), each));
        TreeSet<Long> bad = new TreeSet<>();
        for (long position : positions(changed, journal)) {
            left.computeIfPresent(position, (key, was) -> field.changedIn(was));
            bad.add(position);
        }
        positions(dropped, journal).forEach(left::remove);
        bad.addAll(positions(dropped, journal));
        bad.addAll(positions(damaged, journal));
        RolloutStore store = new KeptJournal(
                List.copyOf(left.values()), headAfter(journal, journal.size()), positions(damaged, journal));
        Broken broken = broken(new JournalVerifier(store, page).verify());
        assertThat(broken.position()).isEqualTo(bad.first());
        assertThat(broken.good()).isEqualTo(headAfter(journal, bad.first().intValue() - 1));
        assertThat(broken.reason()).isIn(Reason.CHANGED, Reason.DIGEST_CHANGED, Reason.MISSING, Reason.UNREADABLE);
        assertThat(broken.sentence()).contains(bad.first().toString());
    }

    @Property
    void oneChangedRecordIsToldFromOneWhoseDigestWasChanged(
            @ForAll("journals") List<JournalRecord> journal,
            @ForAll @IntRange(max = 50) int place,
            @ForAll Field field) {
        int index = place % journal.size();
        List<JournalRecord> tampered = new ArrayList<>(journal);
        tampered.set(index, field.changedIn(journal.get(index)));
        Broken broken = broken(JournalVerifier.of(KeptJournal.of(tampered, headAfter(journal, journal.size())))
                .verify());
        boolean borneOut = field == Field.DIGEST && index < journal.size() - 1;
        assertThat(broken.reason()).isEqualTo(borneOut ? Reason.DIGEST_CHANGED : Reason.CHANGED);
        assertThat(broken.position()).isEqualTo(index + 1);
        assertThat(broken.found()).contains(tampered.get(index));
    }

    @Property
    void twoRecordsThatChangedPlacesAreFoundAtTheFirstOfThem(
            @ForAll("journals") List<JournalRecord> journal,
            @ForAll @IntRange(max = 50) int one,
            @ForAll @IntRange(max = 50) int other,
            @ForAll @IntRange(min = 1, max = 30) int page) {
        int first = Math.min(one % journal.size(), other % journal.size());
        int second = Math.max(one % journal.size(), other % journal.size());
        Assume.that(first != second);
        List<JournalRecord> tampered = new ArrayList<>(journal);
        tampered.set(first, at(first + 1, journal.get(second)));
        tampered.set(second, at(second + 1, journal.get(first)));
        RolloutStore store = KeptJournal.of(tampered, headAfter(journal, journal.size()));
        Broken broken = broken(new JournalVerifier(store, page).verify());
        assertThat(broken.position()).isEqualTo(first + 1);
        assertThat(broken.reason()).isEqualTo(second - first < page ? Reason.MOVED : Reason.CHANGED);
    }

    @Property
    void aCopyOfARecordPutInIsFoundWhereItStands(
            @ForAll("journals") List<JournalRecord> journal,
            @ForAll @IntRange(max = 50) int of,
            @ForAll @IntRange(max = 50) int place) {
        int copied = of % journal.size();
        int to = place % (journal.size() + 1);
        List<JournalRecord> tampered = new ArrayList<>(journal);
        tampered.add(to, journal.get(copied));
        Broken broken =
                broken(JournalVerifier.of(KeptJournal.of(renumbered(tampered))).verify());
        assertThat(broken.position()).isEqualTo(to == copied ? to + 2 : to + 1);
    }

    @Property
    void recordsTakenOutOfTheMiddleAreFoundEvenIfTheOthersCloseUp(
            @ForAll("journals") List<JournalRecord> journal, @ForAll @IntRange(max = 50) int place) {
        Assume.that(journal.size() > 1);
        int index = place % (journal.size() - 1);
        List<JournalRecord> tampered = new ArrayList<>(journal);
        tampered.remove(index);
        Broken broken =
                broken(JournalVerifier.of(KeptJournal.of(renumbered(tampered))).verify());
        assertThat(broken.position()).isEqualTo(index + 1);
    }

    @Property
    void recordsTakenOutOfTheMiddleLeaveAGapEvenInAChainWrittenAnew(
            @ForAll("journals") List<JournalRecord> journal, @ForAll @IntRange(max = 50) int place) {
        Assume.that(journal.size() > 1);
        int index = place % (journal.size() - 1);
        List<JournalRecord> tampered = new ArrayList<>(journal);
        tampered.remove(index);
        Broken broken = broken(
                JournalVerifier.of(KeptJournal.of(chainedAnew(tampered, index))).verify());
        assertThat(broken.reason()).isEqualTo(Reason.MISSING);
        assertThat(broken.position()).isEqualTo(index + 1);
    }

    @Property
    void aRecordThatIsGivenTooLateIsOutOfOrder(
            @ForAll("journals") List<JournalRecord> journal,
            @ForAll @IntRange(max = 50) int of,
            @ForAll @IntRange(max = 50) int place) {
        Assume.that(journal.size() > 1);
        int late = of % (journal.size() - 1);
        int to = late + 1 + place % (journal.size() - late - 1);
        List<JournalRecord> tampered = new ArrayList<>(journal);
        tampered.add(to, tampered.remove(late));
        Broken broken = broken(JournalVerifier.of(KeptJournal.of(tampered, headAfter(journal, journal.size())))
                .verify());
        assertThat(broken.reason()).isEqualTo(Reason.OUT_OF_ORDER);
        assertThat(broken.position()).isEqualTo(late + 1);
        assertThat(broken.found()).contains(journal.get(late));
    }

    @Property
    void aRecordThatIsGivenTwiceIsOutOfOrder(
            @ForAll("journals") List<JournalRecord> journal,
            @ForAll @IntRange(max = 50) int of,
            @ForAll @IntRange(max = 50) int place) {
        int copied = of % journal.size();
        int to = copied + 1 + place % (journal.size() - copied);
        List<JournalRecord> tampered = new ArrayList<>(journal);
        tampered.add(to, journal.get(copied));
        Broken broken = broken(JournalVerifier.of(KeptJournal.of(tampered)).verify());
        assertThat(broken.reason()).isEqualTo(Reason.OUT_OF_ORDER);
        assertThat(broken.position()).isEqualTo(copied + 1);
    }

    @Property
    void aTailThatWasCutOffIsMissedByTheHeadAndByAnAnchor(
            @ForAll("journals") List<JournalRecord> journal, @ForAll @IntRange(max = 50) int place) {
        int left = place % journal.size();
        JournalHead known = headAfter(journal, journal.size());
        List<JournalRecord> cut = journal.subList(0, left);
        for (Verification found : List.of(
                JournalVerifier.of(KeptJournal.of(cut, known)).verify(),
                JournalVerifier.of(KeptJournal.of(cut)).verify(known),
                JournalVerifier.of(KeptJournal.of(cut)).verifyAfter(known))) {
            assertThat(broken(found).position()).isEqualTo(left + 1);
            assertThat(broken(found).reason()).isEqualTo(Reason.MISSING);
            assertThat(broken(found).good()).isEqualTo(headAfter(journal, left));
        }
    }

    @Property
    void aChainWrittenAnewIsMissedByTheFirstAnchorAfterTheFirstChange(
            @ForAll("journals") List<JournalRecord> journal,
            @ForAll @IntRange(max = 50) int place,
            @ForAll @Size(min = 1, max = 4) List<@IntRange(max = 50) Integer> anchored,
            @ForAll Field field) {
        Assume.that(field != Field.DIGEST);
        int index = place % journal.size();
        List<JournalRecord> tampered = new ArrayList<>(journal);
        tampered.set(index, field.changedIn(journal.get(index)));
        JournalVerifier verifier = JournalVerifier.of(KeptJournal.of(chainedAnew(tampered, index)));
        TreeSet<Long> anchors = new TreeSet<>(positions(anchored, journal));
        Verification found = verifier.verify(anchors.stream()
                .map(each -> headAfter(journal, each.intValue()))
                .toArray(JournalHead[]::new));
        Long witness = anchors.ceiling(index + 1L);
        if (witness == null) {
            // The limit of every such chain: nobody saw what was there before.
            assertThat(found).isInstanceOf(Intact.class);
        } else {
            Long before = anchors.lower(witness);
            assertThat(broken(found).reason()).isEqualTo(Reason.NOT_AS_ANCHORED);
            assertThat(broken(found).position()).isEqualTo(witness);
            assertThat(broken(found).good()).isEqualTo(headAfter(journal, before == null ? 0 : before.intValue()));
            assertThat(verifier.verifyAfter(headAfter(journal, witness.intValue())))
                    .isInstanceOf(Broken.class);
        }
    }

    @Property
    void aHeadThatSaysAnythingElseIsNotedWithoutAccusingARecord(
            @ForAll("journals") List<JournalRecord> journal, @ForAll @IntRange(max = 50) int place) {
        int back = place % journal.size();
        Broken setBack = broken(JournalVerifier.of(KeptJournal.of(journal, headAfter(journal, back)))
                .verify());
        assertThat(setBack.reason()).isEqualTo(Reason.NOT_AS_HEAD);
        assertThat(setBack.position()).isEqualTo(back + 1);
        JournalHead other = new JournalHead(
                journal.size(),
                Field.DIGEST.changedIn(journal.get(journal.size() - 1)).digest());
        Broken changed =
                broken(JournalVerifier.of(KeptJournal.of(journal, other)).verify());
        assertThat(changed.reason()).isEqualTo(Reason.NOT_AS_HEAD);
        assertThat(changed.position()).isEqualTo(journal.size());
        assertThat(changed.found()).isEmpty();
    }

    private static TreeSet<Long> positions(List<Integer> places, List<JournalRecord> journal) {
        return places.stream().map(each -> each % journal.size() + 1L).collect(Collectors.toCollection(TreeSet::new));
    }

    private static JournalHead headAfter(List<JournalRecord> journal, int records) {
        return records == 0 ? JournalHead.EMPTY : journal.get(records - 1).head();
    }

    private static Broken broken(Verification verification) {
        assertThat(verification).isInstanceOf(Broken.class);
        return (Broken) verification;
    }
}
