package io.mnemolite.core.code.resolution.java;

import io.mnemolite.core.code.facts.Definition;
import io.mnemolite.core.code.facts.Definition.TypeParameter;
import io.mnemolite.core.code.facts.Import;
import io.mnemolite.core.code.facts.TypeRef;
import io.mnemolite.core.code.resolution.registry.Container;
import io.mnemolite.core.code.resolution.registry.FileContext;
import io.mnemolite.core.code.resolution.registry.Member;
import io.mnemolite.core.code.resolution.registry.Questions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What a type's name means in a place: JLS 6.4.1 and 6.5.5, imports and packages of any file included. */
final class TypeNames {

    private static final int DEEPEST = 12;
    private static final Set<String> PRIMITIVES =
            Set.of("int", "long", "short", "byte", "char", "float", "double", "boolean", "void");

    private final Questions questions;
    private final Map<NameIn, Type> inFiles = new HashMap<>();
    private final Map<NameIn, Type> inContainers = new HashMap<>();
    private @Nullable Hierarchy hierarchy;
    private @Nullable Scopes scopes;

    private record NameIn(Object place, String name) {}

    TypeNames(Questions questions) {
        this.questions = questions;
    }

    /** Names lead to supertypes and these to names; names of the file itself are looked up in its scopes. */
    void use(Hierarchy types, Scopes ownScopes) {
        hierarchy = types;
        scopes = ownScopes;
    }

    /** The type that {@code type} means within a container, or within one of its methods. */
    Type resolve(TypeRef type, Container container, @Nullable Definition method) {
        return resolve(type, new Place(container, method), 0);
    }

    /** Where a name stands: in a container of any file. */
    record Place(Container container, @Nullable Definition method) {}

    private Type resolve(TypeRef type, Place place, int depth) {
        return resolve(type, name -> named(name, place), depth);
    }

    /** The type with each name in it looked up by {@code named}. */
    static Type resolve(TypeRef type, Function<String, Type> named, int depth) {
        if (depth > DEEPEST) {
            return Type.UNKNOWN;
        }
        if (type.isArray()) {
            return new Type.Array(resolve(type.arguments().getFirst(), named, depth + 1));
        }
        if (type.equals(TypeRef.NULL)) {
            return Type.NULL;
        }
        if (type.equals(TypeRef.UNKNOWN) || type.isUnion()) {
            return Type.UNKNOWN;
        }
        if (PRIMITIVES.contains(type.name())) {
            return new Type.Primitive(type.name());
        }
        return withArguments(named.apply(type.name()), type, argument -> resolve(argument, named, depth + 1));
    }

    /** The type with the arguments that were written behind its name. */
    static Type withArguments(Type raw, TypeRef type, Function<TypeRef, Type> resolve) {
        if (type.arguments().isEmpty()) {
            return raw;
        }
        return switch (raw) {
            case Type.Instance instance ->
                new Type.Instance(
                        instance.container(),
                        type.arguments().stream().map(resolve).toList());
            case Type.External external ->
                new Type.External(
                        external.name(), type.arguments().stream().map(resolve).toList());
            default -> raw;
        };
    }

    private Type named(String name, Place place) {
        Definition method = place.method();
        if (method != null) {
            Type variable = variable(method, name, place);
            if (variable != null) {
                return variable;
            }
        }
        return named(name, place.container());
    }

    /** A type parameter of a definition, with its bound. */
    @Nullable
    Type variable(Definition definition, String name, Place place) {
        for (TypeParameter parameter : definition.typeParameters()) {
            if (parameter.name().equals(name)) {
                return new Type.Variable(definition, name, bound(parameter, place));
            }
        }
        return null;
    }

    private Type bound(TypeParameter parameter, Place place) {
        if (parameter.bounds().isEmpty()) {
            return Type.UNKNOWN;
        }
        TypeRef bound = parameter.bounds().getFirst();
        // A bound such as Comparable<T> would lead back here: its arguments tell nothing that is asked for.
        return bound.name().equals(parameter.name())
                ? Type.UNKNOWN
                : resolve(TypeRef.of(bound.name()), place, DEEPEST / 2);
    }

    /** The type parameters of a container, as variables. */
    Type.@Nullable Variable variable(Container container, String name) {
        Type found = variable(container.definition(), name, new Place(container, null));
        return found instanceof Type.Variable variable ? variable : null;
    }

    /** What a name, qualified or not, means within a container. */
    Type named(String name, Container container) {
        NameIn key = new NameIn(container, name);
        Type known = inContainers.get(key);
        if (known == null) {
            // A name that is asked for while it is looked up, as in class A extends A.B, means nothing.
            inContainers.put(key, Type.UNKNOWN);
            known = find(name, container);
            inContainers.put(key, known);
        }
        return known;
    }

    private Type find(String name, Container container) {
        if (container.isStandard()) {
            Type variable = variableAround(name, container);
            return variable != null ? variable : qualified(name, container.file());
        }
        if (questions.isOwn(container) && scopes != null) {
            return scopes.named(name, scopes.scopeOf(container));
        }
        return dotted(name, container.file(), first -> simple(first, container));
    }

    /** What a name means whose first part is looked up by {@code simple}. */
    Type dotted(String name, FileContext file, Function<String, Type> simple) {
        int dot = name.indexOf('.');
        if (dot < 0) {
            return simple.apply(name);
        }
        Type head = simple.apply(name.substring(0, dot));
        return isFound(head) ? nested(head, name.substring(dot + 1)) : qualified(name, file);
    }

    static boolean isFound(Type type) {
        return !(type instanceof Type.External external && external.name().startsWith("?"));
    }

    private @Nullable Type variableAround(String name, Container container) {
        for (Container at = container; at != null; at = questions.outer(at)) {
            Type variable = variable(at.definition(), name, new Place(at, null));
            if (variable != null) {
                return variable;
            }
        }
        return null;
    }

    /** The nested type of this dotted name. */
    Type nested(Type type, String names) {
        Type at = type;
        for (String name : names.split("\\.", -1)) {
            at = switch (at) {
                case Type.Instance instance -> {
                    Container found = hierarchy().nested(instance.container(), name);
                    yield found == null ? Type.External.of("?" + name) : Type.Instance.of(found);
                }
                case Type.External external -> Type.External.of(external.name() + "." + name);
                default -> Type.UNKNOWN;
            };
        }
        return at;
    }

    private Hierarchy hierarchy() {
        if (hierarchy == null) {
            throw new IllegalStateException("Names are looked up before there are supertypes");
        }
        return hierarchy;
    }

    /** What a simple name means within a container and what is around it. */
    private Type simple(String name, Container container) {
        for (Container at = container; at != null; at = questions.outer(at)) {
            Type found = at.definition().kind().isType() ? within(name, at) : null;
            if (found != null) {
                return found;
            }
        }
        return inFile(name, container.file());
    }

    /** What a simple name means within a type, what is around it left out. */
    @Nullable
    Type within(String name, Container container) {
        Type variable = variable(container.definition(), name, new Place(container, null));
        if (variable != null) {
            return variable;
        }
        if (container.definition().name().equals(name)) {
            return Type.Instance.of(container);
        }
        Container nested = hierarchy().nested(container, name);
        return nested == null ? null : Type.Instance.of(nested);
    }

    /** What a simple name means outside of all types of a file. */
    Type inFile(String name, FileContext file) {
        NameIn key = new NameIn(file, name);
        Type known = inFiles.get(key);
        if (known == null) {
            known = findInFile(name, file);
            inFiles.put(key, known);
        }
        return known;
    }

    private Type findInFile(String name, FileContext file) {
        List<Import> imports = questions.imports(file);
        for (Import statement : imports) {
            if (statement.kind() == Import.Kind.SINGLE && statement.alias().equals(name)) {
                return qualified(statement.target(), file);
            }
        }
        Container found = pick(file.module().isEmpty() ? name : file.module() + "." + name, file);
        if (found != null) {
            return Type.Instance.of(found);
        }
        for (Import statement : imports) {
            if (statement.kind() == Import.Kind.STATIC && statement.alias().equals(name)) {
                found = memberType(statement.target(), name, file);
                if (found != null) {
                    return Type.Instance.of(found);
                }
            }
        }
        for (Import statement : imports) {
            if (statement.kind() == Import.Kind.ON_DEMAND) {
                found = pick(statement.target() + "." + name, file);
            } else if (statement.kind() == Import.Kind.STATIC_ON_DEMAND) {
                found = memberType(statement.target(), name, file);
            }
            if (found != null) {
                return Type.Instance.of(found);
            }
        }
        found = pick("java.lang." + name, file);
        return found != null ? Type.Instance.of(found) : Type.External.of("?" + name);
    }

    private @Nullable Container memberType(String owner, String name, FileContext file) {
        Container container = pick(owner, file);
        return container == null ? null : hierarchy().nested(container, name);
    }

    /** What a name means that begins with a package. */
    Type qualified(String name, FileContext file) {
        Container found = pick(name, file);
        if (found != null) {
            return Type.Instance.of(found);
        }
        // Not every nested type has its name in the registry: those of a supertype do not.
        for (int dot = name.lastIndexOf('.'); dot > 0; dot = name.lastIndexOf('.', dot - 1)) {
            Container outer = Character.isUpperCase(name.charAt(name.lastIndexOf('.', dot - 1) + 1))
                    ? pick(name.substring(0, dot), file)
                    : null;
            if (outer != null) {
                return nested(Type.Instance.of(outer), name.substring(dot + 1));
            }
        }
        return Type.External.of(name);
    }

    /** The one type of this qualified name that a file means; none when several fit alike. */
    @Nullable
    Container pick(String qualifiedName, FileContext file) {
        List<Container> found = types(questions.containers(qualifiedName));
        if (found.size() <= 1) {
            return found.isEmpty() ? null : found.getFirst();
        }
        for (Container container : found) {
            if (container.file() == file) {
                return container;
            }
        }
        String root = file.sourceRoot();
        List<Container> sameRoot = found.stream()
                .filter(container -> container.file().sourceRoot().equals(root))
                .toList();
        if (sameRoot.isEmpty()) {
            // Tests and main code of one module are compiled together.
            String module = moduleRoot(root);
            sameRoot = found.stream()
                    .filter(container ->
                            moduleRoot(container.file().sourceRoot()).equals(module))
                    .toList();
        }
        return sameRoot.size() == 1 ? sameRoot.getFirst() : null;
    }

    private static String moduleRoot(String sourceRoot) {
        int source = sourceRoot.startsWith("src/") ? 0 : sourceRoot.indexOf("/src/");
        return source < 0 ? sourceRoot : sourceRoot.substring(0, source);
    }

    private static List<Container> types(List<Container> containers) {
        List<Container> types = new ArrayList<>(containers.size());
        for (Container container : containers) {
            if (container.definition().kind().isType()) {
                types.add(container);
            }
        }
        return types;
    }

    /** The member types that a name has in one container, its own only. */
    @Nullable
    Container ownNested(Container container, String name) {
        for (Member member : questions.members(container, name)) {
            if (member.nested() != null) {
                return member.nested();
            }
        }
        return null;
    }
}
