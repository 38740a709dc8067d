package io.mnemolite.core.code.facts;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Facts to plain bytes: first the strings and types, then the lists that refer to them by number. */
@SuppressWarnings("EnumOrdinal") // FileFactsCodec.VERSION changes with the order of an enum.
final class FactsWriter {

    /** The deepest nesting of expressions and types that is stored. */
    static final int DEEPEST = 200;

    /** Names in a type; without a limit a few bytes could describe one that is as large as 2 to their number. */
    static final int LARGEST_TYPE = 10_000;

    private final Map<String, Integer> strings = new HashMap<>();
    private final Map<TypeRef, Integer> types = new HashMap<>();
    private final List<Integer> typeSizes = new ArrayList<>();
    private final ByteArrayOutputStream stringBytes = new ByteArrayOutputStream();
    private final ByteArrayOutputStream typeBytes = new ByteArrayOutputStream();
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();
    private int depth;

    byte[] write(FileFacts facts) {
        string(facts.language().name());
        string(facts.path());
        number(facts.isTest() ? 1 : 0);
        string(facts.module());
        list(facts.imports(), this::imported);
        list(facts.definitions(), this::definition);
        list(facts.scopes(), this::scope);
        list(facts.sites(), this::site);
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        number(all, strings.size());
        all.writeBytes(stringBytes.toByteArray());
        number(all, typeSizes.size());
        all.writeBytes(typeBytes.toByteArray());
        all.writeBytes(body.toByteArray());
        return all.toByteArray();
    }

    private void imported(Import value) {
        number(value.kind().ordinal());
        string(value.target());
        string(value.name());
        string(value.alias());
        number(value.scope());
        number(value.line());
    }

    private void definition(Definition value) {
        number(value.kind().ordinal());
        string(value.name());
        string(value.qualifiedName());
        number(value.owner() + 1);
        number(value.scope());
        int bits = 0;
        for (Definition.Trait trait : value.traits()) {
            bits |= 1 << trait.ordinal();
        }
        number(bits);
        list(value.typeParameters(), parameter -> {
            string(parameter.name());
            list(parameter.bounds(), this::type);
        });
        list(value.parameters(), parameter -> {
            string(parameter.name());
            type(parameter.type());
        });
        number(value.minimumArity());
        number(value.maximumArity());
        type(value.returns());
        list(value.supertypes(), this::type);
        number(value.startLine());
        number(value.endLine());
    }

    private void scope(Scope value) {
        number(value.kind().ordinal());
        number(value.parent() + 1);
        number(value.definition());
        list(value.bindings(), binding -> {
            number(binding.kind().ordinal());
            string(binding.name());
            type(binding.type());
            expression(binding.value());
            number(binding.isStatic() ? 1 : 0);
            number(binding.position());
        });
    }

    private void site(CallSite value) {
        number(value.form().ordinal());
        string(value.name());
        expression(value.receiver());
        type(value.type());
        number(value.arity() + 1);
        list(value.arguments(), this::expression);
        list(value.labels(), this::string);
        number(value.scope());
        number(value.caller());
        number(value.line());
        number(value.column());
        number(value.position());
    }

    private void expression(@Nullable Expression value) {
        if (++depth > DEEPEST) {
            throw new IllegalArgumentException("An expression is nested deeper than " + DEEPEST);
        }
        switch (value) {
            case null -> number(0);
            case Expression.Opaque opaque -> number(1);
            case Expression.Name name -> named(2, name.name());
            case Expression.Member member -> {
                named(3, member.name());
                expression(member.of());
            }
            case Expression.Self self -> named(4, self.type());
            case Expression.Parent parent -> named(5, parent.type());
            case Expression.Result result -> numbers(6, result.site());
            case Expression.Callable callable -> numbers(7, callable.site());
            case Expression.Typed typed -> {
                number(8);
                type(typed.type());
            }
            case Expression.TypeName name -> {
                number(9);
                type(name.type());
            }
            case Expression.Element element -> {
                numbers(10, element.iterated() ? 1 : 0);
                expression(element.of());
            }
            case Expression.Choice choice -> {
                number(11);
                list(choice.alternatives(), this::expression);
            }
            case Expression.Operation operation -> {
                named(12, operation.operator());
                expression(operation.left());
                expression(operation.right());
            }
            case Expression.Lambda lambda -> {
                numbers(13, lambda.scope(), lambda.arity());
                expression(lambda.result());
            }
            case Expression.ParameterOf parameter ->
                numbers(14, parameter.site(), parameter.argument(), parameter.index());
            case Expression.ParameterOfType parameter -> {
                numbers(15, parameter.index());
                type(parameter.function());
            }
            case Expression.Awaited awaited -> {
                number(16);
                expression(awaited.of());
            }
            case Expression.Invoked invoked -> {
                number(17);
                expression(invoked.callee());
            }
        }
        depth--;
    }

    private void named(int tag, @Nullable String name) {
        number(tag);
        string(name);
    }

    private void numbers(int tag, int... values) {
        number(tag);
        for (int value : values) {
            number(value);
        }
    }

    private <T> void list(List<T> values, Consumer<T> write) {
        number(values.size());
        values.forEach(write);
    }

    private void string(@Nullable String value) {
        number(value == null ? 0 : stringNumber(value) + 1);
    }

    private int stringNumber(String value) {
        Integer known = strings.get(value);
        if (known != null) {
            return known;
        }
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        number(stringBytes, bytes.length);
        stringBytes.writeBytes(bytes);
        strings.put(value, strings.size());
        return strings.size() - 1;
    }

    private void type(@Nullable TypeRef value) {
        number(value == null ? 0 : typeNumber(value) + 1);
    }

    private int typeNumber(TypeRef value) {
        Integer known = types.get(value);
        if (known != null) {
            return known;
        }
        if (++depth > DEEPEST) {
            throw new IllegalArgumentException("A type is nested deeper than " + DEEPEST);
        }
        List<Integer> arguments = new ArrayList<>();
        long size = 1;
        for (TypeRef argument : value.arguments()) {
            int number = typeNumber(argument);
            arguments.add(number);
            size += typeSizes.get(number);
        }
        depth--;
        if (size > LARGEST_TYPE) {
            // A reader would refuse it, and with it all that the file says.
            int unknown = typeNumber(TypeRef.UNKNOWN);
            types.put(value, unknown);
            return unknown;
        }
        // Arguments were written before, so a reader finds them complete.
        number(typeBytes, stringNumber(value.name()));
        number(typeBytes, arguments.size());
        arguments.forEach(argument -> number(typeBytes, argument));
        types.put(value, typeSizes.size());
        typeSizes.add((int) size);
        return typeSizes.size() - 1;
    }

    private void number(int value) {
        number(body, value);
    }

    /** Seven bits a byte, the lowest first; negative numbers take five bytes. */
    private static void number(ByteArrayOutputStream to, int value) {
        int rest = value;
        while ((rest & ~0x7F) != 0) {
            to.write((rest & 0x7F) | 0x80);
            rest >>>= 7;
        }
        to.write(rest);
    }
}
