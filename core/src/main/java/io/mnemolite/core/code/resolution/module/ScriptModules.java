package io.mnemolite.core.code.resolution.module;

import io.mnemolite.core.code.CodePath;
import io.mnemolite.core.code.facts.Import;
import io.mnemolite.core.code.facts.Manifest;
import io.mnemolite.core.code.resolution.registry.Container;
import io.mnemolite.core.code.resolution.registry.FileContext;
import io.mnemolite.core.code.resolution.registry.Questions;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Modules of JavaScript and TypeScript: relative ones, those that a tsconfig.json maps, and packages of the repository. */
final class ScriptModules implements ModuleSystem {

    private static final String MAIN = "index";
    private static final int LONGEST_CHAIN = 5;
    private static final List<String> EXTENSIONS =
            List.of(".d.ts", ".d.mts", ".d.cts", ".js", ".ts", ".jsx", ".tsx", ".mjs", ".cjs", ".mts", ".cts");

    /** Folders that a build fills out of the folder src. */
    private static final Pattern BUILT =
            Pattern.compile("(^|/)(dist|lib|build|out|esm|cjs|es)(/(esm|cjs|es|types|src))?/");

    /** What names no package, so that some builder's configuration says where it lies. */
    private static final Pattern ALIAS = Pattern.compile("^([@~]/|[~#/]|src/)");

    private final Questions questions;
    private final Modules modules;

    ScriptModules(Questions questions, Modules modules) {
        this.questions = questions;
        this.modules = modules;
    }

    @Override
    public List<Container> named(String target, FileContext file) {
        String folder = CodePath.folder(file.path());
        if (target.startsWith(".")) {
            return CodePath.joined(folder, target).map(this::file).orElse(List.of());
        }
        List<Container> mapped = mapped(target, folder);
        return mapped.isEmpty() ? packaged(target) : mapped;
    }

    /** It may also be a file of the repository under another name. */
    @Override
    public boolean isOutside(String target, FileContext file) {
        if (target.startsWith(".") || ALIAS.matcher(target).find()) {
            return false;
        }
        int slash = target.indexOf('/');
        int end = target.startsWith("@") && slash > 0 ? target.indexOf('/', slash + 1) : slash;
        String name = end < 0 ? target : target.substring(0, end);
        return modules.modules(Manifest.scriptPackage(name)).isEmpty()
                && (slash < 0
                        || (file(target).isEmpty() && file("src/" + target).isEmpty()));
    }

    /** A file or folder by its path within the repository, with an extension or without. */
    private List<Container> file(String path) {
        String name = withoutExtension(path);
        List<Container> found = modules.modules(name);
        return found.isEmpty() ? modules.modules(name.isEmpty() ? MAIN : name + "/" + MAIN) : found;
    }

    /** What the nearest tsconfig.json, or one that it extends, maps. */
    private List<Container> mapped(String target, String from) {
        for (String folder = from; ; folder = CodePath.folder(folder)) {
            for (String name : List.of("tsconfig.json", "jsconfig.json")) {
                String path = folder.isEmpty() ? name : folder + "/" + name;
                List<Container> config = modules.modules(Manifest.scriptPaths(path));
                if (!config.isEmpty()) {
                    return mapped(target, config, 0);
                }
            }
            if (folder.isEmpty()) {
                return List.of();
            }
        }
    }

    private List<Container> mapped(String target, List<Container> config, int level) {
        for (Container part : config) {
            List<Import> entries = questions.imports(part.file());
            List<Container> found = matched(target, entries);
            if (!found.isEmpty()) {
                return found;
            }
            for (Import entry : entries) {
                if (entry.kind() == Import.Kind.RE_EXPORT_ALL && level < LONGEST_CHAIN) {
                    found = mapped(target, modules.modules(Manifest.scriptPaths(entry.target())), level + 1);
                    if (!found.isEmpty()) {
                        return found;
                    }
                }
            }
        }
        return List.of();
    }

    private List<Container> packaged(String target) {
        int slash = target.indexOf('/');
        int end = target.startsWith("@") && slash > 0 ? target.indexOf('/', slash + 1) : slash;
        String name = end < 0 ? target : target.substring(0, end);
        String below = end < 0 ? "." : "." + target.substring(end);
        List<Container> only = List.of();
        for (Container part : modules.modules(Manifest.scriptPackage(name))) {
            List<Container> found = within(part, below);
            if (!found.isEmpty() && !only.isEmpty()) {
                // Two packages of one name, as copies and examples have it: nothing tells which.
                return List.of();
            }
            only = found.isEmpty() ? only : found;
        }
        return only;
    }

    private List<Container> within(Container manifest, String below) {
        List<Container> found = matched(below, questions.imports(manifest.file()));
        if (!found.isEmpty()) {
            return found;
        }
        String folder = CodePath.folder(manifest.file().path());
        for (String root : List.of("./", "./src/")) {
            found = CodePath.joined(folder, root + below).map(this::file).orElse(List.of());
            if (!found.isEmpty()) {
                return found;
            }
        }
        return List.of();
    }

    private List<Container> matched(String target, List<Import> entries) {
        for (Import entry : entries) {
            String rest = entry.kind() == Import.Kind.SINGLE ? rest(target, entry.name()) : null;
            if (rest == null) {
                continue;
            }
            String path = entry.target().replace("*", rest);
            List<Container> found = file(path);
            if (found.isEmpty()) {
                found = file(BUILT.matcher(path).replaceFirst("$1src/"));
            }
            if (!found.isEmpty()) {
                return found;
            }
        }
        return List.of();
    }

    /** What the star of a pattern stands for; null when the pattern does not fit. */
    private static @Nullable String rest(String target, String pattern) {
        int star = pattern.indexOf('*');
        if (star < 0) {
            return target.equals(pattern) ? "" : null;
        }
        String before = pattern.substring(0, star);
        String after = pattern.substring(star + 1);
        boolean fits = target.length() >= before.length() + after.length()
                && target.startsWith(before)
                && target.endsWith(after);
        return fits ? target.substring(before.length(), target.length() - after.length()) : null;
    }

    private static String withoutExtension(String path) {
        for (String extension : EXTENSIONS) {
            if (path.endsWith(extension)) {
                return path.substring(0, path.length() - extension.length());
            }
        }
        return path;
    }
}
