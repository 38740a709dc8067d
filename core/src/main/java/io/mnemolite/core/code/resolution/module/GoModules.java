package io.mnemolite.core.code.resolution.module;

import io.mnemolite.core.code.CodePath;
import io.mnemolite.core.code.facts.Manifest;
import io.mnemolite.core.code.resolution.registry.Container;
import io.mnemolite.core.code.resolution.registry.FileContext;
import java.util.List;

/** Packages of Go, by the module paths that the files go.mod declare. */
final class GoModules implements ModuleSystem {

    private final Modules modules;

    GoModules(Modules modules) {
        this.modules = modules;
    }

    @Override
    public List<Container> named(String target, FileContext file) {
        for (int end = target.length(); end > 0; end = target.lastIndexOf('/', end - 1)) {
            for (Container module : modules.modules(Manifest.goModule(target.substring(0, end)))) {
                String folder = CodePath.folder(module.file().path());
                String rest = end < target.length() ? target.substring(end + 1) : "";
                String inside = Modules.join(folder, rest, "/");
                List<Container> found = modules.modules(inside.isEmpty() ? "." : inside);
                if (!found.isEmpty()) {
                    return found;
                }
            }
        }
        return List.of();
    }

    @Override
    public boolean isOutside(String target, FileContext file) {
        int slash = target.indexOf('/');
        boolean isLibrary =
                !target.substring(0, slash < 0 ? target.length() : slash).contains(".");
        for (int at = slash; at > 0 && !isLibrary; at = target.indexOf('/', at + 1)) {
            if (!modules.modules(target.substring(at + 1)).isEmpty()) {
                return false;
            }
        }
        return !target.startsWith(".");
    }
}
