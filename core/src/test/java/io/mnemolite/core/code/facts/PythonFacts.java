package io.mnemolite.core.code.facts;

import io.mnemolite.core.code.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The facts of a small Python file, put together by hand, for this module has no parser. */
public final class PythonFacts {

    private final String path;
    private final String module;
    private final List<Import> imports = new ArrayList<>();
    private final List<Definition> definitions = new ArrayList<>();
    private final List<Scope> scopes = new ArrayList<>();
    private final List<CallSite> sites = new ArrayList<>();

    /** An empty file such as {@code a.py}, which is the module {@code a}. */
    public PythonFacts(String path) {
        this.path = path;
        this.module = path.substring(0, path.lastIndexOf('.')).replace('/', '.');
        define(DefinitionKind.MODULE, module, module, -1, 0);
        scopes.add(new Scope(Scope.Kind.FILE, -1, 0, List.of()));
    }

    /** {@code from module import name}. */
    public PythonFacts takes(String from, String name) {
        imports.add(new Import(Import.Kind.NAMED, from, name, name, 0, 1));
        return this;
    }

    /** A function of the module that binds these names. */
    public PythonFacts function(String name, Binding... bindings) {
        int index = define(DefinitionKind.FUNCTION, name, module + "." + name, 0, 0);
        scopes.add(new Scope(Scope.Kind.FUNCTION, 0, index, List.of(bindings)));
        return this;
    }

    /** A function that returns a value without declaring its type. */
    public PythonFacts returning(String name, Expression value, Binding... bindings) {
        List<Binding> all = new ArrayList<>(List.of(bindings));
        all.add(new Binding(Binding.Kind.LOCAL, Definition.RESULT, null, value, false, 0));
        return function(name, all.toArray(new Binding[0]));
    }

    /** A class with one method. */
    public PythonFacts type(String name, String method) {
        int type = define(DefinitionKind.CLASS, name, module + "." + name, 0, 0);
        scopes.add(new Scope(Scope.Kind.TYPE, 0, type, List.of()));
        int scope = scopes.size() - 1;
        int index = define(DefinitionKind.METHOD, method, module + "." + name + "." + method, type, scope);
        scopes.add(new Scope(Scope.Kind.FUNCTION, scope, index, List.of()));
        return this;
    }

    /** A call at the top of the file, on a line of its own; what it yields is {@link Expression.Result} of its place. */
    public PythonFacts calls(@Nullable Expression receiver, String name) {
        int line = sites.size() + 1;
        sites.add(new CallSite(CallSite.Form.CALL, name, receiver, null, 0, List.of(), 0, 0, line, 1, 100 * line));
        return this;
    }

    public FileFacts facts() {
        return new FileFacts(new Language("python"), path, false, module, imports, definitions, scopes, sites);
    }

    private int define(DefinitionKind kind, String name, String qualifiedName, int owner, int scope) {
        definitions.add(new Definition(
                kind,
                name,
                qualifiedName,
                owner,
                scope,
                Set.of(),
                List.of(),
                List.of(),
                0,
                Integer.MAX_VALUE,
                null,
                List.of(),
                1,
                1));
        return definitions.size() - 1;
    }
}
