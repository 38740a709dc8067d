package io.mnemolite.core.code.resolution.module;

import io.mnemolite.core.code.facts.Import;
import io.mnemolite.core.code.facts.Manifest;
import io.mnemolite.core.code.resolution.registry.Container;
import io.mnemolite.core.code.resolution.registry.FileContext;
import io.mnemolite.core.code.resolution.registry.Naming;
import io.mnemolite.core.code.resolution.registry.Questions;
import java.util.List;

/** Modules of Python: relative ones, those beside a program, and packages of the repository's projects. */
final class PythonModules implements ModuleSystem {

    /** Folders from which a project's packages are found although they are none themselves. */
    private static final List<String> ROOTS = List.of("", "src", "lib", "python");

    private final Questions questions;
    private final Modules modules;

    PythonModules(Questions questions, Modules modules) {
        this.questions = questions;
        this.modules = modules;
    }

    @Override
    public List<Container> named(String target, FileContext file) {
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
            return modules.modules(Modules.join(base, target.substring(dots), "."));
        }
        for (String root : ROOTS) {
            List<Container> found = modules.modules(Modules.join(root, target, "."));
            if (!found.isEmpty()) {
                return found;
            }
        }
        // A program finds modules beside its own packages, wherever these lie.
        for (int dot = own.indexOf('.'); dot > 0; dot = own.indexOf('.', dot + 1)) {
            List<Container> found = modules.modules(Modules.join(own.substring(0, dot), target, "."));
            if (!found.isEmpty()) {
                return found;
            }
        }
        return inProjects(target);
    }

    /** A package of another project of the repository, if only one has it. */
    private List<Container> inProjects(String target) {
        List<Container> only = List.of();
        for (Container project : modules.modules(Manifest.PYTHON_PROJECT)) {
            for (Import root : questions.imports(project.file())) {
                List<Container> found = modules.modules(Modules.join(root.target(), target, "."));
                if (!found.isEmpty() && !only.isEmpty() && only.getFirst() != found.getFirst()) {
                    return List.of();
                }
                only = found.isEmpty() ? only : found;
            }
        }
        return only;
    }

    @Override
    public boolean isOutside(String target, FileContext file) {
        if (target.startsWith(".")) {
            return false;
        }
        // A folder of the repository has the same name, from where nobody knows how it is found.
        String first = target.split("\\.", 2)[0];
        return PythonLibrary.contains(first) || !questions.isDefined(Naming.MODULE, first);
    }
}
