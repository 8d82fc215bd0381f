package org.gridrollout.core.closure.rpm;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.gridrollout.api.software.Capability;

/**
 * A Boolean dependency of RPM as a tree. {@code and}, {@code or} and {@code with} have two operands or more; {@code without}
 * two; {@code if} and {@code unless} two, or three with an {@code else}.
 *
 * <p>Source: rpm's manual, Boolean Dependencies.
 */
public sealed interface RichDependency {

    /** The operators, as they are written in lower case. */
    enum Operator {
        AND,
        OR,
        IF,
        UNLESS,
        WITH,
        WITHOUT;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** A plain capability. */
    record Plain(Capability capability) implements RichDependency {
        @Override
        public String toString() {
            return capability.toString();
        }
    }

    /** An operator and what it is applied to. */
    record Operation(Operator operator, List<RichDependency> operands) implements RichDependency {
        public Operation {
            operands = List.copyOf(operands);
        }

        @Override
        public String toString() {
            boolean conditional = operator == Operator.IF || operator == Operator.UNLESS;
            return conditional && operands.size() == 3
                    ? "(" + operands.get(0) + " " + operator + " " + operands.get(1) + " else " + operands.get(2) + ")"
                    : operands.stream()
                            .map(RichDependency::toString)
                            .collect(Collectors.joining(" " + operator + " ", "(", ")"));
        }
    }

    /**
     * Reads an expression in parentheses.
     *
     * @throws org.gridrollout.core.closure.MalformedDependencyException saying what is wrong and where; also for what is
     *     nested deeper than {@value RichDependencyParser#MAX_DEPTH} levels or has more than
     *     {@value RichDependencyParser#MAX_OPERANDS} capabilities
     */
    static RichDependency parse(String text) {
        return new RichDependencyParser(text).parse();
    }
}
