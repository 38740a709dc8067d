package io.mnemolite.parsing.language;

import io.mnemolite.core.code.SourceFile;
import io.mnemolite.core.error.ErrorCode;
import io.mnemolite.core.error.MnemoliteException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The languages that are known, out of the resource {@code languages.txt}, and how a file's language is told. */
public final class Languages {

    private static final int LONGEST_FIRST_LINE = 200;

    /** What a header of C does not hold. */
    private static final Pattern CPP = Pattern.compile(
            "(?m)^[ \\t]*+(class \\w|namespace\\b|template *<|using \\w|(public|private|protected) *:)");

    private final List<Dialect> dialects;
    /** A header is said to be of C, as its extension tells, but parsed as what it is written in. */
    private final Dialect cppHeader;

    private final Map<String, Dialect> byName = new HashMap<>();
    private final Map<String, Dialect> byExtension = new HashMap<>();
    private final Map<String, Dialect> byFileName = new HashMap<>();
    private final Map<String, Dialect> byInterpreter = new HashMap<>();

    public Languages() {
        dialects = resource("languages.txt")
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(Dialect::parse)
                .toList();
        for (Dialect dialect : dialects) {
            dialect.names().forEach(name -> byName.putIfAbsent(name, dialect));
            dialect.extensions().forEach(extension -> byExtension.putIfAbsent(extension, dialect));
            dialect.fileNames().forEach(name -> byFileName.putIfAbsent(name, dialect));
            dialect.interpreters().forEach(name -> byInterpreter.putIfAbsent(name, dialect));
        }
        cppHeader = dialects.stream()
                .filter(dialect -> dialect.names().contains("c-header-in-c++"))
                .findFirst()
                .orElseThrow();
    }

    /** In the order of the resource. */
    public List<Dialect> all() {
        return dialects;
    }

    /** The text of the query of a dialect, which has a grammar. */
    public static String query(Dialect dialect) {
        StringBuilder query = new StringBuilder();
        for (String folder : String.valueOf(dialect.folder()).split(" ", -1)) {
            query.append(resource(folder + "/query.scm")).append('\n');
        }
        return query.toString();
    }

    /** The text of a resource of this package. */
    public static String resource(String name) {
        try (InputStream in = Languages.class.getResourceAsStream("/io/mnemolite/parsing/language/" + name)) {
            if (in == null) {
                throw new IllegalStateException("The resource " + name + " is not on the class path.");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The language as the caller named it, else by file name, extension, or first line {@code #!…}.
     *
     * @throws MnemoliteException when none of these tells
     */
    public Dialect of(SourceFile file) {
        Dialect found = toldBy(file);
        boolean isHeader = found.language().name().equals("c") && file.path().endsWith(".h");
        return isHeader && CPP.matcher(file.content()).find() ? cppHeader : found;
    }

    private Dialect toldBy(SourceFile file) {
        Dialect byPath = byPath(file.path());
        String named = file.language();
        if (named != null && !named.isBlank()) {
            return named(named.strip(), byPath, file.path());
        }
        Dialect found = byPath != null ? byPath : byFirstLine(file.content());
        if (found == null) {
            throw new MnemoliteException(
                    ErrorCode.INVALID_VALUE,
                    "The language of " + file.path() + " cannot be told from its name or first line; name it in"
                            + " \"language\", with \"text\" for plain text.");
        }
        return found;
    }

    private Dialect named(String name, @Nullable Dialect byPath, String path) {
        Dialect found = byName.get(name.toLowerCase(Locale.ROOT));
        if (found == null) {
            throw new MnemoliteException(
                    ErrorCode.INVALID_VALUE,
                    "The language \"" + shortened(name) + "\" of " + path
                            + " is not known; use a name such as \"java\" or \"python\", or \"text\" for plain text.");
        }
        // "typescript" said of a .tsx file leaves the grammar to the extension.
        return byPath != null && byPath.language().equals(found.language()) ? byPath : found;
    }

    private @Nullable Dialect byPath(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        Dialect found = byFileName.get(name);
        for (int dot = name.indexOf('.'); found == null && dot >= 0; dot = name.indexOf('.', dot + 1)) {
            found = byExtension.get(name.substring(dot + 1).toLowerCase(Locale.ROOT));
        }
        // Dockerfile.dev, Makefile.am
        int dot = name.indexOf('.');
        return found == null && dot > 0 ? byFileName.get(name.substring(0, dot)) : found;
    }

    private @Nullable Dialect byFirstLine(String content) {
        String text = content.startsWith("\uFEFF") ? content.substring(1) : content;
        if (!text.startsWith("#!")) {
            return null;
        }
        int end = text.indexOf('\n');
        String line = text.substring(2, Math.min(end < 0 ? text.length() : end, LONGEST_FIRST_LINE));
        for (String word : line.strip().split("\\s+", -1)) {
            String program = word.substring(word.lastIndexOf('/') + 1);
            boolean isOption = program.startsWith("-") || program.contains("=");
            if (program.equals("env") || isOption) {
                continue;
            }
            Dialect found = byInterpreter.get(program);
            return found != null ? found : byInterpreter.get(program.replaceFirst("[0-9.]+$", ""));
        }
        return null;
    }

    private static String shortened(String name) {
        return name.length() > 40 ? name.substring(0, 40) + "…" : name;
    }
}
