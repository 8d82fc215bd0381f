package org.gridrollout.core.closure.rpm;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.gridrollout.api.software.Capability;
import org.gridrollout.api.software.Capability.Relation;
import org.gridrollout.core.closure.MalformedDependencyException;
import org.gridrollout.core.closure.rpm.RichDependency.Operation;
import org.gridrollout.core.closure.rpm.RichDependency.Operator;
import org.gridrollout.core.closure.rpm.RichDependency.Plain;
import org.jspecify.annotations.Nullable;

/** Reads Boolean dependencies without recursion. Used once. */
final class RichDependencyParser {

    static final int MAX_DEPTH = 64;
    static final int MAX_OPERANDS = 1000;

    private static final Map<String, Operator> OPERATORS = Map.of(
            "and", Operator.AND,
            "or", Operator.OR,
            "if", Operator.IF,
            "unless", Operator.UNLESS,
            "with", Operator.WITH,
            "without", Operator.WITHOUT);
    private static final Map<String, Relation> RELATIONS = Map.of(
            "<", Relation.LT,
            "<=", Relation.LE,
            "=", Relation.EQ,
            "==", Relation.EQ,
            ">=", Relation.GE,
            ">", Relation.GT);

    private final String text;
    private final Deque<Level> levels = new ArrayDeque<>();
    private int position;
    private int capabilities;

    RichDependencyParser(String text) {
        this.text = text;
    }

    /** What is between one pair of parentheses. */
    private static final class Level {
        private final List<RichDependency> operands = new ArrayList<>();
        private @Nullable Operator operator;
        private boolean otherwise;
    }

    RichDependency parse() {
        skipSpace();
        if (!at('(')) {
            throw malformed("an expression starts with '('");
        }
        RichDependency whole;
        do {
            open();
            add(capability());
            whole = closeOrContinue();
        } while (whole == null);
        skipSpace();
        if (position < text.length()) {
            throw malformed("nothing may follow the closing ')'");
        }
        return whole;
    }

    private void open() {
        skipSpace();
        while (at('(')) {
            if (levels.size() == MAX_DEPTH) {
                throw malformed("it is nested deeper than " + MAX_DEPTH + " levels");
            }
            levels.push(new Level());
            position++;
            skipSpace();
        }
    }

    private void add(RichDependency operand) {
        levels.element().operands.add(operand);
    }

    /** After an operand: ends levels as long as they end, then reads an operator. The whole if the last level ended. */
    private @Nullable RichDependency closeOrContinue() {
        skipSpace();
        while (at(')')) {
            position++;
            RichDependency done = close(levels.pop());
            if (levels.isEmpty()) {
                return done;
            }
            add(done);
            skipSpace();
        }
        operator();
        return null;
    }

    private RichDependency close(Level level) {
        if (level.operator == null) {
            return level.operands.get(0); // parentheses around one thing change nothing
        }
        Operation operation = new Operation(level.operator, level.operands);
        if (level.operator == Operator.WITH || level.operator == Operator.WITHOUT) {
            level.operands.forEach(this::checkOfOnePackage);
        }
        return operation;
    }

    /** Only what one package can be may be asked of one package. Each level was checked when it closed. */
    private void checkOfOnePackage(RichDependency operand) {
        if (operand instanceof Operation nested
                && nested.operator() != Operator.WITH
                && nested.operator() != Operator.WITHOUT
                && nested.operator() != Operator.OR) {
            throw malformed("'" + nested.operator() + "' cannot be asked of one package; inside 'with' and 'without'"
                    + " only 'or', 'with' and 'without' can");
        }
        if (operand instanceof Operation nested && nested.operator() == Operator.OR) {
            nested.operands().forEach(this::checkOfOnePackage);
        }
    }

    private void operator() {
        int start = position;
        String word = word();
        Level level = levels.element();
        if (word.isEmpty()) {
            throw malformed("a ')' is missing");
        }
        if (word.equals("else")) {
            boolean conditional = level.operator == Operator.IF || level.operator == Operator.UNLESS;
            if (!conditional || level.otherwise) {
                throw malformed("'else' goes with one 'if' or 'unless'", start);
            }
            level.otherwise = true;
            return;
        }
        Operator operator = OPERATORS.get(word);
        if (operator == null) {
            throw malformed("expected an operator or ')', found '" + word + "'", start);
        }
        if (level.operator != null && (level.operator != operator || !isChained(operator))) {
            throw malformed("'" + operator + "' after '" + level.operator + "' needs parentheses of its own", start);
        }
        level.operator = operator;
    }

    private static boolean isChained(Operator operator) {
        return operator == Operator.AND || operator == Operator.OR || operator == Operator.WITH;
    }

    private Plain capability() {
        if (++capabilities > MAX_OPERANDS) {
            throw malformed("it has more than " + MAX_OPERANDS + " capabilities");
        }
        int start = position;
        String name = word();
        if (name.isEmpty()) {
            throw malformed("a capability is missing");
        }
        if (RELATIONS.containsKey(name) || OPERATORS.containsKey(name)) {
            throw malformed("a capability is missing before '" + name + "'", start);
        }
        int end = position;
        skipSpace();
        Relation relation = RELATIONS.get(word());
        if (relation == null) {
            position = end;
            return new Plain(Capability.of(name));
        }
        skipSpace();
        String version = word();
        if (version.isEmpty()) {
            throw malformed("a version is missing");
        }
        return new Plain(Capability.of(name, relation, version));
    }

    /** Up to the next space, or the ')' that was not opened in it: {@code libvoms.so.1()(64bit)} is one word. */
    private String word() {
        int start = position;
        int depth = 0;
        while (position < text.length() && !Character.isWhitespace(text.charAt(position))) {
            char c = text.charAt(position);
            if (c == ')' && depth-- == 0) {
                break;
            }
            if (c == '(') {
                depth++;
            }
            position++;
        }
        return text.substring(start, position);
    }

    private void skipSpace() {
        while (position < text.length() && Character.isWhitespace(text.charAt(position))) {
            position++;
        }
    }

    private boolean at(char c) {
        return position < text.length() && text.charAt(position) == c;
    }

    private MalformedDependencyException malformed(String problem) {
        return malformed(problem, position);
    }

    private MalformedDependencyException malformed(String problem, int where) {
        return new MalformedDependencyException(text, where, problem);
    }
}
