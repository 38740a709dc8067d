package io.mnemolite.parsing.facts.general;

import static io.mnemolite.parsing.tree.SyntaxTree.NONE;

import io.mnemolite.core.code.facts.Import;
import io.mnemolite.parsing.tree.SyntaxTree;

/** The imports and exports of JavaScript and TypeScript, those of CommonJS included. */
final class ScriptImports implements ImportStatements {

    private final SyntaxTree tree;
    private final Expressions expressions;
    private final ImportDraft draft;

    ScriptImports(SyntaxTree tree, Expressions expressions, ImportDraft draft) {
        this.tree = tree;
        this.expressions = expressions;
        this.draft = draft;
    }

    @Override
    public void at(int node) {
        switch (tree.type(node)) {
            case "import_statement" -> {
                if (tree.child(node, "source") != NONE) {
                    imported(node);
                }
            }
            case "export_statement" -> exported(node);
            case "call_expression" -> required(node);
            case "assignment_expression" -> assigned(node);
            default -> {}
        }
    }

    private void imported(int node) {
        String target = draft.unquoted(tree.child(node, "source"));
        for (int clause = tree.firstChild(node); clause != NONE; clause = tree.nextSibling(clause)) {
            if (!tree.type(clause).equals("import_clause")) {
                continue;
            }
            for (int child = tree.firstChild(clause); child != NONE; child = tree.nextSibling(child)) {
                switch (tree.type(child)) {
                    case "identifier" -> draft.add(Import.Kind.DEFAULT, target, "default", tree.text(child), child);
                    case "namespace_import" ->
                        draft.add(Import.Kind.SINGLE, target, "", tree.text(expressions.lastNamed(child)), child);
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
                draft.add(actual, target, name, alias == NONE ? name : tree.text(alias), child);
            }
        }
    }

    private void exported(int node) {
        int source = tree.child(node, "source");
        String target = source == NONE ? "" : draft.unquoted(source);
        int value = tree.child(node, "value");
        if (value != NONE && tree.type(value).equals("identifier")) {
            draft.add(Import.Kind.RE_EXPORT, "", tree.text(value), "default", node);
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
            draft.add(Import.Kind.RE_EXPORT_ALL, target, "", "", node);
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
            draft.add(Import.Kind.SINGLE, target, "", "require(" + target + ")", node);
        } else if (tree.type(name).equals("identifier")) {
            draft.add(Import.Kind.SINGLE, target, "", tree.text(name), node);
        } else {
            taken(name, target);
        }
    }

    private void taken(int pattern, String target) {
        for (int child = tree.firstChild(pattern); child != NONE; child = tree.nextSibling(child)) {
            if (tree.type(child).equals("shorthand_property_identifier_pattern")) {
                draft.add(Import.Kind.NAMED, target, tree.text(child), tree.text(child), child);
            } else if (tree.type(child).equals("pair_pattern")) {
                int alias = tree.child(child, "value");
                if (alias != NONE && tree.type(alias).equals("identifier")) {
                    draft.add(Import.Kind.NAMED, target, tree.text(tree.child(child, "key")), tree.text(alias), child);
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
            draft.add(
                    Import.Kind.RE_EXPORT, "", tree.text(right), written.substring(written.lastIndexOf('.') + 1), node);
        }
    }

    private void whole(int value, int node) {
        String required = expressions.requiredModule(value);
        if (required != null) {
            draft.add(Import.Kind.RE_EXPORT, required, Import.WHOLE, Import.WHOLE, node);
            draft.add(Import.Kind.RE_EXPORT, required, "default", "default", node);
            draft.add(Import.Kind.RE_EXPORT_ALL, required, "", "", node);
        } else if (tree.type(value).equals("identifier")) {
            draft.add(Import.Kind.RE_EXPORT, "", tree.text(value), Import.WHOLE, node);
            draft.add(Import.Kind.RE_EXPORT, "", tree.text(value), "default", node);
        } else if (tree.type(value).equals("object")) {
            for (int pair = tree.firstChild(value); pair != NONE; pair = tree.nextSibling(pair)) {
                int named = tree.type(pair).equals("pair") ? tree.child(pair, "value") : NONE;
                if (named != NONE && tree.type(named).equals("identifier")) {
                    draft.add(Import.Kind.RE_EXPORT, "", tree.text(named), tree.text(tree.child(pair, "key")), pair);
                }
            }
        }
    }
}
