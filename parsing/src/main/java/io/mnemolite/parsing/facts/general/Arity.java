package io.mnemolite.parsing.facts.general;

import static io.mnemolite.parsing.tree.SyntaxTree.NONE;

import io.mnemolite.core.code.Language;
import io.mnemolite.parsing.tree.SyntaxTree;

/** How many arguments a function takes, in languages where others of the same name take another number. */
record Arity(int minimum, int maximum) {

    /** Of a function that nothing else is told apart from by its arguments. */
    static final Arity ANY = new Arity(0, Integer.MAX_VALUE);

    private static final int DEEPEST = 6;

    /** @param node of a function or of a type with a constructor in its head */
    static Arity of(Language language, SyntaxTree tree, int node) {
        boolean hasOverloads = switch (language.name()) {
            case "kotlin", "csharp", "scala", "swift" -> true;
            default -> tree.grammar().name().equals("cpp");
        };
        int list = hasOverloads ? list(tree, node) : NONE;
        return list == NONE ? ANY : counted(tree, list);
    }

    private static int list(SyntaxTree tree, int node) {
        int at = node;
        for (int i = 0; i < DEEPEST && at != NONE; i++) {
            int list = tree.child(at, "parameters");
            if (list != NONE && !tree.type(list).startsWith("template")) {
                return list;
            }
            at = tree.child(at, "declarator");
        }
        if (tree.type(node).equals("init_declaration") || tree.type(node).contains("function_declaration")) {
            for (int child = tree.firstChild(node); child != NONE; child = tree.nextSibling(child)) {
                if (tree.type(child).equals("function_value_parameters")) {
                    return child;
                }
            }
            // Swift has them beside the name.
            return node;
        }
        for (int child = tree.firstChild(node); child != NONE; child = tree.nextSibling(child)) {
            switch (tree.type(child)) {
                case "function_value_parameters", "primary_constructor", "parameter_list" -> {
                    return child;
                }
                default -> {}
            }
        }
        return tree.child(node, "class_parameters");
    }

    private static Arity counted(SyntaxTree tree, int list) {
        int all = 0;
        int optional = 0;
        boolean isOpen = false;
        boolean isNextOpen = false;
        for (int child = tree.firstChild(list); child != NONE; child = tree.nextSibling(child)) {
            switch (tree.type(child)) {
                case "parameter",
                        "class_parameter",
                        "parameter_declaration",
                        "optional_parameter_declaration",
                        "variadic_parameter_declaration" -> {
                    if (tree.text(child).equals("void")) {
                        continue;
                    }
                    boolean takesMany = isNextOpen || takesMany(tree, child);
                    isOpen |= takesMany;
                    isNextOpen = false;
                    all++;
                    optional += takesMany || hasDefault(tree, child) ? 1 : 0;
                }
                // Some grammars keep what belongs to a parameter behind or before it.
                case "=" -> optional++;
                case "parameter_modifiers" -> isNextOpen = tree.text(child).contains("vararg");
                case "...", "params" -> isOpen = true;
                // Scala: nobody writes these.
                case "implicit", "using" -> {
                    return ANY;
                }
                default -> {}
            }
        }
        return new Arity(Math.max(0, all - optional), isOpen ? Integer.MAX_VALUE : all);
    }

    private static boolean takesMany(SyntaxTree tree, int parameter) {
        if (tree.type(parameter).startsWith("variadic")) {
            return true;
        }
        for (int child = tree.firstChild(parameter); child != NONE; child = tree.nextSibling(child)) {
            boolean isMany = tree.type(child).equals("...") || tree.type(child).equals("repeated_parameter_type");
            if (isMany
                    || (tree.type(child).equals("modifiers") && tree.text(child).contains("vararg"))) {
                return true;
            }
        }
        return false;
    }

    /** Whether it may be left out; C#: also one that stands before the dot. */
    private static boolean hasDefault(SyntaxTree tree, int parameter) {
        for (int child = tree.firstChild(parameter); child != NONE; child = tree.nextSibling(child)) {
            boolean isReceiver =
                    tree.type(child).equals("modifier") && tree.text(child).equals("this");
            if (tree.type(child).equals("=") || isReceiver) {
                return true;
            }
        }
        return false;
    }
}
