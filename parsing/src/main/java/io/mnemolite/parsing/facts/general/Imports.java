package io.mnemolite.parsing.facts.general;

import static io.mnemolite.parsing.tree.SyntaxTree.NONE;

import io.mnemolite.core.code.facts.Import;
import io.mnemolite.parsing.facts.draft.FactDraft;
import io.mnemolite.parsing.tree.SyntaxTree;

/** The imports of Python, JavaScript and TypeScript, and Go. */
final class Imports {

    private final SyntaxTree tree;
    private final FactDraft draft;
    private final Expressions expressions;

    Imports(SyntaxTree tree, FactDraft draft, Expressions expressions) {
        this.tree = tree;
        this.draft = draft;
        this.expressions = expressions;
    }

    /** Takes the imports that this node is, if it is any. */
    void at(int node) {
        switch (tree.type(node)) {
            case "import_from_statement" -> python(node);
            case "import_statement" -> {
                if (tree.child(node, "source") == NONE) {
                    pythonModules(node);
                } else {
                    script(node);
                }
            }
            case "export_statement" -> exported(node);
            case "import_spec" -> go(node);
            case "call_expression" -> required(node);
            case "assignment_expression" -> assigned(node);
            default -> {}
        }
    }

    private void add(Import.Kind kind, String target, String name, String alias, int node) {
        draft.add(new Import(kind, target, name, alias, draft.scope(), tree.startLine(node)));
    }

    private void pythonModules(int node) {
        for (int child = tree.firstChild(node); child != NONE; child = tree.nextSibling(child)) {
            if (tree.type(child).equals("aliased_import")) {
                String target = tree.text(tree.child(child, "name"));
                add(Import.Kind.SINGLE, target, "", tree.text(tree.child(child, "alias")), child);
            } else if (tree.type(child).equals("dotted_name")) {
                String first = tree.text(expressions.firstNamed(child));
                add(Import.Kind.SINGLE, first, "", first, child);
            }
        }
    }

    private void python(int node) {
        int module = tree.child(node, "module_name");
        if (module == NONE) {
            return;
        }
        String target = tree.text(module).replaceAll("\\s", "");
        for (int child = tree.nextSibling(module); child != NONE; child = tree.nextSibling(child)) {
            switch (tree.type(child)) {
                case "dotted_name" -> add(Import.Kind.NAMED, target, tree.text(child), tree.text(child), child);
                case "aliased_import" ->
                    add(
                            Import.Kind.NAMED,
                            target,
                            tree.text(tree.child(child, "name")),
                            tree.text(tree.child(child, "alias")),
                            child);
                case "wildcard_import" -> add(Import.Kind.ON_DEMAND, target, "", "", child);
                default -> {}
            }
        }
    }

    private void script(int node) {
        String target = unquoted(tree.child(node, "source"));
        for (int clause = tree.firstChild(node); clause != NONE; clause = tree.nextSibling(clause)) {
            if (!tree.type(clause).equals("import_clause")) {
                continue;
            }
            for (int child = tree.firstChild(clause); child != NONE; child = tree.nextSibling(child)) {
                switch (tree.type(child)) {
                    case "identifier" -> add(Import.Kind.DEFAULT, target, "default", tree.text(child), child);
                    case "namespace_import" ->
                        add(Import.Kind.SINGLE, target, "", tree.text(expressions.lastNamed(child)), child);
                    case "named_imports" -> specifiers(child, "import_specifier", Import.Kind.NAMED, target);
                    default -> {}
                }
            }
        }
    }

    private void specifiers(int list, String type, Import.Kind kind, String target) {
        for (int child = tree.firstChild(list); child != NONE; child = tree.nextSibling(child)) {
            if (tree.type(child).equals(type)) {
                String name = tree.text(tree.child(child, "name"));
                int alias = tree.child(child, "alias");
                Import.Kind actual = kind == Import.Kind.NAMED && name.equals("default") ? Import.Kind.DEFAULT : kind;
                add(actual, target, name, alias == NONE ? name : tree.text(alias), child);
            }
        }
    }

    private void exported(int node) {
        int source = tree.child(node, "source");
        String target = source == NONE ? "" : unquoted(source);
        int value = tree.child(node, "value");
        if (value != NONE && tree.type(value).equals("identifier")) {
            add(Import.Kind.RE_EXPORT, "", tree.text(value), "default", node);
        }
        boolean isAll = false;
        for (int child = tree.firstChild(node); child != NONE; child = tree.nextSibling(child)) {
            switch (tree.type(child)) {
                case "*" -> isAll = true;
                case "export_clause" -> specifiers(child, "export_specifier", Import.Kind.RE_EXPORT, target);
                default -> {}
            }
        }
        if (isAll && source != NONE) {
            add(Import.Kind.RE_EXPORT_ALL, target, "", "", node);
        }
    }

    /** A module that is required, under the names that a declaration gives to it or to what it offers. */
    private void required(int node) {
        String target = expressions.requiredModule(node);
        if (target == null) {
            return;
        }
        int declarator = tree.parent(node);
        int name = tree.type(declarator).equals("variable_declarator") ? tree.child(declarator, "name") : NONE;
        if (name == NONE) {
            add(Import.Kind.SINGLE, target, "", "require(" + target + ")", node);
        } else if (tree.type(name).equals("identifier")) {
            add(Import.Kind.SINGLE, target, "", tree.text(name), node);
        } else {
            taken(name, target);
        }
    }

    private void taken(int pattern, String target) {
        for (int child = tree.firstChild(pattern); child != NONE; child = tree.nextSibling(child)) {
            if (tree.type(child).equals("shorthand_property_identifier_pattern")) {
                add(Import.Kind.NAMED, target, tree.text(child), tree.text(child), child);
            } else if (tree.type(child).equals("pair_pattern")) {
                int alias = tree.child(child, "value");
                if (alias != NONE && tree.type(alias).equals("identifier")) {
                    add(Import.Kind.NAMED, target, tree.text(tree.child(child, "key")), tree.text(alias), child);
                }
            }
        }
    }

    /** What {@code module.exports = …} and {@code exports.name = …} offer under another name than their own. */
    private void assigned(int node) {
        int left = tree.child(node, "left");
        int right = tree.child(node, "right");
        if (left == NONE || right == NONE || !tree.type(left).equals("member_expression")) {
            return;
        }
        String written = tree.text(left);
        if (written.equals("module.exports")) {
            whole(right, node);
        } else if (tree.type(right).equals("identifier")
                && (written.startsWith("exports.") || written.startsWith("module.exports."))) {
            add(Import.Kind.RE_EXPORT, "", tree.text(right), written.substring(written.lastIndexOf('.') + 1), node);
        }
    }

    private void whole(int value, int node) {
        String required = expressions.requiredModule(value);
        if (required != null) {
            add(Import.Kind.RE_EXPORT, required, Import.WHOLE, Import.WHOLE, node);
            add(Import.Kind.RE_EXPORT, required, "default", "default", node);
            add(Import.Kind.RE_EXPORT_ALL, required, "", "", node);
        } else if (tree.type(value).equals("identifier")) {
            add(Import.Kind.RE_EXPORT, "", tree.text(value), Import.WHOLE, node);
            add(Import.Kind.RE_EXPORT, "", tree.text(value), "default", node);
        } else if (tree.type(value).equals("object")) {
            for (int pair = tree.firstChild(value); pair != NONE; pair = tree.nextSibling(pair)) {
                int named = tree.type(pair).equals("pair") ? tree.child(pair, "value") : NONE;
                if (named != NONE && tree.type(named).equals("identifier")) {
                    add(Import.Kind.RE_EXPORT, "", tree.text(named), tree.text(tree.child(pair, "key")), pair);
                }
            }
        }
    }

    private void go(int node) {
        int path = tree.child(node, "path");
        if (path == NONE) {
            return;
        }
        String target = unquoted(path);
        int name = tree.child(node, "name");
        String alias = name == NONE ? lastName(target) : tree.text(name);
        add(alias.equals(".") ? Import.Kind.ON_DEMAND : Import.Kind.SINGLE, target, "", alias, node);
    }

    /** A package is mostly named as its folder, a major version left out. */
    private static String lastName(String path) {
        String[] parts = path.split("/", -1);
        int last = parts.length - 1;
        return last > 0 && parts[last].matches("v\\d+")
                ? parts[last - 1]
                : parts[last].replaceAll("^go-|\\.v\\d+$", "");
    }

    private String unquoted(int node) {
        String text = tree.text(node);
        return text.length() < 2 ? "" : text.substring(1, text.length() - 1);
    }
}
