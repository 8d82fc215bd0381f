package org.gridrollout.api.verdict;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.gridrollout.api.Violations;
import org.gridrollout.api.party.Party;
import org.gridrollout.api.software.Release;

/**
 * Why a rollout is where it is, or why a command was refused. Findings of rules that are only observed are kept and told,
 * and count for nothing. Immutable.
 */
public final class Verdict {

    private final Object subject;
    private final List<Finding> findings;

    /**
     * @param subject what was judged, for a person
     * @param findings all that was found, at least one, in any order
     * @throws org.gridrollout.api.InvalidValueException if there is none, or if findings explain each other in a circle
     */
    public Verdict(String subject, List<Finding> findings) {
        this((Object) subject, findings);
    }

    private Verdict(Object subject, List<Finding> findings) {
        this.subject = subject;
        this.findings = worstFirst(findings);
        if (findings.isEmpty()) { // most verdicts are right and pay for no message
            Violations.of("Verdict on " + subject)
                    .unless(false, "needs a finding")
                    .throwIfAny();
        }
        List<RuleId> circle = explainsAnything(findings) ? new Lineage(blockers()).circle() : List.of();
        if (!circle.isEmpty()) {
            Violations.of("Verdict on " + subject)
                    .unless(false, "findings explain each other in a circle: %s", circle)
                    .throwIfAny();
        }
    }

    /** A verdict on a release; otherwise as {@link #Verdict(String, List)}. */
    public static Verdict on(Release release, List<Finding> findings) {
        return new Verdict(release, findings);
    }

    /** What was judged, for a person. */
    public String subject() {
        return subject.toString();
    }

    /**
     * All that was found, worst first, those that only are observed after those that count; findings of the same outcome
     * keep their order.
     */
    public List<Finding> findings() {
        return findings;
    }

    /** The worst outcome that counts; if everything is only observed, NOT_APPLICABLE. */
    public FindingOutcome outcome() {
        Finding worst = findings.get(0);
        return worst.enforcement() == Enforcement.ENFORCED ? worst.outcome() : FindingOutcome.NOT_APPLICABLE;
    }

    /** Whether everything that counts lets the rollout move on. */
    public boolean passes() {
        return outcome().passes();
    }

    /** The findings in the way, worst first. */
    public List<Finding> blockers() {
        return findings.stream().filter(Finding::holds).toList();
    }

    /** The findings in the way that no other one in the way explains, worst first. */
    public List<Finding> roots() {
        return new Lineage(blockers()).roots();
    }

    /** What observed rules would hold it for, worst first. */
    public List<Finding> wouldHold() {
        return findings.stream()
                .filter(each -> !each.outcome().passes() && each.enforcement() == Enforcement.OBSERVED)
                .toList();
    }

    /** Everybody who has to act, without repetition, those of the worst findings first. */
    public List<Party> mustAct() {
        return blockers().stream()
                .flatMap(each -> each.mustAct().stream())
                .distinct()
                .toList();
    }

    /** When time alone resolves everything in the way; absent if somebody has to act, or nothing is in the way. */
    public Optional<Instant> until() {
        Optional<Instant> latest = Optional.empty();
        for (Finding each : findings) {
            if (each.holds()) {
                if (each.outcome() != FindingOutcome.WAIT) {
                    return Optional.empty();
                }
                latest = later(latest, each.until());
            }
        }
        return latest;
    }

    /**
     * The smallest set of changes that makes it pass, as far as the rules can say now: what the roots need, then what
     * those they explain need besides. What several rules ask for is there once; of several times to pass the latest.
     */
    public List<Change> smallestChanges() {
        return SmallestChanges.of(new Lineage(blockers()).tree());
    }

    /** The verdict in one paragraph for a person: what is in the way, or what lets it pass. */
    public String inWords() {
        boolean passes = passes();
        return findings.stream()
                .filter(each -> each.enforcement() == Enforcement.ENFORCED)
                .filter(each -> passes ? each.outcome() != FindingOutcome.NOT_APPLICABLE : each.holds())
                .map(Finding::sentence)
                .collect(Collectors.joining(" "));
    }

    /**
     * The verdict in lines for a person: each root with what it explains below it, who must act, and last what observed
     * rules would say.
     */
    public String tree() {
        StringBuilder lines = new StringBuilder(subject() + ": " + outcome());
        for (Lineage.Branch branch : new Lineage(blockers()).tree()) {
            line(lines, branch.depth(), branch.finding(), "");
        }
        wouldHold().forEach(each -> line(lines, 0, each, "observed: "));
        return lines.toString();
    }

    private static void line(StringBuilder lines, int depth, Finding finding, String mark) {
        lines.append('\n')
                .append("  ".repeat(depth))
                .append("- ")
                .append(mark)
                .append(finding.outcome())
                .append(' ')
                .append(finding.rule())
                .append(": ")
                .append(finding.sentence());
        if (depth == 0) {
            lines.append(finding.mustAct().stream()
                    .filter(each -> !each.equals(Party.NOBODY))
                    .map(Party::toString)
                    .collect(Collectors.joining(", ", " (", ")"))
                    .replace(" ()", ""));
        }
    }

    private static List<Finding> worstFirst(List<Finding> findings) {
        Finding[] sorted = findings.toArray(new Finding[0]);
        for (int i = 1; i < sorted.length; i++) {
            Finding finding = sorted[i];
            int place = i;
            while (place > 0 && comesBefore(finding, sorted[place - 1])) {
                sorted[place] = sorted[place - 1];
                place--;
            }
            sorted[place] = finding;
        }
        return List.of(sorted);
    }

    private static boolean comesBefore(Finding one, Finding other) {
        int byEnforcement = one.enforcement().compareTo(other.enforcement());
        return byEnforcement != 0 ? byEnforcement < 0 : one.outcome().compareTo(other.outcome()) > 0;
    }

    private static boolean explainsAnything(List<Finding> findings) {
        for (Finding each : findings) {
            if (!each.dueTo().isEmpty()) {
                return true;
            }
        }
        return false;
    }

    private static Optional<Instant> later(Optional<Instant> one, Optional<Instant> other) {
        boolean second = one.isEmpty() || (other.isPresent() && other.get().isAfter(one.get()));
        return second ? other : one;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Verdict that && subject().equals(that.subject()) && findings.equals(that.findings);
    }

    @Override
    public int hashCode() {
        return 31 * subject().hashCode() + findings.hashCode();
    }

    @Override
    public String toString() {
        return subject() + ": " + outcome() + ". " + inWords();
    }
}
