package io.mnemolite.parsing.facts.general;

import static io.mnemolite.parsing.tree.SyntaxTree.NONE;

import io.mnemolite.core.code.facts.CallSite;
import io.mnemolite.core.code.facts.Expression;
import io.mnemolite.parsing.tree.SyntaxTree;
import java.util.ArrayList;
import java.util.List;

/** What a call hands over. */
final class Arguments {

    private final SyntaxTree tree;
    private final Expressions expressions;

    Arguments(SyntaxTree tree, Expressions expressions) {
        this.tree = tree;
        this.expressions = expressions;
    }

    /** In order, without a function that is written behind the parentheses. */
    List<Expression> of(int call) {
        List<Expression> arguments = new ArrayList<>();
        for (int argument : nodes(list(call))) {
            boolean isWrapped = tree.type(argument).equals("argument")
                    || tree.type(argument).equals("value_argument");
            arguments.add(expressions.of(isWrapped ? expressions.lastNamed(argument) : argument));
        }
        return arguments;
    }

    /** What is written before each argument in parentheses. */
    List<String> labels(int call) {
        List<String> labels = new ArrayList<>();
        for (int argument : nodes(list(call))) {
            int label = tree.child(argument, "name");
            labels.add(label == NONE ? CallSite.NO_LABEL : tree.text(label));
        }
        return labels;
    }

    /** How many; -1 when nobody knows. */
    int count(int call) {
        int list = list(call);
        int behind = behind(call);
        if (list == NONE) {
            return behind > 0 ? behind : -1;
        }
        if (tree.type(list).equals("block") || tree.type(list).contains("lambda")) {
            // Scala: a block instead of parentheses.
            return 1;
        }
        List<Integer> nodes = nodes(list);
        for (int argument : nodes) {
            if (isSpread(argument)) {
                return -1;
            }
        }
        return nodes.size() + behind;
    }

    private List<Integer> nodes(int list) {
        List<Integer> nodes = new ArrayList<>();
        for (int child = list == NONE ? NONE : tree.firstChild(list); child != NONE; child = tree.nextSibling(child)) {
            if (tree.isNamed(child) && !tree.type(child).contains("comment")) {
                nodes.add(child);
            }
        }
        return nodes;
    }

    private boolean isSpread(int argument) {
        String type = tree.type(argument);
        return type.contains("spread")
                || type.contains("splat")
                || type.contains("expansion")
                || (type.equals("value_argument") && tree.text(argument).startsWith("*"))
                || tree.text(argument).endsWith("_*");
    }

    private int list(int call) {
        int list = tree.child(call, "arguments");
        int suffix = list == NONE ? suffix(call) : NONE;
        for (int child = suffix == NONE ? NONE : tree.firstChild(suffix);
                child != NONE;
                child = tree.nextSibling(child)) {
            list = tree.type(child).equals("value_arguments") ? child : list;
        }
        return list;
    }

    private int suffix(int call) {
        for (int child = tree.firstChild(call); child != NONE; child = tree.nextSibling(child)) {
            if (tree.type(child).equals("call_suffix")) {
                return child;
            }
        }
        return NONE;
    }

    /** How many functions are written behind the parentheses, as Kotlin and Swift have it. */
    private int behind(int call) {
        int count = lambdas(suffix(call));
        int parent = tree.parent(call);
        boolean isCalledOn = parent != NONE
                && tree.type(parent).equals("call_expression")
                && tree.firstChild(parent) == call
                && suffix(call) != NONE
                && suffix(parent) != NONE
                && list(parent) == NONE;
        return count + (isCalledOn ? lambdas(suffix(parent)) : 0);
    }

    private int lambdas(int suffix) {
        int count = 0;
        for (int child = suffix == NONE ? NONE : tree.firstChild(suffix);
                child != NONE;
                child = tree.nextSibling(child)) {
            count += tree.type(child).contains("lambda") ? 1 : 0;
        }
        return count;
    }
}
