package io.mnemolite.parsing.facts.general;

import static io.mnemolite.parsing.tree.SyntaxTree.NONE;

import io.mnemolite.core.code.Language;
import io.mnemolite.core.code.facts.Binding;
import io.mnemolite.core.code.facts.Definition.Parameter;
import io.mnemolite.core.code.facts.Definition.Trait;
import io.mnemolite.core.code.facts.DefinitionKind;
import io.mnemolite.core.code.facts.Expression;
import io.mnemolite.core.code.facts.Scope;
import io.mnemolite.core.code.facts.TypeRef;
import io.mnemolite.parsing.facts.draft.FactDraft;
import io.mnemolite.parsing.outline.Definition;
import io.mnemolite.parsing.query.Capture;
import io.mnemolite.parsing.tree.SyntaxTree;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The definitions that a query found, as symbols. */
final class Definitions {

    private static final Set<String> CONSTRUCTORS = Set.of("__init__", "constructor", "initialize", "__construct");

    /** Methods of Python that take the type although nothing says so. */
    private static final Set<String> OF_TYPES = Set.of("__new__", "__init_subclass__", "__class_getitem__");

    /** Behind the name of a macro, which may be that of a function as well. */
    static final String RUST_MACRO = "!";

    private final Language language;
    private final boolean isPython;
    private final SyntaxTree tree;
    private final FactDraft draft;
    private final Bindings bindings;
    private final Supertypes supertypes;
    private final Traits traits;

    /** Names of JavaScript that are given something after their declaration, somewhere in the file. */
    private final Set<String> reassigned = new HashSet<>();

    private final Map<String, Integer> owners = new HashMap<>();

    Definitions(Language language, SyntaxTree tree, FactDraft draft, Bindings bindings) {
        this.language = language;
        this.isPython = language.name().equals("python");
        this.tree = tree;
        this.draft = draft;
        this.bindings = bindings;
        this.supertypes = new Supertypes(tree);
        this.traits = new Traits(tree);
        for (int node = 0; node < tree.size(); node++) {
            int left = tree.type(node).equals("assignment_expression") ? tree.child(node, "left") : NONE;
            if (left != NONE && tree.type(left).equals("identifier")) {
                reassigned.add(tree.text(left));
            }
        }
    }

    void enter(Definition found) {
        String name = tree.text(found.name());
        if (tree.type(found.name()).equals("simple_symbol")) {
            name = name.substring(1);
        }
        if (tree.type(found.node()).equals("macro_definition")) {
            name += RUST_MACRO;
        }
        int owner = draft.definition();
        int scope = draft.scope();
        if (found.owner() != NONE) {
            owner = ownerNamed(tree.text(found.owner()), found);
        } else if (name.contains("::")) {
            String around = name.substring(0, name.lastIndexOf("::"));
            owner = found.kind() == Capture.NAMESPACE ? namespaces(around, found) : ownerNamed(around, found);
            name = name.substring(name.lastIndexOf("::") + 2);
        }
        boolean isInType = draft.definition(owner).kind().isType();
        DefinitionKind kind =
                kind(found, name, isInType, draft.definition(owner).name());
        Set<Trait> traits = this.traits.of(found);
        if (draft.definition(owner).kind().isCallable()) {
            traits.add(Trait.LOCAL);
        }
        if (tree.type(found.node()).equals("lexical_declaration") && reassigned.contains(name)) {
            traits.add(Trait.REASSIGNED);
        }
        List<Parameter> parameters = parameters(found);
        boolean hasSelf = isPython && isInType && !traits.contains(Trait.STATIC) && !parameters.isEmpty();
        Arity arity = Arity.of(language, tree, found.node());
        String returns = returns(found.returns());
        TypeRef returned = WrittenTypes.of(returns);
        int index = draft.define(new io.mnemolite.core.code.facts.Definition(
                kind,
                name,
                qualified(owner, name),
                owner,
                scope,
                traits,
                List.of(),
                parameters,
                arity.minimum(),
                arity.maximum(),
                returned.equals(TypeRef.UNKNOWN) ? null : returned,
                kind.isType() ? supertypes.of(found.node()) : List.of(),
                tree.startLine(found.outer()),
                tree.endLine(found.node())));
        if (kind.isType()) {
            owners.putIfAbsent(name, index);
        }
        boolean isScopeOfType = kind.isType() || kind == DefinitionKind.MODULE;
        draft.open(found.node(), isScopeOfType ? Scope.Kind.TYPE : Scope.Kind.FUNCTION, index);
        for (int i = 0; i < parameters.size(); i++) {
            Parameter parameter = parameters.get(i);
            boolean isSelf = i == 0 && hasSelf;
            int pattern = found.parameters()[i];
            if (tree.type(pattern).equals("object_pattern")) {
                TypeRef type = parameter.type() == null ? TypeRef.UNKNOWN : parameter.type();
                bindings.patterns().bindAll(pattern, type, null, Binding.Kind.PARAMETER);
                continue;
            }
            draft.bind(new Binding(
                    Binding.Kind.PARAMETER,
                    tree.text(pattern),
                    parameter.type(),
                    isSelf ? self(name, traits) : null,
                    false,
                    0));
            if (kind == DefinitionKind.CONSTRUCTOR && isField(pattern)) {
                draft.bind(scope, new Binding(Binding.Kind.FIELD, parameter.name(), parameter.type(), null, false, 0));
            }
        }
        receiver(found);
        int extended = extended(found);
        if (extended != NONE) {
            draft.bind(new Binding(
                    Binding.Kind.PARAMETER,
                    "this",
                    Bindings.declared(WrittenTypes.of(tree.text(extended))),
                    null,
                    false,
                    0));
        }
    }

    /** Kotlin: the type before a function's name, to whose objects it is added. */
    private int extended(Definition found) {
        boolean isFunction =
                language.name().equals("kotlin") && tree.type(found.node()).equals("function_declaration");
        for (int child = isFunction ? tree.firstChild(found.node()) : NONE;
                child != NONE && child != found.name();
                child = tree.nextSibling(child)) {
            if (tree.type(child).equals("user_type") || tree.type(child).equals("nullable_type")) {
                return child;
            }
        }
        return NONE;
    }

    private String qualified(int owner, String name) {
        String around = draft.definition(owner).qualifiedName();
        // Go: the package in the topmost folder has no name of its own.
        return around.equals(".") ? name : around + "." + name;
    }

    /** What the first parameter of a method is. */
    private static Expression self(String name, Set<Trait> traits) {
        Expression self = new Expression.Self(null);
        boolean isType = traits.contains(Trait.CLASS_METHOD) || OF_TYPES.contains(name);
        return isType ? new Expression.Member(self, "__class__") : self;
    }

    /** TypeScript and PHP: whether a parameter of the constructor is a field at the same time. */
    private boolean isField(int pattern) {
        int parameter = tree.parent(pattern);
        for (int child = tree.firstChild(parameter); child != NONE; child = tree.nextSibling(child)) {
            switch (tree.type(child)) {
                case "accessibility_modifier",
                        "visibility_modifier",
                        "readonly_modifier",
                        "readonly",
                        "override_modifier" -> {
                    return true;
                }
                default -> {}
            }
        }
        return false;
    }

    /** Go: the name and type before a method's name. */
    private void receiver(Definition found) {
        int list = found.kind() == Capture.METHOD ? tree.child(found.node(), "receiver") : NONE;
        for (int child = list == NONE ? NONE : tree.firstChild(list); child != NONE; child = tree.nextSibling(child)) {
            int name = tree.isNamed(child) ? tree.child(child, "name") : NONE;
            if (name != NONE) {
                bindings.patterns()
                        .bindAll(name, bindings.type(tree.child(child, "type")), null, Binding.Kind.PARAMETER);
            }
        }
    }

    /** The type that a method belongs to which stands outside of it; one of another file gets a part in this one. */
    private int ownerNamed(String written, Definition found) {
        String name = written.replaceAll("[<\\[].*", "").strip().replace("::", ".");
        Integer known = owners.get(name.substring(name.lastIndexOf('.') + 1));
        if (known != null) {
            return known;
        }
        int around = draft.definition();
        int index = define(DefinitionKind.CLASS, name, around, EnumSet.of(Trait.IMPLICIT, Trait.PART), found);
        owners.put(name.substring(name.lastIndexOf('.') + 1), index);
        return index;
    }

    /** C++: the innermost of several namespaces that are declared at once. */
    private int namespaces(String written, Definition found) {
        int at = draft.definition();
        for (String name : written.split("::", -1)) {
            at = define(DefinitionKind.MODULE, name, at, EnumSet.of(Trait.IMPLICIT), found);
        }
        return at;
    }

    private int define(DefinitionKind kind, String name, int owner, Set<Trait> traits, Definition found) {
        return draft.define(new io.mnemolite.core.code.facts.Definition(
                kind,
                name.substring(name.lastIndexOf('.') + 1),
                qualified(owner, name),
                owner,
                draft.scope(),
                traits,
                List.of(),
                List.of(),
                0,
                0,
                null,
                List.of(),
                tree.startLine(found.node()),
                tree.startLine(found.node())));
    }

    private DefinitionKind kind(Definition found, String name, boolean isInType, String owner) {
        boolean isCpp = tree.grammar().name().equals("cpp");
        String type = tree.type(found.node());
        return switch (found.kind()) {
            case NAMESPACE -> DefinitionKind.MODULE;
            case CLASS -> {
                int written = tree.child(found.node(), "type");
                boolean isInterface = type.contains("interface")
                        || (type.equals("type_spec") && tree.type(written).equals("interface_type"))
                        || type.contains("trait")
                        || type.contains("protocol")
                        || type.equals("type_alias_declaration")
                        || type.equals("property_signature");
                yield isInterface
                        ? DefinitionKind.INTERFACE
                        : type.contains("enum")
                                ? DefinitionKind.ENUM
                                : type.contains("record") ? DefinitionKind.RECORD : DefinitionKind.CLASS;
            }
            default ->
                !isInType && found.kind() != Capture.METHOD && !isOfObject(found) && extended(found) == NONE
                        ? DefinitionKind.FUNCTION
                        : CONSTRUCTORS.contains(name)
                                        || type.contains("constructor")
                                        || type.equals("init_declaration")
                                        || (isCpp && name.equals(owner))
                                ? DefinitionKind.CONSTRUCTOR
                                : DefinitionKind.METHOD;
        };
    }

    /** JavaScript: a function that is a member of an object, so that its bare name means nothing. */
    private boolean isOfObject(Definition found) {
        if (tree.type(found.node()).equals("method_definition")) {
            return true;
        }
        int member = tree.parent(found.name());
        if (!tree.type(found.node()).equals("expression_statement")
                || !tree.type(member).equals("member_expression")) {
            return false;
        }
        int object = tree.child(member, "object");
        return !traits.isWholeModule(found)
                && (object == NONE
                        || !(tree.text(object).equals("exports")
                                || tree.text(object).equals("module.exports")));
    }

    /** The type that is returned; in Go the first of several, which are written as parameters. */
    private String returns(int node) {
        for (int child = node == NONE ? NONE : tree.firstChild(node); child != NONE; child = tree.nextSibling(child)) {
            if (tree.type(child).equals("parameter_declaration")) {
                return tree.text(tree.child(child, "type"));
            }
        }
        return node == NONE ? "" : tree.text(node);
    }

    /** The type of a parameter, which some grammars give no name. */
    private int typed(int parameter) {
        int type = tree.child(parameter, "type");
        boolean isUnnamed =
                tree.type(parameter).equals("parameter") || tree.type(parameter).equals("class_parameter");
        for (int child = tree.firstChild(parameter);
                type == NONE && isUnnamed && child != NONE;
                child = tree.nextSibling(child)) {
            boolean isType = switch (tree.type(child)) {
                case "user_type", "nullable_type", "optional_type" -> true;
                default -> false;
            };
            type = isType ? child : type;
        }
        return type;
    }

    private List<Parameter> parameters(Definition found) {
        List<Parameter> parameters = new ArrayList<>();
        for (int parameter : found.parameters()) {
            TypeRef type = TypeRef.UNKNOWN;
            int at = parameter;
            for (int i = 0; i < 2 && type.equals(TypeRef.UNKNOWN) && tree.parent(at) > found.node(); i++) {
                at = tree.parent(at);
                type = bindings.type(typed(at));
            }
            int label = tree.child(tree.parent(parameter), "external_name");
            String name = tree.text(label == NONE ? parameter : label).replace("$", "");
            parameters.add(new Parameter(name, Bindings.declared(type)));
        }
        return parameters;
    }
}
