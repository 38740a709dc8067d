package io.mnemolite.core.code.facts;

import io.mnemolite.core.code.Language;
import java.util.List;

/**
 * What one file says about itself. Indices refer to the lists of the same record.
 *
 * @param path within the repository, with {@code /} between its parts
 * @param isTest whether the file holds tests
 * @param module the package or module that it declares; empty when it declares none
 * @param definitions the module first; whatever is around a definition stands before it
 * @param scopes the file's first; whatever is around a scope stands before it
 * @param sites in the order in which they were found
 */
public record FileFacts(
        Language language,
        String path,
        boolean isTest,
        String module,
        List<Import> imports,
        List<Definition> definitions,
        List<Scope> scopes,
        List<CallSite> sites) {

    /** @throws IllegalArgumentException when an index refers to nothing, or to what comes later */
    public FileFacts {
        imports = List.copyOf(imports);
        definitions = List.copyOf(definitions);
        scopes = List.copyOf(scopes);
        sites = List.copyOf(sites);
        require(!definitions.isEmpty() && definitions.getFirst().kind() == DefinitionKind.MODULE, path, "no module");
        require(!scopes.isEmpty() && scopes.getFirst().kind() == Scope.Kind.FILE, path, "no scope of the file");
        for (int i = 0; i < scopes.size(); i++) {
            Scope scope = scopes.get(i);
            require(scope.parent() >= (i == 0 ? -1 : 0) && scope.parent() < i, path, "scope " + i + " has no parent");
            require(isIndex(scope.definition(), definitions), path, "scope " + i + " has no definition");
        }
        for (int i = 0; i < definitions.size(); i++) {
            Definition definition = definitions.get(i);
            require(
                    definition.owner() >= (i == 0 ? -1 : 0) && definition.owner() < i,
                    path,
                    "definition " + i + " has no owner");
            require(isIndex(definition.scope(), scopes), path, "definition " + i + " has no scope");
        }
        for (int i = 0; i < sites.size(); i++) {
            CallSite site = sites.get(i);
            require(isIndex(site.scope(), scopes), path, "call site " + i + " has no scope");
            require(isIndex(site.caller(), definitions), path, "call site " + i + " has no caller");
        }
        for (Import statement : imports) {
            require(isIndex(statement.scope(), scopes), path, "an import has no scope");
        }
    }

    private static boolean isIndex(int index, List<?> of) {
        return index >= 0 && index < of.size();
    }

    private static void require(boolean holds, String path, String problem) {
        if (!holds) {
            throw new IllegalArgumentException("The facts of " + path + " contradict themselves: " + problem);
        }
    }
}
