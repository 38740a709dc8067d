package io.mnemolite.parsing.facts.java;

import static io.mnemolite.parsing.tree.SyntaxTree.NONE;

import io.mnemolite.core.code.facts.Binding;
import io.mnemolite.core.code.facts.Definition;
import io.mnemolite.core.code.facts.Definition.Parameter;
import io.mnemolite.core.code.facts.Definition.Trait;
import io.mnemolite.core.code.facts.DefinitionKind;
import io.mnemolite.core.code.facts.Scope;
import io.mnemolite.core.code.facts.TypeRef;
import io.mnemolite.parsing.facts.draft.FactDraft;
import io.mnemolite.parsing.tree.SyntaxTree;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The definitions of a Java file, those included that the language adds to a type. */
final class JavaDefinitions {

    private static final TypeRef OBJECT = TypeRef.of("java.lang.Object");

    private final SyntaxTree tree;
    private final FactDraft draft;
    private final JavaTypes types;
    private final Map<Integer, Integer> anonymousIn = new HashMap<>();
    private String packageName = "";

    JavaDefinitions(SyntaxTree tree, FactDraft draft, JavaTypes types) {
        this.tree = tree;
        this.draft = draft;
        this.types = types;
    }

    void packageName(String name) {
        packageName = name;
    }

    static String withoutSpace(String text) {
        return text.indexOf(' ') < 0 && text.indexOf('\n') < 0 ? text : text.replaceAll("\\s", "");
    }

    void type(int node) {
        int name = tree.child(node, "name");
        DefinitionKind kind = switch (tree.type(node)) {
            case "interface_declaration" -> DefinitionKind.INTERFACE;
            case "enum_declaration" -> DefinitionKind.ENUM;
            case "record_declaration" -> DefinitionKind.RECORD;
            case "annotation_type_declaration" -> DefinitionKind.ANNOTATION;
            default -> DefinitionKind.CLASS;
        };
        Set<Trait> traits = traits(node);
        DefinitionKind around = draft.definition(draft.definition()).kind();
        boolean isNested = around.isType();
        if (kind != DefinitionKind.CLASS || around == DefinitionKind.INTERFACE || around == DefinitionKind.ANNOTATION) {
            traits.add(Trait.STATIC);
        }
        if (!isNested && around != DefinitionKind.MODULE) {
            traits.add(Trait.LOCAL);
        }
        List<TypeRef> supertypes = new ArrayList<>();
        supertypes.addAll(types.listed(tree.child(node, "superclass")));
        supertypes.addAll(types.listed(tree.child(node, "interfaces")));
        supertypes.addAll(types.listed(tree.childOfKind(node, tree.grammar().kind("extends_interfaces"))));
        String simple = name == NONE ? "" : tree.text(name);
        if (kind == DefinitionKind.ENUM) {
            supertypes.addFirst(new TypeRef("java.lang.Enum", List.of(TypeRef.of(simple))));
        } else if (kind == DefinitionKind.RECORD) {
            supertypes.addFirst(TypeRef.of("java.lang.Record"));
        }
        List<Definition.TypeParameter> parameters = types.parameters(tree.child(node, "type_parameters"));
        int index = draft.define(definition(kind, simple, traits, parameters, List.of(), null, supertypes, node));
        draft.open(node, Scope.Kind.TYPE, index);
        added(node, kind, simple);
    }

    /** Definitions that the language adds: an enum's static methods, a record's accessors, the constructor of no text. */
    private void added(int node, DefinitionKind kind, String name) {
        int body = tree.child(node, "body");
        Set<String> methods = methodsWithoutParameters(body);
        if (kind == DefinitionKind.ENUM) {
            TypeRef self = TypeRef.of(name);
            implicit(node, "values", List.of(), TypeRef.arrayOf(self), true);
            implicit(node, "valueOf", List.of(new Parameter("name", TypeRef.of("java.lang.String"))), self, true);
        }
        List<Parameter> components = List.of();
        if (kind == DefinitionKind.RECORD) {
            components = parameters(tree.child(node, "parameters"));
            for (Parameter component : components) {
                draft.bind(new Binding(Binding.Kind.FIELD, component.name(), component.type(), null, false, 0));
                if (!methods.contains(component.name())) {
                    implicit(node, component.name(), List.of(), component.type(), false);
                }
            }
        }
        boolean hasConstructor = kind == DefinitionKind.RECORD
                ? hasCanonical(body, components)
                : methods.contains(JavaSites.CONSTRUCTOR);
        if (!hasConstructor && kind != DefinitionKind.INTERFACE && kind != DefinitionKind.ANNOTATION) {
            Set<Trait> traits = EnumSet.of(Trait.IMPLICIT);
            if (kind == DefinitionKind.RECORD && isVarargs(tree.child(node, "parameters"))) {
                traits.add(Trait.VARARGS);
            }
            draft.define(definition(
                    DefinitionKind.CONSTRUCTOR,
                    JavaSites.CONSTRUCTOR,
                    traits,
                    List.of(),
                    components,
                    null,
                    List.of(),
                    node));
        }
    }

    private void implicit(
            int node, String name, List<Parameter> parameters, @Nullable TypeRef returns, boolean isStatic) {
        Set<Trait> traits = EnumSet.of(Trait.IMPLICIT);
        if (isStatic) {
            traits.add(Trait.STATIC);
        }
        draft.define(definition(DefinitionKind.METHOD, name, traits, List.of(), parameters, returns, List.of(), node));
    }

    /** Names of the methods that take nothing, and {@code <init>} when there is any constructor. */
    private Set<String> methodsWithoutParameters(int body) {
        Set<String> names = new HashSet<>();
        for (int member = body == NONE ? NONE : tree.firstChild(body);
                member != NONE;
                member = tree.nextSibling(member)) {
            switch (tree.type(member)) {
                case "method_declaration" -> {
                    int name = tree.child(member, "name");
                    if (name != NONE
                            && parameters(tree.child(member, "parameters")).isEmpty()) {
                        names.add(tree.text(name));
                    }
                }
                case "constructor_declaration", "compact_constructor_declaration" -> names.add(JavaSites.CONSTRUCTOR);
                case "enum_body_declarations" -> names.addAll(methodsWithoutParameters(member));
                default -> {}
            }
        }
        return names;
    }

    private boolean hasCanonical(int body, List<Parameter> components) {
        for (int member = body == NONE ? NONE : tree.firstChild(body);
                member != NONE;
                member = tree.nextSibling(member)) {
            String type = tree.type(member);
            if (type.equals("compact_constructor_declaration")) {
                return true;
            }
            if (type.equals("constructor_declaration")) {
                List<Parameter> parameters = parameters(tree.child(member, "parameters"));
                if (parameters.stream()
                        .map(Parameter::type)
                        .toList()
                        .equals(components.stream().map(Parameter::type).toList())) {
                    return true;
                }
            }
        }
        return false;
    }

    void callable(int node) {
        int nameNode = tree.child(node, "name");
        boolean isMethod = tree.type(node).equals("method_declaration")
                || tree.type(node).equals("annotation_type_element_declaration");
        Set<Trait> traits = traits(node);
        Definition owner = draft.definition(draft.definition());
        boolean inInterface = owner.kind() == DefinitionKind.INTERFACE || owner.kind() == DefinitionKind.ANNOTATION;
        if (isMethod && inInterface && tree.child(node, "body") == NONE) {
            traits.add(Trait.ABSTRACT);
        }
        int list = tree.child(node, "parameters");
        List<Parameter> parameters = parameters(list);
        if (tree.type(node).equals("compact_constructor_declaration")) {
            list = tree.child(tree.parent(tree.parent(node)), "parameters");
            parameters = parameters(list);
        }
        if (isVarargs(list)) {
            traits.add(Trait.VARARGS);
        }
        String name = isMethod ? nameNode == NONE ? "" : tree.text(nameNode) : JavaSites.CONSTRUCTOR;
        TypeRef returns = isMethod ? types.withDimensions(types.of(tree.child(node, "type")), node) : null;
        List<Definition.TypeParameter> typeParameters =
                types.parameters(tree.childOfKind(node, tree.grammar().kind("type_parameters")));
        int index = draft.define(definition(
                isMethod ? DefinitionKind.METHOD : DefinitionKind.CONSTRUCTOR,
                name,
                traits,
                typeParameters,
                parameters,
                returns,
                List.of(),
                node));
        if (draft.number(node) < 0) {
            draft.enter(node, index);
            return;
        }
        draft.open(node, Scope.Kind.FUNCTION, index);
        for (int i = 0; i < parameters.size(); i++) {
            Parameter parameter = parameters.get(i);
            boolean isLast = i == parameters.size() - 1;
            TypeRef type = isLast && traits.contains(Trait.VARARGS) && parameter.type() != null
                    ? TypeRef.arrayOf(parameter.type())
                    : parameter.type();
            draft.bind(new Binding(Binding.Kind.PARAMETER, parameter.name(), type, null, false, 0));
        }
    }

    /** The class that a creation or an enum's constant defines by its body. */
    void anonymous(int body) {
        int creation = tree.parent(body);
        int owner = draft.definition();
        while (!draft.definition(owner).kind().isType() && owner > 0) {
            owner = draft.definition(owner).owner();
        }
        String number = Integer.toString(anonymousIn.merge(owner, 1, Integer::sum));
        TypeRef supertype = tree.type(creation).equals("enum_constant")
                ? TypeRef.of(draft.definition(draft.definition()).name())
                : types.of(tree.child(creation, "type"));
        Set<Trait> traits = EnumSet.of(Trait.ANONYMOUS, Trait.LOCAL);
        Definition around = draft.definition(owner);
        int index = draft.define(new Definition(
                DefinitionKind.CLASS,
                number,
                qualified(around, number),
                draft.definition(),
                draft.scope(),
                traits,
                List.of(),
                List.of(),
                0,
                0,
                null,
                List.of(supertype),
                tree.startLine(creation),
                tree.endLine(body)));
        draft.open(body, Scope.Kind.TYPE, index);
    }

    void constant(int node) {
        int name = tree.child(node, "name");
        if (name != NONE) {
            TypeRef type = TypeRef.of(draft.definition(draft.definition()).name());
            draft.bind(new Binding(Binding.Kind.FIELD, tree.text(name), type, null, true, 0));
        }
    }

    boolean isStaticField(int node) {
        return tree.type(node).equals("constant_declaration") || traits(node).contains(Trait.STATIC);
    }

    private Definition definition(
            DefinitionKind kind,
            String name,
            Set<Trait> traits,
            List<Definition.TypeParameter> typeParameters,
            List<Parameter> parameters,
            @Nullable TypeRef returns,
            List<TypeRef> supertypes,
            int node) {
        int count = parameters.size();
        boolean isVarargs = traits.contains(Trait.VARARGS);
        return new Definition(
                kind,
                name,
                qualified(draft.definition(draft.definition()), name),
                draft.definition(),
                draft.scope(),
                traits,
                typeParameters,
                parameters,
                isVarargs ? count - 1 : count,
                isVarargs ? Integer.MAX_VALUE : count,
                returns,
                supertypes,
                tree.startLine(node),
                tree.endLine(node));
    }

    private String qualified(Definition owner, String name) {
        if (owner.kind() == DefinitionKind.MODULE) {
            return packageName.isEmpty() ? name : packageName + "." + name;
        }
        return owner.qualifiedName() + "." + name;
    }

    private Set<Trait> traits(int node) {
        Set<Trait> traits = EnumSet.noneOf(Trait.class);
        int modifiers = tree.firstChild(node);
        if (modifiers != NONE && tree.type(modifiers).equals("modifiers")) {
            for (int child = tree.firstChild(modifiers); child != NONE; child = tree.nextSibling(child)) {
                switch (tree.type(child)) {
                    case "static" -> traits.add(Trait.STATIC);
                    case "abstract" -> traits.add(Trait.ABSTRACT);
                    case "private" -> traits.add(Trait.PRIVATE);
                    default -> {}
                }
            }
        }
        return traits;
    }

    private List<Parameter> parameters(int list) {
        List<Parameter> parameters = new ArrayList<>();
        for (int child = list == NONE ? NONE : tree.firstChild(list); child != NONE; child = tree.nextSibling(child)) {
            if (tree.type(child).equals("formal_parameter")) {
                int name = tree.child(child, "name");
                TypeRef type = types.withDimensions(types.of(tree.child(child, "type")), child);
                parameters.add(new Parameter(name == NONE ? "" : tree.text(name), type));
            } else if (tree.type(child).equals("spread_parameter")) {
                parameters.add(spread(child));
            }
        }
        return parameters;
    }

    private Parameter spread(int node) {
        TypeRef type = OBJECT;
        String name = "";
        for (int child = tree.firstChild(node); child != NONE; child = tree.nextSibling(child)) {
            String kind = tree.type(child);
            if (kind.equals("variable_declarator")) {
                name = tree.text(tree.child(child, "name"));
            } else if (tree.isNamed(child) && !kind.equals("modifiers") && !kind.endsWith("annotation")) {
                type = types.of(child);
            }
        }
        return new Parameter(name, type);
    }

    private boolean isVarargs(int list) {
        return list != NONE && tree.childOfKind(list, tree.grammar().kind("spread_parameter")) != NONE;
    }
}
