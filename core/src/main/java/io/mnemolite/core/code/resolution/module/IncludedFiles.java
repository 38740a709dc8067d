package io.mnemolite.core.code.resolution.module;

import io.mnemolite.core.code.CodePath;
import io.mnemolite.core.code.facts.LinkedName;
import io.mnemolite.core.code.resolution.registry.Container;
import io.mnemolite.core.code.resolution.registry.Family;
import io.mnemolite.core.code.resolution.registry.FileContext;
import io.mnemolite.core.code.resolution.registry.Questions;
import java.util.List;

/** Files that others include, require or read, by the paths that these write. */
final class IncludedFiles implements ModuleSystem {

    /** Folders in which a project keeps what it includes although the paths do not say so. */
    private static final List<String> INCLUDED = List.of("", "include", "src", "inc", "source", "lib");

    private static final List<String> REQUIRED = List.of("lib", "");

    private final Questions questions;
    private final Modules modules;

    IncludedFiles(Questions questions, Modules modules) {
        this.questions = questions;
        this.modules = modules;
    }

    @Override
    public List<Container> named(String target, FileContext file) {
        String folder = CodePath.folder(file.path());
        if (file.family().equals(Family.C)) {
            boolean isOfSystem = target.startsWith("<");
            String path = isOfSystem ? target.substring(1) : target;
            List<Container> found = isOfSystem ? List.of() : at(folder, path);
            found = found.isEmpty() ? around(folder, INCLUDED, path) : found;
            return found.isEmpty() ? bySuffix(path) : found;
        }
        if (file.family().equals(Family.RUBY)) {
            String path = target.endsWith(".rb") ? target : target + ".rb";
            return path.startsWith(".") ? at(folder, path) : around(folder, REQUIRED, path);
        }
        return around(folder, List.of(""), target);
    }

    /** The one that is found first in these folders of the nearest folder around. */
    private List<Container> around(String from, List<String> below, String path) {
        for (String folder = from; ; folder = CodePath.folder(folder)) {
            for (String each : below) {
                List<Container> found = at(Modules.join(folder, each, "/"), path);
                if (!found.isEmpty()) {
                    return found;
                }
            }
            if (folder.isEmpty()) {
                return List.of();
            }
        }
    }

    private List<Container> at(String folder, String relative) {
        return CodePath.joined(folder, relative).map(this::file).orElse(List.of());
    }

    private List<Container> file(String path) {
        int slash = path.lastIndexOf('/');
        int dot = path.lastIndexOf('.');
        return modules.modules(dot <= slash + 1 ? path : path.substring(0, dot)).stream()
                .filter(container -> container.file().path().equals(path))
                .toList();
    }

    /** The only file of the repository whose path ends so: a build says where to look, which nobody can read. */
    private List<Container> bySuffix(String path) {
        if (path.startsWith(".")) {
            return List.of();
        }
        String name = path.substring(path.lastIndexOf('/') + 1);
        Container only = null;
        for (Container linked : questions.containers(LinkedName.file(name))) {
            Container module = questions.outer(linked);
            if (module != null && module.file().path().endsWith("/" + path)) {
                if (only != null) {
                    return List.of();
                }
                only = module;
            }
        }
        return only == null ? List.of() : List.of(only);
    }

    /** What is not found may be anywhere that a build or a shell looks. */
    @Override
    public boolean isOutside(String target, FileContext file) {
        return false;
    }
}
