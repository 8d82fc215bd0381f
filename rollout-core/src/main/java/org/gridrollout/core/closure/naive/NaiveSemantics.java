package org.gridrollout.core.closure.naive;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.gridrollout.api.software.Capability;
import org.gridrollout.api.software.Capability.Relation;
import org.gridrollout.api.software.SoftwarePackage;
import org.gridrollout.core.closure.MalformedDependencyException;
import org.gridrollout.core.closure.Member;
import org.gridrollout.core.closure.Origin;
import org.gridrollout.core.closure.naive.NaiveClosure.Lack;
import org.gridrollout.core.closure.rpm.RichDependency;
import org.gridrollout.core.closure.rpm.RichDependency.Operation;
import org.gridrollout.core.closure.rpm.RichDependency.Plain;
import org.gridrollout.core.closure.rpm.RpmEcosystem;

/** What RPM's capabilities mean for a set of packages, word for word. */
final class NaiveSemantics {

    private final RpmEcosystem ecosystem;

    NaiveSemantics(RpmEcosystem ecosystem) {
        this.ecosystem = ecosystem;
    }

    /** Whether no member is impossible in itself and no two exclude each other. */
    boolean together(Set<SoftwarePackage> set) {
        return set.stream()
                .allMatch(one -> isReadable(one)
                        && ecosystem.fits(one.nevra().arch())
                        && set.stream().noneMatch(other -> !other.equals(one) && excludes(one, other)));
    }

    /** What the member lacks in the set. */
    Stream<Lack> lacks(SoftwarePackage member, Set<SoftwarePackage> set) {
        Stream<Lack> required = member.requires().stream()
                .filter(each -> !each.name().startsWith("rpmlib("))
                .map(NaiveSemantics::tree)
                .filter(each -> !holds(each, set))
                .map(each -> other -> mentions(each, other));
        Stream<Lack> avoided = member.conflicts().stream()
                .filter(each -> each.name().startsWith("("))
                .map(NaiveSemantics::tree)
                .filter(each -> isClash(each, member, set))
                .map(each -> other -> mentions(each, other));
        return Stream.concat(required, avoided);
    }

    /** A conflict does not mean what the package that states it provides all by itself. */
    private boolean isClash(RichDependency conflict, SoftwarePackage member, Set<SoftwarePackage> set) {
        if (conflict instanceof Operation operation) {
            switch (operation.operator()) {
                case OR -> {
                    return operation.operands().stream().anyMatch(each -> isClash(each, member, set));
                }
                case WITH, WITHOUT -> {
                    return set.stream().anyMatch(other -> !other.equals(member) && isMetBy(conflict, other));
                }
                case AND -> {
                    boolean alone = holds(conflict, List.of(member));
                    boolean others = set.stream().anyMatch(other -> !other.equals(member) && mentions(conflict, other));
                    return holds(conflict, set) && (!alone || others);
                }
                default -> {
                    return holds(conflict, set);
                }
            }
        }
        return set.stream().anyMatch(other -> !other.equals(member) && isMetBy(conflict, other));
    }

    private boolean excludes(SoftwarePackage one, SoftwarePackage other) {
        boolean conflicts =
                one.conflicts().stream().anyMatch(each -> !each.name().startsWith("(") && provides(other, each));
        Member left = Member.of(one.ref(), Origin.REPOSITORY);
        Member right = Member.of(other.ref(), Origin.REPOSITORY);
        boolean obsoletes =
                ecosystem.replaces(left, right) && one.obsoletes().stream().anyMatch(each -> isCalled(other, each));
        boolean namesake = one.nevra().name().equals(other.nevra().name()) && !ecosystem.together(left, right);
        return conflicts || obsoletes || namesake;
    }

    private boolean holds(RichDependency dependency, Collection<SoftwarePackage> set) {
        if (dependency instanceof Plain plain) {
            return set.stream().anyMatch(each -> provides(each, plain.capability()));
        }
        Operation operation = (Operation) dependency;
        List<RichDependency> operands = operation.operands();
        return switch (operation.operator()) {
            case AND -> operands.stream().allMatch(each -> holds(each, set));
            case OR -> operands.stream().anyMatch(each -> holds(each, set));
            case WITH, WITHOUT -> set.stream().anyMatch(each -> isMetBy(dependency, each));
            case IF -> holds(operands.get(1), set) ? holds(operands.get(0), set) : otherwise(operands, set, true);
            case UNLESS -> holds(operands.get(1), set) ? otherwise(operands, set, false) : holds(operands.get(0), set);
        };
    }

    private boolean otherwise(List<RichDependency> operands, Collection<SoftwarePackage> set, boolean without) {
        return operands.size() == 3 ? holds(operands.get(2), set) : without;
    }

    private boolean isMetBy(RichDependency dependency, SoftwarePackage pack) {
        if (dependency instanceof Plain plain) {
            return provides(pack, plain.capability());
        }
        Operation operation = (Operation) dependency;
        Stream<RichDependency> operands = operation.operands().stream();
        return switch (operation.operator()) {
            case WITH -> operands.allMatch(each -> isMetBy(each, pack));
            case WITHOUT ->
                isMetBy(operation.operands().get(0), pack)
                        && !isMetBy(operation.operands().get(1), pack);
            default -> operands.anyMatch(each -> isMetBy(each, pack));
        };
    }

    private boolean mentions(RichDependency dependency, SoftwarePackage pack) {
        return dependency instanceof Plain plain
                ? provides(pack, plain.capability())
                : ((Operation) dependency).operands().stream().anyMatch(each -> mentions(each, pack));
    }

    private boolean provides(SoftwarePackage pack, Capability asked) {
        return (asked.relation() == Relation.ANY && pack.files().contains(asked.name()))
                || isCalled(pack, asked)
                || pack.provides().stream()
                        .anyMatch(each -> each.name().equals(asked.name()) && NaiveVersions.overlap(each, asked));
    }

    private static boolean isCalled(SoftwarePackage pack, Capability asked) {
        return pack.nevra().name().equals(asked.name())
                && NaiveVersions.overlap(
                        Capability.of(
                                asked.name(), Relation.EQ, pack.nevra().evr().toString()),
                        asked);
    }

    private static boolean isReadable(SoftwarePackage pack) {
        try {
            Stream.of(pack.requires(), pack.conflicts()).flatMap(List::stream).forEach(NaiveSemantics::tree);
            Stream.of(pack.provides(), pack.requires(), pack.conflicts(), pack.obsoletes())
                    .flatMap(List::stream)
                    .filter(each -> each.relation() != Relation.ANY)
                    .forEach(each -> NaiveVersions.overlap(each, each));
            return true;
        } catch (MalformedDependencyException | NumberFormatException e) {
            return false;
        }
    }

    private static RichDependency tree(Capability capability) {
        return capability.name().startsWith("(") ? RichDependency.parse(capability.name()) : new Plain(capability);
    }
}
