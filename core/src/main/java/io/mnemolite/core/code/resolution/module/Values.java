package io.mnemolite.core.code.resolution.module;

import io.mnemolite.core.code.facts.Definition;
import io.mnemolite.core.code.facts.Definition.Trait;
import io.mnemolite.core.code.facts.Expression;
import io.mnemolite.core.code.facts.Import;
import io.mnemolite.core.code.facts.TypeRef;
import io.mnemolite.core.code.resolution.registry.Container;
import io.mnemolite.core.code.resolution.registry.Family;
import io.mnemolite.core.code.resolution.registry.FileContext;
import io.mnemolite.core.code.resolution.registry.Member;
import io.mnemolite.core.code.resolution.registry.Questions;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What members of values are, and what values yield when called, wherever these are defined. */
final class Values {

    private static final int DEEPEST = 100;

    /** Python: the type of an object, and what methods of the type itself are handed. */
    static final String CLASS = "__class__";

    static final Expression NULL = new Expression.Typed(TypeRef.NULL);

    private final Names names;
    private final Inheritance inheritance;
    private final Questions questions;
    private int depth;

    Values(Names names, Inheritance inheritance, Questions questions) {
        this.names = names;
        this.inheritance = inheritance;
        this.questions = questions;
    }

    /** What all alternatives are, but for those that are nothing. */
    static Value same(List<Expression> alternatives, Function<Expression, Value> evaluate) {
        Value only = null;
        for (Expression alternative : alternatives) {
            if (alternative.equals(NULL)) {
                continue;
            }
            Value value = evaluate.apply(alternative);
            if (only != null && !only.equals(value)) {
                return Value.UNKNOWN;
            }
            only = value;
        }
        return only == null ? Value.UNKNOWN : only;
    }

    /** A member of a value that is not called. */
    Value member(Value of, String name) {
        return switch (of) {
            case Value.External external -> external;
            case Value.Collection collection -> BuiltIns.of(collection, name);
            case Value.Mapping mapping -> BuiltIns.of(mapping, name);
            case Value.Module module -> {
                Value found = names.exported(module.parts(), name);
                List<Container> submodule = found == null ? names.submodule(module.parts(), name) : List.of();
                if (found != null || !submodule.isEmpty()) {
                    yield found != null ? found : new Value.Module(submodule);
                }
                Value whole = whole(module);
                yield whole instanceof Value.Module ? Value.UNKNOWN : member(whole, name);
            }
            case Value.PackagePrefix part -> names.below(part, name);
            case Value.Type type
            when name.equals("new") && type.parts().getFirst().file().family().equals(Family.RUBY) -> ofRuby(type);
            case Value.Type type -> orField(inheritance.member(type.parts(), name, false), type.parts(), name);
            case Value.Instance instance when name.equals(CLASS) -> new Value.Type(instance.parts());
            case Value.Instance instance ->
                orField(inheritance.member(instance.parts(), name, false), instance.parts(), name);
            case Value.Inherited inherited -> {
                Value found = inheritance.member(inherited.parts(), name, true);
                yield found == null ? Value.UNKNOWN : found;
            }
            default -> Value.UNKNOWN;
        };
    }

    /** A member that is called: where fields and methods do not share their names, one of the latter. */
    Value method(Value of, String name) {
        List<Container> parts = of instanceof Value.Instance instance ? instance.parts() : List.of();
        if (of instanceof Value.Type type
                && type.parts().getFirst().file().family().equals(Family.RUBY)) {
            // A method of its objects may have the same name.
            Value.Callable own = inheritance.ofType(type.parts(), name);
            return own == null ? member(of, name) : own;
        }
        boolean isApart = !parts.isEmpty() && parts.getFirst().file().family().hasFieldsApart();
        Value.Callable method = isApart ? inheritance.method(parts, name) : null;
        return method == null ? member(of, name) : method;
    }

    /** Ruby: what creates an object of a type, unless the type has a method of its own for that. */
    private Value ofRuby(Value.Type type) {
        // A type of the language that the repository only adds to is not created by it.
        boolean isAddedTo = BuiltInNames.contains(
                        Family.RUBY, type.parts().getFirst().definition().name())
                && inheritance.constructor(type.parts()) == null;
        return isAddedTo ? Value.EXTERNAL : type;
    }

    /** The function or class that a module of JavaScript is as a whole; itself when it is neither. */
    Value whole(Value.Module module) {
        Value whole = module.parts().getFirst().file().family().equals(Family.SCRIPT)
                ? names.exported(module.parts(), Import.WHOLE)
                : null;
        return whole == null ? module : whole;
    }

    private Value orField(@Nullable Value member, List<Container> parts, String name) {
        if (member instanceof Value.Callable callable && callable.definition().has(Trait.PROPERTY)) {
            return called(callable);
        }
        if (member != null) {
            return member;
        }
        Member field = inheritance.field(parts, name);
        return field == null ? Value.UNKNOWN : held(field, parts);
    }

    /**
     * What a field or variable holds.
     *
     * @param owner the type whose object is meant; empty outside of types
     */
    Value held(Member field, List<Container> owner) {
        FileContext file = field.owner().file();
        if (field.type() != null) {
            return names.instance(field.type(), file);
        }
        return field.value() == null ? Value.UNKNOWN : outside(field.value(), file, owner);
    }

    /**
     * An expression of another file, or of another place of this one: only names at the top of the file mean anything.
     *
     * @param owner the type whose object is meant; empty outside of types
     */
    private Value outside(Expression expression, FileContext of, List<Container> owner) {
        if (depth >= DEEPEST) {
            return Value.UNKNOWN;
        }
        depth++;
        try {
            return switch (expression) {
                case Expression.Name name -> {
                    Value value = names.inFile(name.name(), of);
                    yield value == null ? Value.UNKNOWN : value;
                }
                case Expression.Member member -> member(outside(member.of(), of, owner), member.name());
                case Expression.TypeName type -> names.typeNamed(type.type().name(), of);
                case Expression.Invoked invoked -> called(outside(invoked.callee(), of, owner));
                case Expression.Typed typed -> typed.equals(NULL) ? Value.UNKNOWN : names.instance(typed.type(), of);
                case Expression.Awaited awaited -> outside(awaited.of(), of, owner);
                case Expression.Self self -> owner.isEmpty() ? Value.UNKNOWN : new Value.Instance(owner);
                case Expression.Choice choice ->
                    same(choice.alternatives(), alternative -> outside(alternative, of, owner));
                default -> Value.UNKNOWN;
            };
        } finally {
            depth--;
        }
    }

    Value called(@Nullable Value callee) {
        return switch (callee) {
            case null -> Value.UNSEEN;
            case Value.BuiltIn builtIn -> builtIn.result();
            case Value.External external -> external;
            case Value.Type type -> new Value.Instance(type.parts());
            case Value.Module module -> {
                Value whole = whole(module);
                yield whole instanceof Value.Module ? Value.UNKNOWN : called(whole);
            }
            case Value.Callable callable -> {
                TypeRef returns = callable.definition().returns();
                yield returns == null ? undeclared(callable) : returned(returns, callable);
            }
            default -> Value.UNKNOWN;
        };
    }

    /** What a function yields that does not declare it. */
    private Value undeclared(Value.Callable callable) {
        List<Container> parts =
                callable.owner().isEmpty() ? List.of(questions.module(callable.file())) : callable.owner();
        String name = callable.definition().name() + Definition.RESULT;
        for (Container part : parts) {
            for (Member member : questions.members(part, name)) {
                if (member.value() != null) {
                    return outside(member.value(), callable.file(), callable.owner());
                }
            }
        }
        return Value.UNKNOWN;
    }

    private Value returned(TypeRef type, Value.Callable callable) {
        boolean isSelf = switch (type.name()) {
            case "Self", "this" -> true;
            // PHP; elsewhere these are no types.
            case "self", "static" -> true;
            default -> false;
        };
        return isSelf && !callable.owner().isEmpty()
                ? new Value.Instance(callable.owner())
                : names.instance(type, callable.file());
    }
}
