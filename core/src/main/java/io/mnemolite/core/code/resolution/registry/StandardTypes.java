package io.mnemolite.core.code.resolution.registry;

import io.mnemolite.core.code.facts.Definition;
import io.mnemolite.core.code.facts.Definition.Parameter;
import io.mnemolite.core.code.facts.Definition.Trait;
import io.mnemolite.core.code.facts.Definition.TypeParameter;
import io.mnemolite.core.code.facts.DefinitionKind;
import io.mnemolite.core.code.facts.TypeRef;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Types of Java's standard library with their supertypes and members, so that chains of calls through them can be
 * followed. They yield types only, never edges. A type is read from the table when it is first asked for.
 */
final class StandardTypes {

    static final String TABLE = "java-types.txt";

    private static final StandardTypes INSTANCE = new StandardTypes(read());

    private final Map<String, List<String>> blocks = new HashMap<>();
    private final Map<String, String> packages = new HashMap<>();
    private final Map<String, Map<String, Container>> loaded = new ConcurrentHashMap<>();

    private StandardTypes(String table) {
        String packageName = "";
        List<String> block = List.of();
        for (String line : table.split("\n", -1)) {
            if (line.startsWith("P ")) {
                packageName = line.substring(2);
            } else if (line.startsWith("T ")) {
                String name = plainName(line.substring(line.indexOf(' ', 2) + 1));
                String top = name.indexOf('.') < 0 ? name : name.substring(0, name.indexOf('.'));
                String qualified = packageName + "." + top;
                packages.put(qualified, packageName);
                block = blocks.computeIfAbsent(qualified, absent -> new ArrayList<>());
                blocks.put(packageName + "." + name, block);
                packages.put(packageName + "." + name, packageName);
                block.add(line);
            } else if (!line.isEmpty()) {
                block.add(line);
            }
        }
    }

    static StandardTypes instance() {
        return INSTANCE;
    }

    private static String read() {
        try (InputStream in = StandardTypes.class.getResourceAsStream(TABLE)) {
            if (in == null) {
                throw new IllegalStateException("The table " + TABLE + " is not on the class path");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The qualified names of all types. */
    Set<String> names() {
        return blocks.keySet();
    }

    @Nullable
    Container find(String qualifiedName) {
        String packageName = packages.get(qualifiedName);
        if (packageName == null) {
            return null;
        }
        int end = qualifiedName.indexOf('.', packageName.length() + 1);
        String top = end < 0 ? qualifiedName : qualifiedName.substring(0, end);
        return loaded.computeIfAbsent(top, name -> load(packageName, blocks.getOrDefault(name, List.of())))
                .get(qualifiedName);
    }

    private Map<String, Container> load(String packageName, List<String> lines) {
        FileContext context = new FileContext(Family.JAVA, "", false, true, packageName, List.of());
        Map<String, Container> types = new HashMap<>();
        Container current = null;
        for (String line : lines) {
            Line rest = new Line(line, 2, packageName);
            String flags = rest.until(" ");
            if (line.charAt(0) == 'T') {
                current = type(context, rest, flags, types);
                types.put(current.qualifiedName(), current);
            } else if (current != null) {
                current.add(member(current, line.charAt(0), rest, flags));
            }
        }
        return types;
    }

    private static Container type(FileContext context, Line rest, String flags, Map<String, Container> types) {
        String name = rest.until("< \n");
        List<TypeParameter> parameters = rest.typeParameters();
        List<TypeRef> supertypes = new ArrayList<>();
        while (rest.skip(' ')) {
            supertypes.add(rest.type());
        }
        DefinitionKind kind = switch (flags.charAt(0)) {
            case 'i' -> DefinitionKind.INTERFACE;
            case 'a' -> DefinitionKind.ANNOTATION;
            case 'e' -> DefinitionKind.ENUM;
            case 'r' -> DefinitionKind.RECORD;
            default -> DefinitionKind.CLASS;
        };
        String qualified = context.module() + "." + name;
        Container outer = types.get(qualified.substring(0, qualified.lastIndexOf('.')));
        Definition definition = definition(
                kind,
                name.substring(name.lastIndexOf('.') + 1),
                qualified,
                traits(flags),
                parameters,
                List.of(),
                null,
                supertypes);
        Container container = new Container(context, definition, null, outer);
        if (outer != null) {
            outer.add(Member.type(outer, container));
        }
        return container;
    }

    private static Member member(Container owner, char kind, Line rest, String flags) {
        if (kind == 'F') {
            String name = rest.until(" ");
            return Member.field(owner, name, flags.startsWith("s"), rest.type(), null);
        }
        boolean isConstructor = kind == 'C';
        String name = isConstructor ? "<init>" : rest.until("<(");
        List<TypeParameter> typeParameters = rest.typeParameters();
        List<Parameter> parameters = new ArrayList<>();
        rest.skip('(');
        while (!rest.skip(')')) {
            parameters.add(new Parameter("", rest.type()));
            rest.skip(',');
        }
        TypeRef returns = isConstructor ? null : rest.type();
        DefinitionKind definitionKind = isConstructor ? DefinitionKind.CONSTRUCTOR : DefinitionKind.METHOD;
        String qualified = owner.qualifiedName() + "." + name;
        return Member.callable(
                owner,
                definition(
                        definitionKind, name, qualified, traits(flags), typeParameters, parameters, returns, List.of()),
                null);
    }

    private static Set<Trait> traits(String flags) {
        Set<Trait> traits = EnumSet.noneOf(Trait.class);
        if (flags.indexOf('s') >= 0) {
            traits.add(Trait.STATIC);
        }
        if (flags.length() > 0 && flags.indexOf('a') >= 0) {
            traits.add(Trait.ABSTRACT);
        }
        if (flags.indexOf('v') >= 0) {
            traits.add(Trait.VARARGS);
        }
        return traits;
    }

    private static Definition definition(
            DefinitionKind kind,
            String name,
            String qualifiedName,
            Set<Trait> traits,
            List<TypeParameter> typeParameters,
            List<Parameter> parameters,
            @Nullable TypeRef returns,
            List<TypeRef> supertypes) {
        boolean isVarargs = traits.contains(Trait.VARARGS);
        int count = parameters.size();
        return new Definition(
                kind,
                name,
                qualifiedName,
                0,
                0,
                traits,
                typeParameters,
                parameters,
                isVarargs ? count - 1 : count,
                isVarargs ? Integer.MAX_VALUE : count,
                returns,
                supertypes,
                1,
                1);
    }

    private static String plainName(String head) {
        int end = 0;
        while (end < head.length() && head.charAt(end) != '<' && head.charAt(end) != ' ') {
            end++;
        }
        return head.substring(0, end);
    }

    /** The rest of a line of the table. */
    private final class Line {

        private final String text;
        private final String packageName;
        private int at;

        Line(String text, int at, String packageName) {
            this.text = text;
            this.at = at;
            this.packageName = packageName;
        }

        /** What stands before the first of these characters, or the rest; a space is skipped. */
        String until(String ends) {
            int start = at;
            while (at < text.length() && ends.indexOf(text.charAt(at)) < 0) {
                at++;
            }
            String found = text.substring(start, at);
            if (ends.equals(" ")) {
                skip(' ');
            }
            return found;
        }

        boolean skip(char expected) {
            if (at < text.length() && text.charAt(at) == expected) {
                at++;
                return true;
            }
            return at >= text.length() && expected == ')';
        }

        List<TypeParameter> typeParameters() {
            List<TypeParameter> parameters = new ArrayList<>();
            if (skip('<')) {
                while (!skip('>')) {
                    String name = until(":,>");
                    List<TypeRef> bounds = new ArrayList<>();
                    if (skip(':')) {
                        do {
                            bounds.add(type());
                        } while (skip('&'));
                    }
                    parameters.add(new TypeParameter(name, bounds));
                    skip(',');
                }
            }
            return parameters;
        }

        TypeRef type() {
            String name = qualified(until("<>,&)([ "));
            List<TypeRef> arguments = new ArrayList<>();
            if (skip('<')) {
                do {
                    arguments.add(type());
                } while (skip(','));
                skip('>');
            }
            TypeRef type = new TypeRef(name, arguments);
            while (skip('[')) {
                skip(']');
                type = TypeRef.arrayOf(type);
            }
            return type;
        }

        private String qualified(String name) {
            if (packages.containsKey(packageName + "." + name)) {
                return packageName + "." + name;
            }
            return packages.containsKey("java.lang." + name) ? "java.lang." + name : name;
        }
    }
}
