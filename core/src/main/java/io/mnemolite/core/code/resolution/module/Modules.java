package io.mnemolite.core.code.resolution.module;

import io.mnemolite.core.code.facts.Import;
import io.mnemolite.core.code.facts.Manifest;
import io.mnemolite.core.code.resolution.registry.Container;
import io.mnemolite.core.code.resolution.registry.Family;
import io.mnemolite.core.code.resolution.registry.FileContext;
import io.mnemolite.core.code.resolution.registry.Naming;
import io.mnemolite.core.code.resolution.registry.Questions;
import java.util.List;

/** Which module of the repository an import means, by the rules of its language; none when it lies outside. */
final class Modules {

    /** Folders from which a project's packages are found although they are none themselves. */
    private static final List<String> ROOTS = List.of("", "src", "lib", "python");

    private final Questions questions;
    private final ScriptModules scripts;

    Modules(Questions questions) {
        this.questions = questions;
        this.scripts = new ScriptModules(questions, this);
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
            return scripts.named(target, file);
        }
        return file.family().equals(Family.GO) ? go(target) : List.of();
    }

    /** Whether imports of a file are followed, so that what it names is imported, of its own, or built in. */
    boolean areFollowed(FileContext file) {
        return file.family().equals(Family.PYTHON)
                || file.family().equals(Family.SCRIPT)
                || file.family().equals(Family.GO);
    }

    /** Whether a module that was not found lies outside of the repository, as far as its name tells. */
    boolean isOutside(String target, FileContext file) {
        if (target.startsWith(".")) {
            return false;
        }
        if (file.family().equals(Family.SCRIPT)) {
            return scripts.isOutside(target);
        }
        if (file.family().equals(Family.PYTHON)) {
            // A folder of the repository has the same name, from where nobody knows how it is found.
            String first = target.split("\\.", 2)[0];
            return PythonLibrary.contains(first) || !questions.isDefined(Naming.MODULE, first);
        }
        if (file.family().equals(Family.GO)) {
            return isOutsideOfGo(target);
        }
        return true;
    }

    private boolean isOutsideOfGo(String target) {
        int slash = target.indexOf('/');
        boolean isLibrary =
                !target.substring(0, slash < 0 ? target.length() : slash).contains(".");
        for (int at = slash; at > 0 && !isLibrary; at = target.indexOf('/', at + 1)) {
            if (!modules(target.substring(at + 1)).isEmpty()) {
                return false;
            }
        }
        return true;
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
        return inProjects(target);
    }

    /** A package of another project of the repository, if only one has it. */
    private List<Container> inProjects(String target) {
        List<Container> only = List.of();
        for (Container project : modules(Manifest.PYTHON_PROJECT)) {
            for (Import root : questions.imports(project.file())) {
                List<Container> found = modules(join(root.target(), target, "."));
                if (!found.isEmpty() && !only.isEmpty() && only.getFirst() != found.getFirst()) {
                    return List.of();
                }
                only = found.isEmpty() ? only : found;
            }
        }
        return only;
    }

    /** A package by the module paths that the files go.mod declare. */
    private List<Container> go(String target) {
        for (int end = target.length(); end > 0; end = target.lastIndexOf('/', end - 1)) {
            for (Container module : modules(Manifest.goModule(target.substring(0, end)))) {
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

    List<Container> modules(String qualifiedName) {
        return questions.containers(qualifiedName).stream()
                .filter(container -> !container.definition().kind().isType())
                .toList();
    }

    private static String join(String first, String second, String separator) {
        return first.isEmpty() || second.isEmpty() ? first + second : first + separator + second;
    }
}
