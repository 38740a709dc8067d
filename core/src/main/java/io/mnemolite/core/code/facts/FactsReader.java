package io.mnemolite.core.code.facts;

import io.mnemolite.core.code.Language;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Plain bytes to facts. Damaged bytes end in some RuntimeException before more memory is taken than they have bytes for. */
@SuppressWarnings("EnumOrdinal") // FileFactsCodec.VERSION changes with the order of an enum.
final class FactsReader {

    private final byte[] bytes;
    private final List<String> strings = new ArrayList<>();
    private final List<TypeRef> types = new ArrayList<>();
    private final List<Integer> sizes = new ArrayList<>();
    private int at;
    private int depth;

    FactsReader(byte[] bytes) {
        this.bytes = bytes;
    }

    FileFacts read() {
        for (int i = count(); i > 0; i--) {
            int length = count();
            strings.add(new String(bytes, at, length, StandardCharsets.UTF_8));
            at += length;
        }
        for (int i = count(); i > 0; i--) {
            String name = strings.get(number());
            List<TypeRef> arguments = new ArrayList<>();
            int size = 1;
            for (int j = count(); j > 0; j--) {
                int argument = number();
                arguments.add(types.get(argument));
                size += sizes.get(argument);
            }
            if (size > FactsWriter.LARGEST_TYPE) {
                throw new IllegalArgumentException("A type is too large");
            }
            types.add(new TypeRef(name, arguments));
            sizes.add(size);
        }
        FileFacts facts = new FileFacts(
                new Language(string()),
                string(),
                number() != 0,
                string(),
                list(this::imported),
                list(this::definition),
                list(this::scope),
                list(this::site));
        if (at != bytes.length) {
            throw new IllegalArgumentException("Bytes are left over");
        }
        return facts;
    }

    private Import imported() {
        return new Import(Import.Kind.values()[number()], string(), string(), string(), number(), number());
    }

    private Definition definition() {
        return new Definition(
                DefinitionKind.values()[number()],
                string(),
                string(),
                number() - 1,
                number(),
                traits(number()),
                list(() -> new Definition.TypeParameter(string(), list(this::type))),
                list(() -> new Definition.Parameter(string(), optionalType())),
                number(),
                number(),
                optionalType(),
                list(this::type),
                number(),
                number());
    }

    private static Set<Definition.Trait> traits(int bits) {
        Set<Definition.Trait> traits = EnumSet.noneOf(Definition.Trait.class);
        for (Definition.Trait trait : Definition.Trait.values()) {
            if ((bits & (1 << trait.ordinal())) != 0) {
                traits.add(trait);
            }
        }
        return traits;
    }

    private Scope scope() {
        return new Scope(Scope.Kind.values()[number()], number() - 1, number(), list(this::binding));
    }

    private Binding binding() {
        return new Binding(
                Binding.Kind.values()[number()],
                string(),
                optionalType(),
                optionalExpression(),
                number() != 0,
                number());
    }

    private CallSite site() {
        return new CallSite(
                CallSite.Form.values()[number()],
                string(),
                optionalExpression(),
                optionalType(),
                number() - 1,
                list(this::expression),
                list(this::string),
                number(),
                number(),
                number(),
                number(),
                number());
    }

    private Expression expression() {
        Expression value = optionalExpression();
        if (value == null) {
            throw new IllegalArgumentException("An expression is missing");
        }
        return value;
    }

    private @Nullable Expression optionalExpression() {
        if (++depth > FactsWriter.DEEPEST) {
            throw new IllegalArgumentException("An expression is nested too deeply");
        }
        Expression value = tagged(number());
        depth--;
        return value;
    }

    private @Nullable Expression tagged(int tag) {
        return switch (tag) {
            case 0 -> null;
            case 1 -> Expression.UNKNOWN;
            case 2 -> new Expression.Name(string());
            case 3 -> {
                String name = string();
                yield new Expression.Member(expression(), name);
            }
            case 4 -> new Expression.Self(optionalString());
            case 5 -> new Expression.Parent(optionalString());
            case 6 -> new Expression.Result(number());
            case 7 -> new Expression.Callable(number());
            case 8 -> new Expression.Typed(type());
            case 9 -> new Expression.TypeName(type());
            case 10 -> {
                boolean isIterated = number() != 0;
                yield new Expression.Element(expression(), isIterated);
            }
            case 11 -> new Expression.Choice(list(this::expression));
            case 12 -> new Expression.Operation(string(), expression(), expression());
            case 13 -> new Expression.Lambda(number(), number(), optionalExpression());
            case 14 -> new Expression.ParameterOf(number(), number(), number());
            case 15 -> {
                int index = number();
                yield new Expression.ParameterOfType(type(), index);
            }
            case 16 -> new Expression.Awaited(expression());
            case 17 -> new Expression.Invoked(expression());
            default -> throw new IllegalArgumentException("There is no expression of kind " + tag);
        };
    }

    private <T> List<T> list(Supplier<T> read) {
        int count = count();
        List<T> values = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            values.add(read.get());
        }
        return values;
    }

    private String string() {
        return strings.get(number() - 1);
    }

    private @Nullable String optionalString() {
        int index = number();
        return index == 0 ? null : strings.get(index - 1);
    }

    private TypeRef type() {
        return types.get(number() - 1);
    }

    private @Nullable TypeRef optionalType() {
        int index = number();
        return index == 0 ? null : types.get(index - 1);
    }

    /** A number of things that take a byte each at least. */
    private int count() {
        int count = number();
        if (count < 0 || count > bytes.length - at) {
            throw new IllegalArgumentException("There is no room for " + count);
        }
        return count;
    }

    private int number() {
        int value = 0;
        for (int shift = 0; shift < 35; shift += 7) {
            byte next = bytes[at++];
            value |= (next & 0x7F) << shift;
            if (next >= 0) {
                return value;
            }
        }
        throw new IllegalArgumentException("A number is too long");
    }
}
