package io.mnemolite.core.code.resolution.registry;

import io.mnemolite.core.code.facts.DefinitionKind;
import io.mnemolite.core.code.facts.Import;
import java.util.ArrayList;
import java.util.List;

/** What a file adds to the meaning of the names in it, and what it offers to others. */
public final class FileContext {

    private final Family family;
    private final String path;
    private final boolean isTest;
    private final boolean isStandard;
    private final String module;
    private final List<Import> imports;
    private final List<Container> containers = new ArrayList<>();

    FileContext(Family family, String path, boolean isTest, boolean isStandard, String module, List<Import> imports) {
        this.family = family;
        this.path = path;
        this.isTest = isTest;
        this.isStandard = isStandard;
        this.module = module;
        this.imports = List.copyOf(imports);
    }

    public Family family() {
        return family;
    }

    public String path() {
        return path;
    }

    public boolean isTest() {
        return isTest;
    }

    /** Whether it stands for the standard library; its types are named in full. */
    public boolean isStandard() {
        return isStandard;
    }

    /** The package or module that it declares. */
    public String module() {
        return module;
    }

    /** Ask {@link Questions#imports}, so that the question is noted. */
    List<Import> imports() {
        return imports;
    }

    /** The path without the folders that the package names, where packages are folders. */
    public String sourceRoot() {
        int slash = path.lastIndexOf('/');
        String folder = slash < 0 ? "" : path.substring(0, slash);
        String packageFolder = module.replace('.', '/');
        return folder.endsWith(packageFolder) ? folder.substring(0, folder.length() - packageFolder.length()) : folder;
    }

    /** Ask {@link Questions#namespaces}: one within the other, as long as there is one name. */
    List<Container> namespaces() {
        List<Container> namespaces = new ArrayList<>();
        String around = module;
        while (true) {
            Container only = null;
            for (Container container : containers) {
                if (container.definition().kind() != DefinitionKind.MODULE || !isWithin(container, around)) {
                    continue;
                }
                if (only != null && !only.qualifiedName().equals(container.qualifiedName())) {
                    return namespaces;
                }
                only = container;
            }
            if (only == null) {
                return namespaces;
            }
            namespaces.add(only);
            around = only.qualifiedName();
        }
    }

    private static boolean isWithin(Container container, String around) {
        Container outer = container.outer();
        return outer != null
                && outer.qualifiedName().equals(around)
                && container.qualifiedName().startsWith(around + ".");
    }

    void add(Container container) {
        containers.add(container);
    }

    List<Container> containers() {
        return containers;
    }
}
