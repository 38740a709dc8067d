package io.mnemolite.core.code.resolution.registry;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes the table of {@link StandardTypes} from the classes of the JDK that runs. */
final class StandardTypesWriter {

    private static final List<String> PACKAGES = List.of(
            "java.io",
            "java.lang",
            "java.lang.reflect",
            "java.math",
            "java.net",
            "java.nio",
            "java.nio.charset",
            "java.nio.file",
            "java.text",
            "java.time",
            "java.time.format",
            "java.util",
            "java.util.concurrent",
            "java.util.concurrent.atomic",
            "java.util.concurrent.locks",
            "java.util.function",
            "java.util.regex",
            "java.util.stream");

    private static String section = "";

    private StandardTypesWriter() {}

    static String table() {
        StringBuilder text = new StringBuilder();
        for (String name : PACKAGES) {
            section = name;
            text.append("P ").append(name).append('\n');
            classes(name).forEach(type -> write(type, name, text));
        }
        return text.toString();
    }

    private static List<Class<?>> classes(String packageName) {
        FileSystem modules = FileSystems.getFileSystem(URI.create("jrt:/"));
        Path folder = modules.getPath("/modules/java.base/" + packageName.replace('.', '/'));
        try (Stream<Path> files = Files.list(folder)) {
            List<Class<?>> found = new ArrayList<>();
            for (String file :
                    files.map(file -> file.getFileName().toString()).sorted().toList()) {
                if (file.endsWith(".class") && !file.contains("$") && !file.contains("-info")) {
                    Class<?> type =
                            Class.forName(packageName + "." + file.substring(0, file.length() - 6), false, null);
                    if (Modifier.isPublic(type.getModifiers())) {
                        found.add(type);
                    }
                }
            }
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void write(Class<?> type, String packageName, StringBuilder text) {
        text.append("T ")
                .append(kind(type))
                .append(Modifier.isStatic(type.getModifiers()) ? "s" : "")
                .append(' ')
                .append(type.getCanonicalName().substring(packageName.length() + 1))
                .append(parameters(type.getTypeParameters()));
        List<Type> supertypes = new ArrayList<>();
        if (type.getGenericSuperclass() != null && type.getGenericSuperclass() != Object.class) {
            supertypes.add(type.getGenericSuperclass());
        }
        supertypes.addAll(Arrays.asList(type.getGenericInterfaces()));
        for (Type supertype : supertypes) {
            text.append(' ').append(name(supertype));
        }
        text.append('\n');
        TreeSet<String> lines = new TreeSet<>();
        for (Method method : type.getDeclaredMethods()) {
            if (isVisible(method.getModifiers()) && !method.isSynthetic()) {
                lines.add("M " + flags(method) + " " + method.getName() + parameters(method.getTypeParameters()) + "("
                        + parameters(method) + ")" + name(method.getGenericReturnType()));
            }
        }
        for (Constructor<?> constructor : type.getDeclaredConstructors()) {
            if (isVisible(constructor.getModifiers()) && constructor.getTypeParameters().length == 0) {
                lines.add("C " + flags(constructor) + " (" + parameters(constructor) + ")");
            }
        }
        for (Field field : type.getDeclaredFields()) {
            if (isVisible(field.getModifiers())) {
                String modifier = Modifier.isStatic(field.getModifiers()) ? "s" : "-";
                lines.add("F " + modifier + " " + field.getName() + " " + name(field.getGenericType()));
            }
        }
        lines.forEach(line -> text.append(line).append('\n'));
        Stream.of(type.getDeclaredClasses())
                .filter(nested -> isVisible(nested.getModifiers()))
                .sorted(Comparator.comparing(Class::getName))
                .forEach(nested -> write(nested, packageName, text));
    }

    private static boolean isVisible(int modifiers) {
        return Modifier.isPublic(modifiers) || Modifier.isProtected(modifiers);
    }

    private static String kind(Class<?> type) {
        if (type.isAnnotation()) {
            return "a";
        }
        return type.isInterface() ? "i" : type.isEnum() ? "e" : type.isRecord() ? "r" : "c";
    }

    private static String flags(Executable executable) {
        String flags = (Modifier.isStatic(executable.getModifiers()) ? "s" : "")
                + (Modifier.isAbstract(executable.getModifiers()) ? "a" : "")
                + (executable.isVarArgs() ? "v" : "");
        return flags.isEmpty() ? "-" : flags;
    }

    private static String parameters(Executable executable) {
        Type[] types = executable.getGenericParameterTypes();
        List<String> names = new ArrayList<>();
        for (int i = 0; i < types.length; i++) {
            String name = name(types[i]);
            boolean isRest = executable.isVarArgs() && i == types.length - 1;
            names.add(isRest ? name.substring(0, name.length() - 2) : name);
        }
        return String.join(",", names);
    }

    private static String parameters(TypeVariable<?>[] variables) {
        if (variables.length == 0) {
            return "";
        }
        return Stream.of(variables)
                .map(variable -> {
                    String bounds = Stream.of(variable.getBounds())
                            .filter(bound -> bound != Object.class)
                            .map(StandardTypesWriter::name)
                            .collect(Collectors.joining("&"));
                    return bounds.isEmpty() ? variable.getName() : variable.getName() + ":" + bounds;
                })
                .collect(Collectors.joining(",", "<", ">"));
    }

    /** Without the package, when it is java.lang or the one of the section. */
    private static String shortName(Class<?> type) {
        String name = type.getCanonicalName();
        String packageName = type.isArray() || type.isPrimitive() ? "" : type.getPackageName();
        return !packageName.isEmpty() && (packageName.equals("java.lang") || packageName.equals(section))
                ? name.substring(packageName.length() + 1)
                : type.isArray() ? shortName(type.getComponentType()) + "[]" : name;
    }

    private static String name(Type type) {
        return switch (type) {
            case Class<?> plain -> shortName(plain);
            case GenericArrayType array -> name(array.getGenericComponentType()) + "[]";
            case ParameterizedType generic ->
                Stream.of(generic.getActualTypeArguments())
                        .map(StandardTypesWriter::name)
                        .collect(Collectors.joining(",", shortName((Class<?>) generic.getRawType()) + "<", ">"));
            case TypeVariable<?> variable -> variable.getName();
            case WildcardType wildcard ->
                wildcard.getLowerBounds().length > 0
                        ? name(wildcard.getLowerBounds()[0])
                        : wildcard.getUpperBounds()[0] == Object.class ? "?" : name(wildcard.getUpperBounds()[0]);
            default -> throw new IllegalArgumentException("Unknown kind of type: " + type);
        };
    }
}
