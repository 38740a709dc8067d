package io.mnemolite.core.code.resolution.module;

import io.mnemolite.core.code.facts.Import;
import io.mnemolite.core.code.resolution.registry.Container;
import io.mnemolite.core.code.resolution.registry.Family;
import io.mnemolite.core.code.resolution.registry.FileContext;
import io.mnemolite.core.code.resolution.registry.Questions;
import java.util.List;
import java.util.Map;

/** Which module of the repository an import means, by the rules of its language; none when it lies outside. */
final class Modules {

    private final Questions questions;
    private final Map<String, ModuleSystem> byFamily;

    Modules(Questions questions) {
        this.questions = questions;
        ModuleSystem packages = new PackageModules(questions);
        ModuleSystem included = new IncludedFiles(questions, this);
        this.byFamily = Map.ofEntries(
                Map.entry("python", new PythonModules(questions, this)),
                Map.entry("script", new ScriptModules(questions, this)),
                Map.entry("go", new GoModules(this)),
                Map.entry("rust", new RustModules(questions, this)),
                Map.entry("swift", new SwiftModules(questions, this)),
                Map.entry("kotlin", packages),
                Map.entry("scala", packages),
                Map.entry("csharp", packages),
                Map.entry("php", packages),
                Map.entry("c", included),
                Map.entry("ruby", included),
                Map.entry("bash", included));
    }

    List<Container> of(Import statement, FileContext file) {
        return named(statement.target(), file);
    }

    /** The parts of the module that {@code target} means in a file. */
    List<Container> named(String target, FileContext file) {
        ModuleSystem system = byFamily.get(file.family().name());
        return system == null ? List.of() : system.named(target, file);
    }

    /** Whether imports of a file are followed, so that what it names is imported, of its own, or built in. */
    boolean areFollowed(FileContext file) {
        return file.family().equals(Family.PYTHON)
                || file.family().equals(Family.SCRIPT)
                || file.family().equals(Family.GO);
    }

    /** Whether a module that was not found lies outside of the repository, as far as its name tells. */
    boolean isOutside(String target, FileContext file) {
        ModuleSystem system = byFamily.get(file.family().name());
        return system == null ? !target.startsWith(".") : system.isOutside(target, file);
    }

    /** The module of a name within another one. */
    List<Container> below(List<Container> parts, String name) {
        if (parts.isEmpty()) {
            return List.of();
        }
        Container module = parts.getFirst();
        ModuleSystem system = byFamily.get(module.file().family().name());
        List<Container> found = system == null ? List.of() : system.below(module, name);
        return found.isEmpty() ? modules(module.qualifiedName() + "." + name) : found;
    }

    List<Container> modules(String qualifiedName) {
        return questions.containers(qualifiedName).stream()
                .filter(container -> !container.definition().kind().isType())
                .toList();
    }

    /** The package around another one; empty of the outermost. */
    static String around(String qualifiedName) {
        int dot = qualifiedName.lastIndexOf('.');
        return dot < 0 ? "" : qualifiedName.substring(0, dot);
    }

    static String join(String first, String second, String separator) {
        return first.isEmpty() || second.isEmpty() ? first + second : first + separator + second;
    }
}
