package io.mnemolite.parsing.facts.general;

import static io.mnemolite.parsing.tree.SyntaxTree.NONE;

import io.mnemolite.core.code.facts.Binding;
import io.mnemolite.core.code.facts.Definition;
import io.mnemolite.core.code.facts.DefinitionKind;
import io.mnemolite.core.code.facts.Expression;
import io.mnemolite.core.code.facts.Import;
import io.mnemolite.core.code.facts.LinkedName;
import io.mnemolite.core.code.facts.Scope;
import io.mnemolite.parsing.tree.SyntaxTree;

/**
 * The files that C and C++ include, what {@code using} takes of namespaces, and functions that are declared without a body:
 * names for what the linker finds elsewhere.
 */
final class CImports implements ImportStatements {

    private static final int DEEPEST = 6;

    private final SyntaxTree tree;
    private final Expressions expressions;
    private final ImportDraft draft;

    CImports(SyntaxTree tree, Expressions expressions, ImportDraft draft) {
        this.tree = tree;
        this.expressions = expressions;
        this.draft = draft;
    }

    @Override
    public void at(int node) {
        switch (tree.type(node)) {
            case "preproc_include" -> included(node);
            case "using_declaration" -> used(node);
            case "namespace_alias_definition" ->
                draft.member(draft.dotted(expressions.lastNamed(node)), tree.text(tree.child(node, "name")), node);
            case "declaration" -> declared(node);
            default -> {}
        }
    }

    private void included(int node) {
        int path = tree.child(node, "path");
        if (path == NONE) {
            return;
        }
        switch (tree.type(path)) {
            case "string_literal" -> draft.add(Import.Kind.ON_DEMAND, draft.unquoted(path), "", "", node);
            // What is looked for in the folders of the system first keeps its bracket.
            case "system_lib_string" -> draft.add(Import.Kind.ON_DEMAND, "<" + draft.unquoted(path), "", "", node);
            default -> {}
        }
    }

    private void used(int node) {
        String path = draft.dotted(expressions.lastNamed(node));
        boolean isWhole = false;
        for (int child = tree.firstChild(node); child != NONE; child = tree.nextSibling(child)) {
            isWhole |= tree.type(child).equals("namespace");
        }
        Definition around = draft.facts().definition(draft.facts().definition());
        if (around.kind().isType()) {
            String[] parts = path.split("\\.", -1);
            if (parts.length > 1 && parts[parts.length - 1].equals(parts[parts.length - 2])) {
                draft.facts()
                        .bind(new Binding(
                                Binding.Kind.FIELD, LinkedName.CONSTRUCTORS, null, Expression.UNKNOWN, true, 0));
            }
            return;
        }
        if (isWhole) {
            draft.add(Import.Kind.STATIC_ON_DEMAND, path, "", "", node);
        } else if (path.contains(".")) {
            draft.member(path, "", node);
        }
    }

    private void declared(int node) {
        Definition around = draft.facts().definition(draft.facts().definition());
        boolean isOutside = around.kind() == DefinitionKind.MODULE
                && draft.facts().kindOf(draft.facts().scope()) != Scope.Kind.FUNCTION;
        if (!isOutside || isStatic(node)) {
            return;
        }
        for (int child = tree.firstChild(node); child != NONE; child = tree.nextSibling(child)) {
            int name = function(child);
            if (name != NONE) {
                String text = tree.text(name);
                Expression linked = new Expression.Name(LinkedName.function(qualified(text)));
                draft.facts().bind(new Binding(Binding.Kind.LOCAL, text, null, linked, false, 0));
            }
        }
    }

    /** The name of the function that a declarator declares; none when it declares something else. */
    private int function(int declarator) {
        int at = declarator;
        for (int i = 0; i < DEEPEST && at != NONE; i++) {
            switch (tree.type(at)) {
                case "pointer_declarator", "reference_declarator" -> {
                    int inner = tree.child(at, "declarator");
                    at = inner == NONE ? expressions.lastNamed(at) : inner;
                }
                case "function_declarator" -> {
                    int name = tree.child(at, "declarator");
                    return name != NONE && tree.type(name).equals("identifier") ? name : NONE;
                }
                default -> {
                    return NONE;
                }
            }
        }
        return NONE;
    }

    private boolean isStatic(int declaration) {
        for (int child = tree.firstChild(declaration); child != NONE; child = tree.nextSibling(child)) {
            if (tree.type(child).equals("storage_class_specifier")
                    && tree.text(child).equals("static")) {
                return true;
            }
        }
        return false;
    }

    /** The name with those of the namespaces around it. */
    private String qualified(String name) {
        String qualified = name;
        for (int at = draft.facts().definition();
                at > 0;
                at = draft.facts().definition(at).owner()) {
            qualified = draft.facts().definition(at).name() + "." + qualified;
        }
        return qualified;
    }
}
