package org.gridrollout.core.engine;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gridrollout.api.command.IncidentCommand.FileIncident;
import org.gridrollout.api.incident.IncidentId;
import org.gridrollout.api.party.Actor;
import org.gridrollout.api.rollout.Rollout;
import org.gridrollout.api.rollout.RolloutState;
import org.gridrollout.api.software.BaseSnapshot;
import org.gridrollout.api.software.PackageRef;
import org.gridrollout.api.software.ReleaseId;
import org.gridrollout.api.software.Stage;
import org.gridrollout.core.closure.ClosureDifference;
import org.gridrollout.core.closure.Member;
import org.gridrollout.core.closure.Origin;
import org.gridrollout.core.closure.RootCause;
import org.gridrollout.core.installability.BaseMove;
import org.gridrollout.core.installability.BaseMove.Break;
import org.gridrollout.core.installability.RepositoryClosures;

/** Tries another base before it is pinned. */
final class BaseMoves {

    private static final Set<RolloutState> IN_PRODUCTION = Set.of(RolloutState.IN_PRODUCTION, RolloutState.FAULTY);
    private static final int SHORT = 12;

    /** What an incident's name and its summary may have. */
    private static final int NAME = 128;

    private static final int SUMMARY = 4_000;

    private final RepositoryClosures closures;
    private final Candidates candidates;

    BaseMoves(RepositoryClosures closures, Candidates candidates) {
        this.closures = closures;
        this.candidates = candidates;
    }

    BaseMove rehearse(BaseSnapshot next) {
        List<Break> breaks = new ArrayList<>(breaks(next, Stage.PRODUCTION, IN_PRODUCTION));
        Set<ReleaseId> said = new LinkedHashSet<>();
        breaks.forEach(each -> said.add(each.release()));
        breaks(next, Stage.BETA, Candidates.ON_THEIR_WAY).stream()
                .filter(each -> !said.contains(each.release()))
                .forEach(breaks::add);
        return new BaseMove(next, breaks);
    }

    /** One for each release, always of the same name, so that saying it twice is saying it once. */
    static List<FileIncident> incidents(BaseMove move, Actor actor) {
        String id = move.next().id().hex().substring(0, SHORT);
        return move.breaks().stream()
                .map(each -> new FileIncident(
                        each.release(),
                        IncidentId.of(cut("base-" + id + "-" + each.release(), NAME)),
                        cut("About to break when the base moves: " + String.join(" ", each.reasons()), SUMMARY),
                        each.stage(),
                        Optional.empty(),
                        actor))
                .toList();
    }

    private static String cut(String text, int length) {
        return text.length() <= length ? text : text.substring(0, length);
    }

    private List<Break> breaks(BaseSnapshot next, Stage stage, Set<RolloutState> states) {
        ClosureDifference difference = closures.on(next, stage);
        Map<String, ReleaseId> owners = new LinkedHashMap<>();
        if (!difference.newlyBroken().isEmpty()) {
            for (Rollout each : candidates.find(next.platform(), states)) {
                for (PackageRef ref : each.release().packages()) {
                    owners.put(ref.sha256().hex(), each.id());
                }
            }
        }
        Map<ReleaseId, Set<String>> reasons = new LinkedHashMap<>();
        for (RootCause cause : difference.rootCauses()) {
            for (Member broken : cause.packages()) {
                ReleaseId owner = owners.get(broken.digest());
                if (owner != null && broken.origin() == Origin.REPOSITORY) {
                    reasons.computeIfAbsent(owner, each -> new LinkedHashSet<>())
                            .add(cause.sentence());
                }
            }
        }
        return reasons.entrySet().stream()
                .map(each -> new Break(each.getKey(), stage, List.copyOf(each.getValue())))
                .toList();
    }
}
