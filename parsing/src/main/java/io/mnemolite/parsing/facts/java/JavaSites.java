package io.mnemolite.parsing.facts.java;

import static io.mnemolite.parsing.tree.SyntaxTree.NONE;

import io.mnemolite.core.code.facts.CallSite;
import io.mnemolite.core.code.facts.Expression;
import io.mnemolite.core.code.facts.TypeRef;
import io.mnemolite.parsing.facts.draft.FactDraft;
import io.mnemolite.parsing.tree.SyntaxTree;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The call sites of a Java file. */
final class JavaSites {

    static final String CONSTRUCTOR = "<init>";

    private final SyntaxTree tree;
    private final FactDraft draft;
    private final JavaTypes types;
    private final JavaExpressions expressions;

    JavaSites(SyntaxTree tree, FactDraft draft, JavaTypes types, JavaExpressions expressions) {
        this.tree = tree;
        this.draft = draft;
        this.types = types;
        this.expressions = expressions;
    }

    void call(int node) {
        int name = tree.child(node, "name");
        if (name == NONE) {
            return;
        }
        int object = tree.child(node, "object");
        boolean isSuper = false;
        for (int child = tree.firstChild(node); child != NONE && child < name; child = tree.nextSibling(child)) {
            isSuper |= child != object && tree.type(child).equals("super");
        }
        Expression receiver = null;
        if (isSuper) {
            receiver = new Expression.Parent(object == NONE ? null : tree.text(object));
        } else if (object != NONE) {
            receiver = expressions.of(object);
        }
        List<Expression> arguments = expressions.arguments(tree.child(node, "arguments"));
        add(node, CallSite.Form.CALL, tree.text(name), receiver, null, arguments, name);
    }

    void creation(int node) {
        int type = tree.child(node, "type");
        if (type == NONE) {
            return;
        }
        int first = expressions.firstExpression(node);
        // In outer.new Inner() the type is looked up among the members of the outer object.
        Expression receiver = first != NONE
                        && first < type
                        && tree.type(tree.nextSibling(first)).equals(".")
                ? expressions.of(first)
                : null;
        List<Expression> arguments = expressions.arguments(tree.child(node, "arguments"));
        add(node, CallSite.Form.NEW, CONSTRUCTOR, receiver, types.of(type), arguments, type);
    }

    void constructor(int node) {
        int which = tree.child(node, "constructor");
        if (which == NONE) {
            return;
        }
        CallSite.Form form = tree.type(which).equals("super") ? CallSite.Form.SUPER : CallSite.Form.THIS;
        List<Expression> arguments = expressions.arguments(tree.child(node, "arguments"));
        add(node, form, CONSTRUCTOR, null, null, arguments, which);
    }

    void reference(int node) {
        int before = expressions.firstExpression(node);
        int last = NONE;
        for (int child = tree.firstChild(node); child != NONE; child = tree.nextSibling(child)) {
            last = child;
            if (before == NONE || child < before) {
                before = tree.type(child).equals("super") ? child : before;
            }
        }
        if (before == NONE || last == NONE || last == before) {
            return;
        }
        if (tree.type(last).equals("new")) {
            TypeRef type = types.of(before);
            add(node, CallSite.Form.METHOD_REFERENCE, CONSTRUCTOR, null, type, null, last);
        } else {
            Expression receiver = expressions.of(before);
            add(node, CallSite.Form.METHOD_REFERENCE, tree.text(last), receiver, null, null, last);
        }
    }

    /** An enum's constant calls its constructor. */
    void constant(int node) {
        int name = tree.child(node, "name");
        if (name == NONE) {
            return;
        }
        String type = draft.definition(draft.definition()).name();
        List<Expression> arguments = expressions.arguments(tree.child(node, "arguments"));
        add(node, CallSite.Form.NEW, CONSTRUCTOR, null, TypeRef.of(type), arguments, name);
    }

    private void add(
            int node,
            CallSite.Form form,
            String name,
            @Nullable Expression receiver,
            @Nullable TypeRef type,
            @Nullable List<Expression> arguments,
            int nameNode) {
        draft.site(
                node,
                new CallSite(
                        form,
                        name,
                        receiver,
                        type,
                        arguments == null ? -1 : arguments.size(),
                        arguments == null ? List.of() : arguments,
                        draft.scope(),
                        draft.definition(),
                        tree.startLine(nameNode),
                        tree.startColumn(nameNode),
                        tree.startByte(nameNode)));
    }
}
