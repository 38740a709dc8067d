package io.mnemolite.parsing.facts.general;

import static io.mnemolite.parsing.tree.SyntaxTree.NONE;

import io.mnemolite.core.code.facts.TypeRef;
import io.mnemolite.parsing.tree.SyntaxTree;
import java.util.ArrayList;
import java.util.List;

/** The supertypes that the head of a type names, or the types that an alias stands for. */
final class Supertypes {

    private final SyntaxTree tree;

    Supertypes(SyntaxTree tree) {
        this.tree = tree;
    }

    /** In the order in which members are looked up. */
    List<TypeRef> of(int node) {
        List<TypeRef> supertypes = new ArrayList<>();
        if (tree.type(node).equals("type_alias_declaration")) {
            int value = tree.child(node, "value");
            if (value != NONE && tree.type(value).equals("intersection_type")) {
                intersected(value, supertypes);
            } else if (value != NONE) {
                type(value, supertypes);
            }
            return supertypes;
        }
        int written = tree.type(node).equals("type_spec") ? tree.child(node, "type") : NONE;
        if (written != NONE) {
            embedded(written, supertypes);
            return supertypes;
        }
        int implemented = tree.type(node).equals("impl_item") ? tree.child(node, "trait") : NONE;
        if (implemented != NONE) {
            supertypes.add(WrittenTypes.of(tree.text(implemented).replace("::", ".")));
            return supertypes;
        }
        required(node, supertypes);
        mixedIn(node, supertypes);
        for (int child = tree.firstChild(node); child != NONE; child = tree.nextSibling(child)) {
            switch (tree.type(child)) {
                case "argument_list",
                        "class_heritage",
                        "extends_clause",
                        "implements_clause",
                        "extends_type_clause",
                        "base_list",
                        "base_class_clause",
                        "superclass",
                        "inheritance_specifier",
                        "base_clause",
                        "delegation_specifiers",
                        "delegation_specifier",
                        "class_interface_clause" -> named(child, supertypes);
                default -> {}
            }
        }
        return supertypes;
    }

    /** Scala: what whoever is of this type has to be as well, whose members it sees although it inherits none. */
    private void required(int node, List<TypeRef> supertypes) {
        int body = tree.child(node, "body");
        int self = body == NONE ? NONE : tree.firstChild(body);
        while (self != NONE && !tree.type(self).equals("self_type")) {
            self = tree.nextSibling(self);
        }
        for (int child = self == NONE ? NONE : tree.firstChild(self); child != NONE; child = tree.nextSibling(child)) {
            List<TypeRef> types = new ArrayList<>();
            if (tree.type(child).equals("compound_type")) {
                for (int part = tree.firstChild(child); part != NONE; part = tree.nextSibling(part)) {
                    type(part, types);
                }
            } else {
                type(child, types);
            }
            types.forEach(type -> supertypes.add(TypeRef.required(type)));
        }
    }

    /** What the body of a type takes the members of: traits of PHP, modules of Ruby. */
    private void mixedIn(int node, List<TypeRef> supertypes) {
        int body = tree.child(node, "body");
        for (int child = body == NONE ? NONE : tree.firstChild(body); child != NONE; child = tree.nextSibling(child)) {
            if (tree.type(child).equals("use_declaration")) {
                named(child, supertypes);
            } else if (tree.type(child).equals("call") && tree.child(child, "receiver") == NONE) {
                String method = tree.text(tree.child(child, "method"));
                int arguments = tree.child(child, "arguments");
                boolean isMixin = method.equals("include") || method.equals("prepend") || method.equals("extend");
                if (isMixin && arguments != NONE) {
                    named(arguments, supertypes);
                }
            }
        }
    }

    /** Go: the types that a struct or an interface embeds, whose members are its own. */
    private void embedded(int node, List<TypeRef> supertypes) {
        for (int list = tree.firstChild(node); list != NONE; list = tree.nextSibling(list)) {
            if (tree.type(list).equals("type_elem")) {
                int only = tree.firstChild(list);
                if (tree.nextSibling(only) == NONE && tree.isNamed(only)) {
                    supertypes.add(WrittenTypes.of(tree.text(only)));
                }
            }
            boolean isStruct = tree.type(list).equals("field_declaration_list");
            for (int field = isStruct ? tree.firstChild(list) : NONE; field != NONE; field = tree.nextSibling(field)) {
                int type = tree.type(field).equals("field_declaration") ? tree.child(field, "type") : NONE;
                if (type != NONE && tree.child(field, "name") == NONE) {
                    supertypes.add(WrittenTypes.of(tree.text(type)));
                }
            }
        }
    }

    private void intersected(int node, List<TypeRef> supertypes) {
        for (int child = tree.firstChild(node); child != NONE; child = tree.nextSibling(child)) {
            if (tree.type(child).equals("intersection_type")) {
                intersected(child, supertypes);
            } else {
                type(child, supertypes);
            }
        }
    }

    private void type(int node, List<TypeRef> supertypes) {
        switch (tree.type(node)) {
            case "type_identifier", "generic_type", "nested_type_identifier" ->
                supertypes.add(WrittenTypes.of(tree.text(node)));
            default -> {}
        }
    }

    private void named(int list, List<TypeRef> supertypes) {
        for (int child = tree.firstChild(list); child != NONE; child = tree.nextSibling(child)) {
            switch (tree.type(child)) {
                case "extends_clause", "implements_clause", "delegation_specifier", "constructor_invocation" ->
                    named(child, supertypes);
                case "identifier",
                        "attribute",
                        "member_expression",
                        "type_identifier",
                        "nested_type_identifier",
                        "generic_type",
                        "user_type",
                        "subscript",
                        "constant",
                        "scope_resolution",
                        "qualified_identifier",
                        "template_type",
                        "generic_name",
                        "stable_type_identifier",
                        "name",
                        "qualified_name" -> supertypes.add(WrittenTypes.of(tree.text(child)));
                default -> {}
            }
        }
    }
}
