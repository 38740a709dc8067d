package io.mnemolite.core.code.resolution.module;

import io.mnemolite.core.code.facts.Definition.Trait;
import io.mnemolite.core.code.facts.Import;
import io.mnemolite.core.code.facts.LinkedName;
import io.mnemolite.core.code.facts.TypeRef;
import io.mnemolite.core.code.resolution.registry.Container;
import io.mnemolite.core.code.resolution.registry.Family;
import io.mnemolite.core.code.resolution.registry.FileContext;
import io.mnemolite.core.code.resolution.registry.Naming;
import io.mnemolite.core.code.resolution.registry.Questions;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What names mean outside of all functions, in any file: module members, imports, re-exports, types. */
final class Names {

    private static final int DEEPEST = 12;

    private final Questions questions;
    private final Modules modules;
    private final Inheritance inheritance;
    private final Values values;
    private final Includes includes;
    private final ModuleMembers members;
    private final Map<FileContext, Map<String, Optional<Value>>> inFiles = new HashMap<>();
    private final Map<FileContext, Set<String>> asked = new HashMap<>();

    /** How often an answer was given up, so that what depends on it may be another one at another time. */
    private int cuts;

    private int depth;

    Names(Questions questions) {
        this.questions = questions;
        this.modules = new Modules(questions);
        this.inheritance = new Inheritance(questions, this);
        this.values = new Values(this, inheritance, questions);
        this.includes = new Includes(questions, modules);
        this.members = new ModuleMembers(questions, this);
    }

    Values values() {
        return values;
    }

    Inheritance inheritance() {
        return inheritance;
    }

    /** What a simple name means at the top of a file; null when nothing there has that name. */
    @Nullable
    Value inFile(String name, FileContext file) {
        if (modules.areFollowed(file)) {
            return find(name, file, true);
        }
        Map<String, Optional<Value>> values = inFiles.computeIfAbsent(file, absent -> new HashMap<>());
        Optional<Value> known = values.get(name);
        if (known != null) {
            return known.orElse(null);
        }
        Set<String> open = asked.computeIfAbsent(file, absent -> new HashSet<>());
        if (depth > DEEPEST || !open.add(name)) {
            // An import that names itself by way of others.
            cuts++;
            return null;
        }
        int before = cuts;
        Value found = find(name, file, true);
        open.remove(name);
        if (cuts == before) {
            values.put(name, Optional.ofNullable(found));
        }
        return found;
    }

    /** @param withAll whether what is imported as a whole is looked through */
    private @Nullable Value find(String name, FileContext file, boolean withAll) {
        if (LinkedName.isFunction(name)) {
            Value linked = members.of(questions.containers(name), LinkedName.simple(name));
            return linked == null ? Value.UNSEEN : linked;
        }
        if (file.family().equals(Family.RUST) && RustModules.isRoot(name)) {
            List<Container> root = modules.named(name, file);
            return root.isEmpty() ? Value.UNKNOWN : new Value.Module(root);
        }
        Value own =
                members.of(file.family().includesFiles() ? includes.of(file) : List.of(questions.module(file)), name);
        if (own != null && !isPart(own)) {
            return own;
        }
        Value inPackage = file.family().equals(Family.SWIFT) ? ofPackages(name, file) : null;
        Value bound = inPackage == null ? bound(name, file) : inPackage;
        if (bound != null) {
            return bound;
        }
        // In Scala other files of the package come last.
        boolean isLast = file.family().equals(Family.SCALA);
        Value found = isLast || !file.family().hasPackages() ? null : ofPackages(name, file);
        if (found == null && withAll) {
            found = onDemand(name, file);
        }
        if (found == null && isLast) {
            found = ofPackages(name, file);
        }
        if (found != null) {
            return found;
        }
        if (file.family().equals(Family.RUST)) {
            List<Container> crate = modules.named(name, file);
            return crate.isEmpty() ? own : new Value.Module(crate);
        }
        Value around = ofNamespaces(name, file);
        return around == null ? own : around;
    }

    /** What an import of a file binds to a name. */
    private @Nullable Value bound(String name, FileContext file) {
        for (Import statement : questions.imports(file)) {
            if (statement.alias().equals(name) && isBinding(statement.kind())) {
                return imported(statement, file);
            }
        }
        return null;
    }

    private @Nullable Value onDemand(String name, FileContext file) {
        for (Import statement : questions.imports(file)) {
            Value found = onDemand(statement, name, file);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    /** What a qualified name means by what a file names one by one. */
    private Value explicit(String qualified, FileContext file) {
        String[] parts = qualified.split("\\.", -1);
        Value at = find(parts[0], file, false);
        for (int i = 1; i < parts.length && at != null; i++) {
            at = attribute(at, parts[i]);
        }
        return orUnknown(at);
    }

    /** Whether a type is known only by what is added to it. */
    private static boolean isPart(Value value) {
        return value instanceof Value.Type type
                && type.parts().stream().allMatch(part -> part.definition().has(Trait.PART));
    }

    /** What the package of a file defines, or in C# one around it. */
    @Nullable
    Value ofPackages(String name, FileContext file) {
        String around = file.module();
        Value found = inPackage(around, name);
        while (found == null && file.family().equals(Family.CSHARP) && !around.isEmpty()) {
            around = Modules.around(around);
            found = around.isEmpty() ? null : inPackage(around, name);
        }
        return found;
    }

    /** What a package has under a name, a package within it included. */
    private @Nullable Value inPackage(String qualified, String name) {
        Value found = members.of(modules.modules(qualified), name);
        List<Container> inner = found == null ? modules.modules(qualified + "." + name) : List.of();
        return inner.isEmpty() ? found : new Value.Module(inner);
    }

    /** What an import of everything brings under a name. */
    @Nullable
    Value onDemand(Import statement, String name, FileContext file) {
        boolean isOfFile =
                statement.kind() == Import.Kind.ON_DEMAND && !file.family().includesFiles();
        if (!isOfFile && statement.kind() != Import.Kind.STATIC_ON_DEMAND) {
            return null;
        }
        List<Container> target = file.family().includesFiles() ? List.of() : modules.of(statement, file);
        if (!target.isEmpty()) {
            return exported(target, name);
        }
        boolean isByParts = file.family().equals(Family.C)
                || file.family().equals(Family.RUST)
                || file.family().equals(Family.SCALA);
        if (!isByParts) {
            return null;
        }
        if (depth > DEEPEST) {
            cuts++;
            return null;
        }
        depth++;
        try {
            // Of something that is imported itself, or in C++ declared in several files.
            return switch (explicit(statement.target(), file)) {
                case Value.Module module -> exported(module.parts(), name);
                case Value.Type type -> inheritance.member(type.parts(), name, false);
                default -> null;
            };
        } finally {
            depth--;
        }
    }

    /** C++: what the namespaces define that are around all that a file declares. */
    private @Nullable Value ofNamespaces(String name, FileContext file) {
        if (!file.family().equals(Family.C)) {
            return null;
        }
        for (Container namespace : questions.namespaces(file).reversed()) {
            Value found = inNamespace(namespace.localName(), name, file);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    /** C++: what a namespace of a file defines, wherever else it is declared. */
    @Nullable
    Value inNamespace(String qualified, String name, FileContext file) {
        List<Container> parts = includes.of(file);
        for (String each : qualified.split("\\.", -1)) {
            if (!(members.of(parts, each) instanceof Value.Module inner)) {
                return null;
            }
            parts = inner.parts();
        }
        return members.of(parts, name);
    }

    /** The same with what every file sees; null when nothing that it is known to see has that name. */
    @Nullable
    Value visible(String name, FileContext file) {
        Value found = inFile(name, file);
        boolean isBuiltIn = found == null && BuiltInNames.contains(file.family(), name);
        boolean isDefinedAnew = isBuiltIn
                && !modules.areFollowed(file)
                && (questions.isDefined(Naming.ALONE, name)
                        || (file.family().hasImplicitSelf() && questions.isDefined(Naming.METHOD, name)));
        if (isBuiltIn) {
            return isDefinedAnew ? null : Value.EXTERNAL;
        }
        return found == null && isPackage(name, file) ? new Value.PackagePrefix(name) : found;
    }

    /** Whether a name may be the first part of that of a package. */
    private boolean isPackage(String name, FileContext file) {
        return file.family().hasPackages()
                && !file.family().equals(Family.GO)
                && questions.isDefined(Naming.MODULE, name);
    }

    /** What a package has under a name that is only a part of the names of others. */
    Value below(Value.PackagePrefix of, String name) {
        String qualified = of.name().isEmpty() ? name : of.name() + "." + name;
        List<Container> found = questions.containers(qualified);
        if (found.isEmpty()) {
            return questions.isDefined(Naming.MODULE, name) ? new Value.PackagePrefix(qualified) : Value.UNSEEN;
        }
        return members.declared(found);
    }

    private static boolean isBinding(Import.Kind kind) {
        return switch (kind) {
            case SINGLE, STATIC, NAMED, DEFAULT -> true;
            case ON_DEMAND, STATIC_ON_DEMAND, RE_EXPORT, RE_EXPORT_ALL -> false;
        };
    }

    /** What an import binds. */
    Value imported(Import statement, FileContext file) {
        if (depth > DEEPEST) {
            cuts++;
            return Value.UNKNOWN;
        }
        depth++;
        try {
            List<Container> target = modules.of(statement, file);
            if (target.isEmpty()) {
                return fromParent(statement, file);
            }
            return switch (statement.kind()) {
                case SINGLE, ON_DEMAND, RE_EXPORT_ALL -> new Value.Module(target);
                case DEFAULT -> orUnknown(exported(target, "default"));
                case NAMED, RE_EXPORT, STATIC, STATIC_ON_DEMAND ->
                    statement.name().isEmpty() ? new Value.Module(target) : member(statement, target);
            };
        } finally {
            depth--;
        }
    }

    private Value member(Import statement, List<Container> target) {
        Value found = exported(target, statement.name());
        if (found != null) {
            return found;
        }
        List<Container> submodule = submodule(target, statement.name());
        return submodule.isEmpty() ? Value.UNKNOWN : new Value.Module(submodule);
    }

    /** A target that no module has by this name: a folder without a file of its own, or something that is imported itself. */
    private Value fromParent(Import statement, FileContext file) {
        if (statement.target().equals(".") && !file.family().equals(Family.PYTHON)) {
            return Value.UNSEEN;
        }
        if (statement.kind() == Import.Kind.NAMED) {
            boolean isByParts =
                    file.family().equals(Family.RUST) || file.family().equals(Family.C);
            boolean isOwnName = statement.target().split("\\.", 2)[0].equals(statement.alias());
            if (isByParts && !isOwnName) {
                return attribute(typeNamed(statement.target(), file), statement.name());
            }
            boolean isInFolder =
                    file.family().equals(Family.PYTHON) || file.family().hasPackages();
            if (isInFolder) {
                String target = statement.target();
                String name = target.endsWith(".") ? target + statement.name() : target + "." + statement.name();
                List<Container> module = modules.named(name, file);
                if (!module.isEmpty()) {
                    return members.declared(module);
                }
            }
        }
        return modules.isOutside(statement.target(), file) ? Value.EXTERNAL : Value.UNKNOWN;
    }

    private static Value orUnknown(@Nullable Value value) {
        return value == null ? Value.UNKNOWN : value;
    }

    List<Container> submodule(List<Container> parts, String name) {
        return modules.below(parts, name);
    }

    /** What a module offers under a name, re-exports and what it imported itself included. */
    @Nullable
    Value exported(List<Container> parts, String name) {
        if (depth > DEEPEST) {
            cuts++;
            return null;
        }
        depth++;
        try {
            Value own = members.of(parts, name);
            if (own != null) {
                return own;
            }
            for (Container part : parts) {
                Value passedOn = passedOn(part, name);
                if (passedOn != null) {
                    return passedOn;
                }
            }
            return null;
        } finally {
            depth--;
        }
    }

    private @Nullable Value passedOn(Container part, String name) {
        FileContext file = part.file();
        if (file.family().hasPackages() || file.family().includesFiles()) {
            return null;
        }
        boolean passesImportsOn = file.family().equals(Family.PYTHON);
        for (Import statement : questions.imports(file)) {
            boolean isExport = statement.kind() == Import.Kind.RE_EXPORT || passesImportsOn;
            if (isExport && statement.alias().equals(name)) {
                // Without a module it is a name of the file itself.
                return statement.target().isEmpty() ? inFile(statement.name(), file) : imported(statement, file);
            }
        }
        for (Import statement : questions.imports(file)) {
            boolean isAll = statement.kind() == Import.Kind.RE_EXPORT_ALL
                    || (passesImportsOn && statement.kind() == Import.Kind.ON_DEMAND);
            Value found = isAll ? exported(modules.of(statement, file), name) : null;
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    /** A type or module by its name, qualified or not, as a file sees it. */
    Value typeNamed(String name, FileContext file) {
        if (name.startsWith(".") && file.family().hasPackages()) {
            return below(new Value.PackagePrefix(""), name.substring(1));
        }
        String[] parts = (name.startsWith(".") ? name.substring(1) : name).split("\\.", -1);
        Value at = visible(parts[0], file);
        if (at == null) {
            return Value.UNSEEN;
        }
        for (int i = 1; i < parts.length; i++) {
            at = attribute(at, parts[i]);
        }
        return at;
    }

    private Value attribute(Value of, String name) {
        return switch (of) {
            case Value.Module module -> {
                Value found = exported(module.parts(), name);
                List<Container> submodule = found == null ? submodule(module.parts(), name) : List.of();
                yield found != null ? found : submodule.isEmpty() ? Value.UNKNOWN : new Value.Module(submodule);
            }
            case Value.Type type -> orUnknown(inheritance.member(type.parts(), name, false));
            case Value.PackagePrefix part -> below(part, name);
            case Value.External external -> external;
            default -> Value.UNKNOWN;
        };
    }

    /** What a name means without anything that the repository defines; null when it may mean anything. */
    @Nullable
    Value ofLanguage(String name, FileContext file) {
        List<Container> crate = modules.named(name, file);
        if (!crate.isEmpty()) {
            return new Value.Module(crate);
        }
        return BuiltInNames.contains(file.family(), name) && !questions.isDefined(Naming.ALONE, name)
                ? Value.EXTERNAL
                : null;
    }

    /** A value of the type that is written, as a file sees it. */
    Value instance(TypeRef type, FileContext file) {
        return instance(type, file, 0);
    }

    private Value instance(TypeRef type, FileContext file, int level) {
        if (level > DEEPEST || type.equals(TypeRef.UNKNOWN)) {
            return Value.UNKNOWN;
        }
        if (type.isUnion() || type.name().equals("Union") || type.name().endsWith(".Union")) {
            List<TypeRef> real = type.arguments().stream()
                    .filter(part -> !Value.isNothing(part))
                    .toList();
            return real.size() == 1 ? instance(real.getFirst(), file, level + 1) : Value.UNKNOWN;
        }
        String last = type.name().substring(type.name().lastIndexOf('.') + 1);
        if (!type.arguments().isEmpty() && (BuiltInTypes.isWrapper(last) || BuiltInTypes.isCollection(last))) {
            Value argument = instance(type.arguments().getFirst(), file, level + 1);
            return BuiltInTypes.isWrapper(last) ? argument : new Value.Collection(argument);
        }
        if (type.arguments().size() == 2 && BuiltInTypes.isMapping(last)) {
            return new Value.Mapping(instance(type.arguments().getLast(), file, level + 1));
        }
        if (type.name().equals(TypeRef.FUNCTION)) {
            return Value.UNKNOWN;
        }
        return switch (typeNamed(type.name(), file)) {
            case Value.Type found -> new Value.Instance(found.parts());
            case Value.External external -> external;
            default -> Value.UNKNOWN;
        };
    }
}
