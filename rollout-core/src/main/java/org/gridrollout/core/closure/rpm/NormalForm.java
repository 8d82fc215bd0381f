package org.gridrollout.core.closure.rpm;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.gridrollout.api.software.Capability;
import org.gridrollout.core.closure.Demand;
import org.gridrollout.core.closure.MalformedDependencyException;
import org.gridrollout.core.closure.rpm.RichDependency.Operation;
import org.gridrollout.core.closure.rpm.RichDependency.Operator;
import org.gridrollout.core.closure.rpm.RichDependency.Plain;

/** A Boolean dependency as a list of clauses that all have to hold. */
final class NormalForm {

    /** What no packager writes; more would be a way to stop the check. */
    static final int MAX_LITERALS = 20_000;

    private final String text;
    private final Function<Capability, Demand> demand;

    NormalForm(String text, Function<Capability, Demand> demand) {
        this.text = text;
        this.demand = demand;
    }

    /** One of {@code met} is met, or one of {@code unmet} is not. */
    record Clause(Set<Demand> met, Set<Demand> unmet) {
        private Clause or(Clause other) {
            return new Clause(union(met, other.met), union(unmet, other.unmet));
        }

        private static Set<Demand> union(Set<Demand> one, Set<Demand> other) {
            Set<Demand> both = new LinkedHashSet<>(one);
            both.addAll(other);
            return both;
        }
    }

    /**
     * The clauses of the dependency, or of its opposite. Nesting is bounded by the parser.
     *
     * @throws MalformedDependencyException if there are too many
     */
    List<Clause> of(RichDependency dependency, boolean holds) {
        if (dependency instanceof Plain plain) {
            return literal(demand.apply(plain.capability()), holds);
        }
        Operation operation = (Operation) dependency;
        List<RichDependency> operands = operation.operands();
        return switch (operation.operator()) {
            case WITH, WITHOUT -> literal(ofOnePackage(dependency), holds);
            case AND -> join(operands, holds, holds);
            case OR -> join(operands, holds, !holds);
            case IF -> conditional(operands, holds, true);
            case UNLESS -> conditional(operands, holds, false);
        };
    }

    private static List<Clause> literal(Demand demand, boolean holds) {
        return List.of(new Clause(holds ? Set.of(demand) : Set.of(), holds ? Set.of() : Set.of(demand)));
    }

    private List<Clause> join(List<RichDependency> operands, boolean holds, boolean all) {
        List<Clause> joined = of(operands.get(0), holds);
        for (RichDependency each : operands.subList(1, operands.size())) {
            joined = all ? both(joined, of(each, holds)) : either(joined, of(each, holds));
        }
        return joined;
    }

    /**
     * {@code a if b} is a or not b, {@code a unless b} is a and not b; with {@code else c}, a counts where b is as wanted and
     * c where it is not.
     */
    private List<Clause> conditional(List<RichDependency> operands, boolean holds, boolean wanted) {
        RichDependency a = operands.get(0);
        RichDependency b = operands.get(1);
        if (operands.size() == 3) {
            List<Clause> where = either(of(a, holds), of(b, !wanted));
            return both(where, either(of(operands.get(2), holds), of(b, wanted)));
        }
        return wanted == holds ? either(of(a, holds), of(b, !holds)) : both(of(a, holds), of(b, !holds));
    }

    private List<Clause> both(List<Clause> one, List<Clause> other) {
        List<Clause> all = new ArrayList<>(one);
        all.addAll(other);
        return bounded(all);
    }

    private List<Clause> either(List<Clause> one, List<Clause> other) {
        List<Clause> product = new ArrayList<>();
        long size = 0;
        for (Clause left : one) {
            for (Clause right : other) {
                Clause clause = left.or(right);
                size += clause.met().size() + clause.unmet().size();
                check(size);
                product.add(clause);
            }
        }
        return product;
    }

    private List<Clause> bounded(List<Clause> clauses) {
        long size = 0;
        for (Clause each : clauses) {
            size += each.met().size() + each.unmet().size();
        }
        check(size);
        return clauses;
    }

    private void check(long size) {
        if (size > MAX_LITERALS) {
            throw new MalformedDependencyException(
                    text,
                    0,
                    "its conditions multiply to more than " + MAX_LITERALS + "; state it in simpler dependencies");
        }
    }

    /** Whether it asks for one package that is like this. */
    static boolean isOfOnePackage(RichDependency dependency) {
        return !(dependency instanceof Operation operation)
                || operation.operator() == Operator.WITH
                || operation.operator() == Operator.WITHOUT;
    }

    /** What the one package has to be like. */
    Demand ofOnePackage(RichDependency dependency) {
        if (dependency instanceof Plain plain) {
            return demand.apply(plain.capability());
        }
        Operation operation = (Operation) dependency;
        Demand whole = ofOnePackage(operation.operands().get(0));
        for (RichDependency each :
                operation.operands().subList(1, operation.operands().size())) {
            Demand next = ofOnePackage(each);
            whole = switch (operation.operator()) {
                case WITH -> new Demand.Both(whole, next);
                case WITHOUT -> new Demand.Except(whole, next);
                default -> new Demand.Either(whole, next);
            };
        }
        return whole;
    }
}
