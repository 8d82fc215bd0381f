package org.gridrollout.core.closure;

import java.util.List;
import java.util.stream.Collectors;
import org.gridrollout.core.closure.Reason.Statement;

/** Reasons in words. */
final class ReasonText {

    private static final int SHOWN = 3;

    private ReasonText() {}

    /** The whole chain as one sentence without its full stop. */
    static String of(List<Reason> chain) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < chain.size(); i++) {
            Reason reason = chain.get(i);
            if (i > 0 && isOneOfSeveral(chain.get(i - 1))) {
                text.append(reason.subject());
            }
            if (reason instanceof Reason.Clash clash) {
                text.append(i > 0 ? ": " : "").append(clash(clash));
            } else {
                text.append(i > 0 ? ", which " : reason.subject() + " ").append(predicate(reason));
            }
        }
        return text.toString();
    }

    private static boolean isOneOfSeveral(Reason reason) {
        return reason instanceof Reason.Unmet unmet && unmet.candidates().size() > 1;
    }

    /** Ends with the only candidate, or where the nearest of several has to be named. */
    private static String predicate(Reason reason) {
        if (reason instanceof Reason.Unfit unfit) {
            return unfit.fault();
        }
        Reason.Unmet unmet = (Reason.Unmet) reason;
        return "needs " + unmet.need()
                + switch (unmet.candidates().size()) {
                    case 0 -> ", which nobody provides" + near(unmet.near());
                    case 1 -> " from " + unmet.candidates().get(0);
                    default ->
                        " from one of " + unmet.candidates().size() + " packages that cannot be installed, such as ";
                };
    }

    private static String near(List<Reason.Near> near) {
        if (near.isEmpty()) {
            return "";
        }
        String shown = near.stream()
                .limit(SHOWN)
                .map(each -> each.provision() + " of " + each.who())
                .collect(Collectors.joining(", "));
        return " (there is only " + shown + (near.size() > SHOWN ? " and others" : "") + ")";
    }

    private static String clash(Reason.Clash clash) {
        return clash.statements().stream().map(ReasonText::of).collect(Collectors.joining(", "));
    }

    private static String of(Statement statement) {
        if (statement instanceof Statement.Needs needs) {
            return needs.who() + " needs " + needs.need() + from(needs.candidates());
        }
        if (statement instanceof Statement.Excludes pair) {
            String dependency = pair.dependency().isEmpty() ? "" : " (" + pair.dependency() + ")";
            return pair.who() + " " + pair.verb() + " " + pair.whom() + dependency;
        }
        Statement.Provides provides = (Statement.Provides) statement;
        return provides.who() + " provides " + provides.condition();
    }

    private static String from(List<Member> candidates) {
        return switch (candidates.size()) {
            case 0 -> ", which nobody can provide";
            case 1 -> " from " + candidates.get(0);
            default ->
                " from one of " + candidates.stream().map(Member::toString).collect(Collectors.joining(" and "));
        };
    }
}
