package org.gridrollout.api.verdict;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.gridrollout.api.Violations;
import org.gridrollout.api.party.Party;

/**
 * Why a rollout is where it is, or why a command was refused.
 *
 * @param subject what was judged, for a person
 * @param findings all that was found, at least one, worst first; findings of the same outcome keep their order
 */
public record Verdict(String subject, List<Finding> findings) {

    public Verdict {
        Violations.of("Verdict on " + subject)
                .unless(!findings.isEmpty(), "needs a finding")
                .throwIfAny();
        findings = findings.stream()
                .sorted(Comparator.comparing(Finding::outcome).reversed())
                .toList();
    }

    /** The worst finding's outcome. */
    public FindingOutcome outcome() {
        return findings.get(0).outcome();
    }

    /** Whether every finding lets the rollout move on. */
    public boolean passes() {
        return outcome().passes();
    }

    /** The findings in the way, worst first. */
    public List<Finding> blockers() {
        return findings.stream().filter(each -> !each.outcome().passes()).toList();
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
        return blockers().stream().allMatch(each -> each.outcome() == FindingOutcome.WAIT)
                ? blockers().stream().flatMap(each -> each.until().stream()).max(Comparator.naturalOrder())
                : Optional.empty();
    }

    /** The verdict in one paragraph for a person: what is in the way, or what lets it pass. */
    public String inWords() {
        List<Finding> told = passes() ? findings : blockers();
        return told.stream()
                .filter(each -> each.outcome() != FindingOutcome.NOT_APPLICABLE)
                .map(Finding::sentence)
                .collect(Collectors.joining(" "));
    }

    @Override
    public String toString() {
        return subject + ": " + outcome() + ". " + inWords();
    }
}
