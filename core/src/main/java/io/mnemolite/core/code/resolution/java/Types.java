package io.mnemolite.core.code.resolution.java;

import io.mnemolite.core.code.facts.Definition;
import io.mnemolite.core.code.facts.TypeRef;
import io.mnemolite.core.code.resolution.registry.Container;
import io.mnemolite.core.code.resolution.registry.Member;
import io.mnemolite.core.code.resolution.registry.Questions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The language's own types, and what members say of types. */
final class Types {

    private static final Map<String, String> BOXES = Map.of(
            "int", "Integer",
            "long", "Long",
            "short", "Short",
            "byte", "Byte",
            "char", "Character",
            "float", "Float",
            "double", "Double",
            "boolean", "Boolean");
    private static final List<String> NUMBERS = List.of("byte", "short", "int", "long", "float", "double");

    private final Questions questions;
    private final TypeNames names;
    private final Map<Member, Type> declared = new HashMap<>();
    private final Map<Member, List<Type>> parameters = new HashMap<>();

    Types(Questions questions, TypeNames names) {
        this.questions = questions;
        this.names = names;
    }

    /** A type of java.lang. */
    Type lang(String name) {
        List<Container> found = questions.containers("java.lang." + name);
        return found.size() == 1 ? Type.Instance.of(found.getFirst()) : Type.External.of("java.lang." + name);
    }

    Type boxed(Type type) {
        if (type instanceof Type.Primitive primitive) {
            String box = BOXES.get(primitive.name());
            return box == null ? Type.UNKNOWN : lang(box);
        }
        return type;
    }

    static boolean isNamed(Type type, String qualifiedName) {
        return type instanceof Type.Instance instance
                && instance.container().qualifiedName().equals(qualifiedName);
    }

    /** The primitive type that a box holds; null of another type. */
    static @Nullable String unboxed(Type type) {
        if (type instanceof Type.Primitive primitive) {
            return primitive.name();
        }
        if (type instanceof Type.Instance instance) {
            for (Map.Entry<String, String> box : BOXES.entrySet()) {
                if (isNamed(instance, "java.lang." + box.getValue())) {
                    return box.getKey();
                }
            }
        }
        return null;
    }

    /** Whether a primitive value is taken where another primitive type is expected (JLS 5.1.2). */
    static boolean widens(String from, String to) {
        if (from.equals(to)) {
            return true;
        }
        int target = NUMBERS.indexOf(to);
        return from.equals("char") ? target >= 2 : NUMBERS.contains(from) && NUMBERS.indexOf(from) < target;
    }

    /** The type of an arithmetic, bitwise or concatenating operation. */
    Type operation(String operator, Type left, Type right) {
        if (operator.equals("+") && (isNamed(left, "java.lang.String") || isNamed(right, "java.lang.String"))) {
            return lang("String");
        }
        String first = unboxed(left);
        String second = unboxed(right);
        if (first == null || second == null) {
            return Type.UNKNOWN;
        }
        if (first.equals("boolean") || second.equals("boolean")) {
            return new Type.Primitive("boolean");
        }
        String wider = Set.of("<<", ">>", ">>>").contains(operator) ? first : wider(first, second);
        return new Type.Primitive(NUMBERS.indexOf(wider) < 2 ? "int" : wider);
    }

    private static String wider(String first, String second) {
        return NUMBERS.indexOf(first) >= NUMBERS.indexOf(second) ? first : second;
    }

    /** The declared type of a field or the declared result of a method, in the variables of its owner. */
    Type declared(Member member) {
        Type known = declared.get(member);
        if (known == null) {
            Definition definition = member.definition();
            TypeRef type = definition == null ? member.type() : definition.returns();
            known = type == null ? Type.UNKNOWN : names.resolve(type, member.owner(), definition);
            declared.put(member, known);
        }
        return known;
    }

    /** The declared types of a method's parameters, in the variables of its owner and its own. */
    List<Type> parameters(Member member) {
        List<Type> known = parameters.get(member);
        if (known == null) {
            known = new ArrayList<>();
            Definition definition = member.definition();
            if (definition != null) {
                for (Definition.Parameter parameter : definition.parameters()) {
                    known.add(
                            parameter.type() == null
                                    ? Type.UNKNOWN
                                    : names.resolve(parameter.type(), member.owner(), definition));
                }
            }
            parameters.put(member, known);
        }
        return known;
    }

    /** The type of parameter {@code index} as an argument meets it, the last of a variable number included. */
    Type parameter(Member member, int index) {
        List<Type> types = parameters(member);
        if (index < types.size()) {
            return types.get(index);
        }
        return types.isEmpty() ? Type.UNKNOWN : types.getLast();
    }

    /** The type as one that has members: a variable's bound, else itself. */
    static Type erased(Type type) {
        Type at = type;
        for (int i = 0; i < 8 && at instanceof Type.Variable variable; i++) {
            at = variable.bound();
        }
        return at;
    }
}
