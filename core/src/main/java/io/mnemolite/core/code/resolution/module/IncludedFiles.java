package io.mnemolite.core.code.resolution.module;

import io.mnemolite.core.code.CodePath;
import io.mnemolite.core.code.facts.LinkedName;
import io.mnemolite.core.code.resolution.registry.Container;
import io.mnemolite.core.code.resolution.registry.Family;
import io.mnemolite.core.code.resolution.registry.FileContext;
import io.mnemolite.core.code.resolution.registry.Questions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Files that others include, require or read, by the paths that these write. */
final class IncludedFiles implements ModuleSystem {

    /** Folders in which a project keeps what it includes although the paths do not say so. */
    private static final List<String> INCLUDED = List.of("", "include", "src", "inc", "source", "lib");

    private static final List<String> REQUIRED = List.of("lib", "");

    private final Questions questions;
    private final Modules modules;
    private final Map<String, List<Container>> known = new HashMap<>();

    IncludedFiles(Questions questions, Modules modules) {
        this.questions = questions;
        this.modules = modules;
    }

    @Override
    public List<Container> named(String target, FileContext file) {
        String folder = CodePath.folder(file.path());
        List<Container> found = known.get(folder + '\0' + target);
        if (found == null) {
            found = find(target, folder, file.family());
            known.put(folder + '\0' + target, found);
        }
        return found;
    }

    private List<Container> find(String target, String folder, Family family) {
        if (family.equals(Family.C)) {
            boolean isOfSystem = target.startsWith("<");
            return included(isOfSystem ? target.substring(1) : target, isOfSystem, folder);
        }
        if (family.equals(Family.RUBY)) {
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

    /** C: a header, of which many may have the name. */
    private List<Container> included(String path, boolean isOfSystem, String folder) {
        Map<String, Container> byPath = new TreeMap<>();
        for (Container linked : questions.containers(LinkedName.file(path.substring(path.lastIndexOf('/') + 1)))) {
            Container module = questions.outer(linked);
            if (module != null) {
                byPath.put(module.file().path(), module);
            }
        }
        Container beside = byPath.isEmpty() || isOfSystem
                ? null
                : CodePath.joined(folder, path).map(byPath::get).orElse(null);
        if (byPath.isEmpty() || beside != null) {
            return beside == null ? List.of() : List.of(beside);
        }
        for (String around = folder; ; around = CodePath.folder(around)) {
            for (String each : INCLUDED) {
                Container found = byPath.get(Modules.join(around, each.isEmpty() ? path : each + "/" + path, "/"));
                if (found != null) {
                    return List.of(found);
                }
            }
            if (around.isEmpty()) {
                break;
            }
        }
        // A build says where to look, which nobody can read: the only file whose path ends so.
        List<Container> ending = path.startsWith(".")
                ? List.of()
                : byPath.values().stream()
                        .filter(module -> module.file().path().endsWith("/" + path))
                        .toList();
        return ending.size() == 1 ? ending : List.of();
    }

    /** What is not found may be anywhere that a build or a shell looks. */
    @Override
    public boolean isOutside(String target, FileContext file) {
        return false;
    }
}
