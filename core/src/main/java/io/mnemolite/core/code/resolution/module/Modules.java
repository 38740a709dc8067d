package io.mnemolite.core.code.resolution.module;

import io.mnemolite.core.code.facts.Import;
import io.mnemolite.core.code.resolution.registry.Container;
import io.mnemolite.core.code.resolution.registry.Family;
import io.mnemolite.core.code.resolution.registry.FileContext;
import io.mnemolite.core.code.resolution.registry.Questions;
import java.util.ArrayList;
import java.util.List;

/** Which module of the repository an import means, by the rules of its language; none when it lies outside. */
final class Modules {

    /** Folders from which a project's packages are found although they are none themselves. */
    private static final List<String> ROOTS = List.of("", "src", "lib", "python");

    private static final String MAIN = "/index";

    private final Questions questions;

    Modules(Questions questions) {
        this.questions = questions;
    }

    List<Container> of(Import statement, FileContext file) {
        return named(statement.target(), file);
    }

    /** The parts of the module that {@code target} means in a file. */
    List<Container> named(String target, FileContext file) {
        if (file.family().equals(Family.PYTHON)) {
            return python(target, file);
        }
        if (file.family().equals(Family.SCRIPT)) {
            return script(target, file);
        }
        return file.family().equals(Family.GO) ? go(target) : List.of();
    }

    private List<Container> python(String target, FileContext file) {
        String own = file.module();
        if (target.startsWith(".")) {
            int dots = 0;
            while (dots < target.length() && target.charAt(dots) == '.') {
                dots++;
            }
            boolean isPackage = file.path().endsWith("__init__.py");
            String base = own;
            for (int i = isPackage ? 1 : 0; i < dots; i++) {
                int dot = base.lastIndexOf('.');
                base = dot < 0 ? "" : base.substring(0, dot);
            }
            return modules(join(base, target.substring(dots), "."));
        }
        for (String root : ROOTS) {
            List<Container> found = modules(join(root, target, "."));
            if (!found.isEmpty()) {
                return found;
            }
        }
        // A program finds modules beside its own packages, wherever these lie.
        for (int dot = own.indexOf('.'); dot > 0; dot = own.indexOf('.', dot + 1)) {
            List<Container> found = modules(join(own.substring(0, dot), target, "."));
            if (!found.isEmpty()) {
                return found;
            }
        }
        return List.of();
    }

    private List<Container> script(String target, FileContext file) {
        String name = withoutExtension(target);
        if (!target.startsWith(".")) {
            return List.of();
        }
        List<String> parts = new ArrayList<>(List.of(file.path().split("/", -1)));
        parts.removeLast();
        for (String part : name.split("/", -1)) {
            if (part.equals("..")) {
                if (parts.isEmpty()) {
                    return List.of();
                }
                parts.removeLast();
            } else if (!part.equals(".") && !part.isEmpty()) {
                parts.add(part);
            }
        }
        String path = String.join("/", parts);
        List<Container> found = modules(path);
        return found.isEmpty() ? modules(path.isEmpty() ? "index" : path + MAIN) : found;
    }

    private static String withoutExtension(String target) {
        for (String extension : List.of(".js", ".ts", ".jsx", ".tsx", ".mjs", ".cjs", ".mts", ".cts")) {
            if (target.endsWith(extension)) {
                return target.substring(0, target.length() - extension.length());
            }
        }
        return target;
    }

    /** A package by the module paths that the files go.mod declare. */
    private List<Container> go(String target) {
        for (int end = target.length(); end > 0; end = target.lastIndexOf('/', end - 1)) {
            for (Container module : modules(goModule(target.substring(0, end)))) {
                String path = module.file().path();
                int slash = path.lastIndexOf('/');
                String folder = slash < 0 ? "" : path.substring(0, slash);
                String rest = end < target.length() ? target.substring(end + 1) : "";
                String inside = join(folder, rest, "/");
                List<Container> found = modules(inside.isEmpty() ? "." : inside);
                if (!found.isEmpty()) {
                    return found;
                }
            }
        }
        return List.of();
    }

    /** The qualified name of the module symbol of a file go.mod. */
    static String goModule(String path) {
        return "module " + path;
    }

    List<Container> modules(String qualifiedName) {
        return questions.containers(qualifiedName).stream()
                .filter(container -> !container.definition().kind().isType())
                .toList();
    }

    private static String join(String first, String second, String separator) {
        return first.isEmpty() || second.isEmpty() ? first + second : first + separator + second;
    }
}
