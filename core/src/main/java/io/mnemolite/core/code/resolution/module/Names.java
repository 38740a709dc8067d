package io.mnemolite.core.code.resolution.module;

import io.mnemolite.core.code.facts.Definition.Trait;
import io.mnemolite.core.code.facts.Import;
import io.mnemolite.core.code.facts.TypeRef;
import io.mnemolite.core.code.resolution.registry.Container;
import io.mnemolite.core.code.resolution.registry.Family;
import io.mnemolite.core.code.resolution.registry.FileContext;
import io.mnemolite.core.code.resolution.registry.Member;
import io.mnemolite.core.code.resolution.registry.Naming;
import io.mnemolite.core.code.resolution.registry.Questions;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What names mean outside of all functions, in any file: module members, imports, re-exports, types. */
final class Names {

    private static final int DEEPEST = 12;
    private final Questions questions;
    private final Modules modules;
    private final Inheritance inheritance;
    private final Values values;
    private int depth;

    Names(Questions questions) {
        this.questions = questions;
        this.modules = new Modules(questions);
        this.inheritance = new Inheritance(questions, this);
        this.values = new Values(this, inheritance, questions);
    }

    Values values() {
        return values;
    }

    Inheritance inheritance() {
        return inheritance;
    }

    /** The container of a file itself. */
    List<Container> module(FileContext file) {
        return modules.modules(file.module()).stream()
                .filter(container -> container.file().path().equals(file.path()))
                .toList();
    }

    /** What a simple name means at the top of a file; null when nothing there has that name. */
    @Nullable
    Value inFile(String name, FileContext file) {
        Value own = ofModule(module(file), name);
        if (own != null) {
            return own;
        }
        for (Import statement : questions.imports(file)) {
            if (statement.alias().equals(name) && isBinding(statement.kind())) {
                return imported(statement, file);
            }
        }
        if (file.family().equals(Family.GO)) {
            Value inPackage = ofModule(modules.modules(file.module()), name);
            if (inPackage != null) {
                return inPackage;
            }
        }
        for (Import statement : questions.imports(file)) {
            if (statement.kind() == Import.Kind.ON_DEMAND) {
                Value found = exported(modules.of(statement, file), name);
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }

    /** The same with what every file sees; null when nothing that it is known to see has that name. */
    @Nullable
    Value visible(String name, FileContext file) {
        Value found = inFile(name, file);
        boolean isBuiltIn = found == null && BuiltInNames.contains(file.family(), name);
        boolean isDefinedAnew = isBuiltIn
                && !modules.areFollowed(file)
                && (questions.isDefined(Naming.ALONE, name)
                        || (LocalNames.hasImplicitSelf(file) && questions.isDefined(Naming.METHOD, name)));
        return isBuiltIn && !isDefinedAnew ? Value.EXTERNAL : found;
    }

    private static boolean isBinding(Import.Kind kind) {
        return kind != Import.Kind.RE_EXPORT && kind != Import.Kind.RE_EXPORT_ALL && kind != Import.Kind.ON_DEMAND;
    }

    /** What an import binds. */
    Value imported(Import statement, FileContext file) {
        if (depth > DEEPEST) {
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
                case NAMED, RE_EXPORT, STATIC, STATIC_ON_DEMAND -> member(statement, target);
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

    /** In {@code from package import module} the package may be a folder without a file of its own. */
    private Value fromParent(Import statement, FileContext file) {
        if (statement.kind() == Import.Kind.NAMED && file.family().equals(Family.PYTHON)) {
            String target = statement.target();
            String name = target.endsWith(".") ? target + statement.name() : target + "." + statement.name();
            List<Container> module = modules.named(name, file);
            if (!module.isEmpty()) {
                return new Value.Module(module);
            }
        }
        return modules.isOutside(statement.target(), file) ? Value.EXTERNAL : Value.UNKNOWN;
    }

    private static Value orUnknown(@Nullable Value value) {
        return value == null ? Value.UNKNOWN : value;
    }

    List<Container> submodule(List<Container> parts, String name) {
        return parts.isEmpty() ? List.of() : modules.modules(parts.getFirst().qualifiedName() + "." + name);
    }

    /** What a module offers under a name, re-exports and what it imported itself included. */
    @Nullable
    Value exported(List<Container> parts, String name) {
        if (depth > DEEPEST) {
            return null;
        }
        depth++;
        try {
            Value own = ofModule(parts, name);
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

    /** What the files of a module define under a name. */
    private @Nullable Value ofModule(List<Container> parts, String name) {
        List<Container> types = new ArrayList<>();
        List<Value.Callable> overloads = new ArrayList<>();
        Member field = null;
        for (Container part : parts) {
            for (Member member : questions.members(part, name)) {
                if (member.kind() == Member.Kind.CALLABLE) {
                    Value callable = callable(member, List.of());
                    if (!part.file().family().hasOverloads() || !(callable instanceof Value.Callable overload)) {
                        return callable;
                    }
                    overloads.add(overload);
                }
                if (member.nested() != null) {
                    types.add(member.nested());
                }
                field = member.kind() == Member.Kind.FIELD ? member : field;
            }
        }
        if (!overloads.isEmpty()) {
            return Value.Callable.first(overloads);
        }
        if (!types.isEmpty()) {
            return types.getFirst().definition().kind().isType() ? new Value.Type(types) : new Value.Module(types);
        }
        if (field != null) {
            // Of several values of a name the last one holds.
            return values.held(field, List.of());
        }
        return name.equals("default") || name.equals(Import.WHOLE) ? defaultOf(parts, name) : null;
    }

    private @Nullable Value defaultOf(List<Container> parts, String name) {
        for (Container part : parts) {
            for (Member member : part.defaults()) {
                if (name.equals(Import.WHOLE) && !member.name().equals("exports")) {
                    continue;
                }
                if (member.nested() != null) {
                    return new Value.Type(List.of(member.nested()));
                }
                return callable(member, List.of());
            }
        }
        return null;
    }

    static Value callable(Member member, List<Container> owner) {
        if (member.symbol() == null || member.definition() == null || member.has(Trait.REASSIGNED)) {
            return Value.UNKNOWN;
        }
        return new Value.Callable(
                member.symbol(), member.definition(), member.owner().file(), owner);
    }

    /** A type or module by its name, qualified or not, as a file sees it. */
    Value typeNamed(String name, FileContext file) {
        String[] parts = name.split("\\.", -1);
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
            case Value.External external -> external;
            default -> Value.UNKNOWN;
        };
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
