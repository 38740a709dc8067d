package io.mnemolite.parsing.facts.general;

import static io.mnemolite.parsing.tree.SyntaxTree.NONE;

import io.mnemolite.core.code.facts.Definition.Trait;
import io.mnemolite.parsing.outline.Definition;
import io.mnemolite.parsing.query.Capture;
import io.mnemolite.parsing.tree.SyntaxTree;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** What the text of a definition shows to be special about it. */
final class Traits {

    private static final Pattern WORD_ABSTRACT = Pattern.compile("\\babstract\\b");

    private final SyntaxTree tree;

    Traits(SyntaxTree tree) {
        this.tree = tree;
    }

    Set<Trait> of(Definition found) {
        Set<Trait> traits = EnumSet.noneOf(Trait.class);
        if (tree.type(found.node()).equals("method_elem")) {
            traits.add(Trait.ABSTRACT);
        }
        if (isWholeModule(found)) {
            traits.add(Trait.DEFAULT_EXPORT);
        }
        if (tree.type(found.node()).equals("property_signature") && found.kind() == Capture.CLASS) {
            traits.add(Trait.ANONYMOUS);
        }
        if (isPart(found)) {
            traits.add(Trait.PART);
        }
        if (isOfType(found.node())) {
            traits.add(Trait.STATIC);
        }
        if (tree.grammar().name().equals("cpp") && isWithinNameless(found.node())) {
            traits.add(Trait.PRIVATE);
        }
        for (int decorator : found.decorators()) {
            String text = tree.text(decorator);
            if (text.startsWith("@staticmethod")) {
                traits.add(Trait.STATIC);
            } else if (text.startsWith("@classmethod")) {
                traits.add(Trait.CLASS_METHOD);
            } else if (text.startsWith("@property")
                    || text.startsWith("@cached_property")
                    || text.endsWith(".cached_property")) {
                traits.add(Trait.PROPERTY);
            }
        }
        for (int node : List.of(found.node(), found.outer())) {
            for (int child = tree.firstChild(node); child != NONE; child = tree.nextSibling(child)) {
                switch (tree.type(child)) {
                    case "static" -> traits.add(Trait.STATIC);
                    case "async" -> traits.add(Trait.ASYNC);
                    case "abstract" -> traits.add(Trait.ABSTRACT);
                    case "modifier", "static_modifier" -> {
                        if (tree.text(child).equals("static")) {
                            traits.add(Trait.STATIC);
                        }
                    }
                    case "get" -> traits.add(Trait.PROPERTY);
                    case "storage_class_specifier" -> {
                        if (tree.text(child).equals("static")) {
                            traits.add(Trait.STATIC);
                        }
                    }
                    case "modifiers" -> {
                        if (isPrivate(child)) {
                            traits.add(Trait.PRIVATE);
                        }
                        if (WORD_ABSTRACT.matcher(tree.text(child)).find()) {
                            traits.add(Trait.ABSTRACT);
                        }
                    }
                    case "default" -> {
                        if (tree.type(node).equals("export_statement")) {
                            traits.add(Trait.DEFAULT_EXPORT);
                        }
                    }
                    default -> {}
                }
            }
        }
        return traits;
    }

    /** Scala: whether it is the only object of its kind; Ruby: whether it is a method of the type itself. */
    private boolean isOfType(int node) {
        int around = tree.parent(node) == NONE ? NONE : tree.parent(tree.parent(node));
        return tree.type(node).equals("object_definition")
                || tree.type(node).equals("singleton_method")
                || (around != NONE && tree.type(around).equals("singleton_class"));
    }

    /** Whether it is one of several parts of a type, none of which is all of it. */
    private boolean isPart(Definition found) {
        if (found.kind() != Capture.CLASS) {
            return false;
        }
        int kind = tree.child(found.node(), "declaration_kind");
        if (tree.type(found.node()).equals("impl_item")
                || (kind != NONE && tree.type(kind).equals("extension"))) {
            return true;
        }
        for (int child = tree.firstChild(found.node()); child != NONE; child = tree.nextSibling(child)) {
            if (tree.type(child).equals("modifier") && tree.text(child).equals("partial")) {
                return true;
            }
        }
        return false;
    }

    /** Kotlin and Swift: whether other files do not see it. */
    private boolean isPrivate(int modifiers) {
        for (int child = tree.firstChild(modifiers); child != NONE; child = tree.nextSibling(child)) {
            if (tree.type(child).equals("visibility_modifier")
                    && (tree.text(child).equals("private") || tree.text(child).equals("fileprivate"))) {
                return true;
            }
        }
        return false;
    }

    /** C++: whether it is in a namespace without a name, which other files do not see. */
    private boolean isWithinNameless(int node) {
        for (int at = tree.parent(node); at != NONE; at = tree.parent(at)) {
            if (tree.type(at).equals("namespace_definition") && tree.child(at, "name") == NONE) {
                return true;
            }
        }
        return false;
    }

    /** JavaScript: whether it is what {@code require} yields. */
    boolean isWholeModule(Definition found) {
        int member = tree.parent(found.name());
        return tree.type(found.node()).equals("expression_statement")
                && tree.type(member).equals("member_expression")
                && tree.text(member).equals("module.exports");
    }
}
