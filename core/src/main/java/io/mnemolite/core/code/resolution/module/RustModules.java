package io.mnemolite.core.code.resolution.module;

import io.mnemolite.core.code.CodePath;
import io.mnemolite.core.code.facts.Import;
import io.mnemolite.core.code.facts.Manifest;
import io.mnemolite.core.code.resolution.registry.Container;
import io.mnemolite.core.code.resolution.registry.FileContext;
import io.mnemolite.core.code.resolution.registry.Naming;
import io.mnemolite.core.code.resolution.registry.Questions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Modules of Rust: files below the root of their crate, and crates by their manifests. Paths have dots between their parts. */
final class RustModules implements ModuleSystem {

    private static final String SUFFIX = ".rs";

    /** Names of files whose modules lie beside them. */
    private static final Set<String> HEADS = Set.of("lib", "main", "mod", "build");

    /** Folders in which each file is a crate of its own. */
    private static final Set<String> OF_CRATES = Set.of("tests", "examples", "benches", "bin");

    private final Questions questions;
    private final Modules modules;

    RustModules(Questions questions, Modules modules) {
        this.questions = questions;
        this.modules = modules;
    }

    /** Whether a name begins a path at a module. */
    static boolean isRoot(String name) {
        return name.equals("crate") || name.equals("self") || name.equals("super");
    }

    @Override
    public List<Container> named(String target, FileContext file) {
        String[] parts = target.split("\\.", -1);
        List<Container> own = List.of(questions.module(file));
        List<Container> at = switch (parts[0]) {
            case "crate" -> root(file);
            case "self" -> own;
            case "super" -> parent(own.getFirst());
            default -> {
                List<Container> child = below(own.getFirst(), parts[0]);
                yield child.isEmpty() ? crate(parts[0]) : child;
            }
        };
        for (int i = 1; i < parts.length && !at.isEmpty(); i++) {
            at = below(at, parts[i]);
        }
        return at;
    }

    private List<Container> below(List<Container> of, String name) {
        for (Container part : of) {
            List<Container> found = below(part, name);
            if (!found.isEmpty()) {
                return found;
            }
        }
        return List.of();
    }

    @Override
    public List<Container> below(Container module, String name) {
        if (name.equals("super")) {
            return parent(module);
        }
        List<Container> inside = modules.modules(module.qualifiedName() + "." + name);
        if (!inside.isEmpty() || module.outer() != null) {
            return inside;
        }
        String folder = folderBelow(module.file().path());
        List<Container> found = file(Modules.join(folder, name, "/"));
        return found.isEmpty() ? file(Modules.join(folder, name + "/mod", "/")) : found;
    }

    private static String folderBelow(String path) {
        String folder = CodePath.folder(path);
        boolean isBeside = HEADS.contains(name(path)) || OF_CRATES.contains(name(folder));
        return isBeside ? folder : path.substring(0, path.length() - SUFFIX.length());
    }

    /** The last part of a path, without the extension. */
    private static String name(String path) {
        String last = path.substring(path.lastIndexOf('/') + 1);
        return last.endsWith(SUFFIX) ? last.substring(0, last.length() - SUFFIX.length()) : last;
    }

    private List<Container> parent(Container module) {
        if (module.outer() != null) {
            return List.of(module.outer());
        }
        String path = module.file().path();
        String folder = CodePath.folder(path);
        if (name(path).equals("mod")) {
            folder = CodePath.folder(folder);
        }
        List<Container> found = new ArrayList<>();
        for (String head : List.of("mod", "lib", "main")) {
            found.addAll(file(Modules.join(folder, head, "/")));
        }
        return found.isEmpty() ? file(folder) : found;
    }

    private List<Container> root(FileContext file) {
        String folder = CodePath.folder(file.path());
        String name = name(file.path());
        if (name.equals("lib") || name.equals("main") || OF_CRATES.contains(name(folder))) {
            return List.of(questions.module(file));
        }
        for (; ; folder = CodePath.folder(folder)) {
            List<Container> found = new ArrayList<>();
            for (String head : List.of("lib", "main")) {
                found.addAll(file(Modules.join(folder, head, "/")));
            }
            if (!found.isEmpty() || folder.isEmpty()) {
                return found;
            }
        }
    }

    private List<Container> crate(String name) {
        for (Container manifest : modules.modules(Manifest.rustCrate(name))) {
            for (Import place : questions.imports(manifest.file())) {
                List<Container> found = file(place.target());
                if (!found.isEmpty()) {
                    return found;
                }
            }
        }
        return List.of();
    }

    /** @param path without the extension */
    private List<Container> file(String path) {
        return modules.modules(path).stream()
                .filter(container -> container.outer() == null)
                .toList();
    }

    @Override
    public boolean isOutside(String target, FileContext file) {
        String first = target.split("\\.", 2)[0];
        return switch (first) {
            case "crate", "self", "super" -> false;
            case "std", "core", "alloc" -> true;
            default ->
                modules.modules(Manifest.rustCrate(first)).isEmpty() && !questions.isDefined(Naming.MODULE, first);
        };
    }
}
