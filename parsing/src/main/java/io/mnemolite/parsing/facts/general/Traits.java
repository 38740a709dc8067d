package io.mnemolite.parsing.facts.general;

import static io.mnemolite.parsing.tree.SyntaxTree.NONE;

import io.mnemolite.core.code.facts.Definition.Trait;
import io.mnemolite.parsing.outline.Definition;
import io.mnemolite.parsing.query.Capture;
import io.mnemolite.parsing.tree.SyntaxTree;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What the text of a definition shows to be special about it. */
final class Traits {

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
                    case "get" -> traits.add(Trait.PROPERTY);
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

    /** JavaScript: whether it is what {@code require} yields. */
    boolean isWholeModule(Definition found) {
        int member = tree.parent(found.name());
        return tree.type(found.node()).equals("expression_statement")
                && tree.type(member).equals("member_expression")
                && tree.text(member).equals("module.exports");
    }
}
