package io.mnemolite.core.code.resolution.module;

import io.mnemolite.core.code.CodePath;
import io.mnemolite.core.code.resolution.registry.Container;
import io.mnemolite.core.code.resolution.registry.FileContext;
import io.mnemolite.core.code.resolution.registry.Naming;
import io.mnemolite.core.code.resolution.registry.Questions;
import java.util.List;

/** Modules of Swift: the targets of a package, each in a folder of its name below {@code Sources}. */
final class SwiftModules implements ModuleSystem {

    private static final String SOURCES = "Sources/";

    private final Questions questions;
    private final Modules modules;

    SwiftModules(Questions questions, Modules modules) {
        this.questions = questions;
        this.modules = modules;
    }

    @Override
    public List<Container> named(String target, FileContext file) {
        for (String folder = CodePath.folder(file.path()); ; folder = CodePath.folder(folder)) {
            List<Container> found = modules.modules(Modules.join(folder, SOURCES + target, "/"));
            if (!found.isEmpty() || folder.isEmpty()) {
                return found;
            }
        }
    }

    @Override
    public boolean isOutside(String target, FileContext file) {
        return !questions.isDefined(Naming.MODULE, target);
    }
}
