package io.mnemolite.parsing.facts.general;

import io.mnemolite.core.code.Language;
import io.mnemolite.parsing.facts.draft.FactDraft;
import io.mnemolite.parsing.tree.SyntaxTree;

/** The imports of each language. */
final class Imports {

    private Imports() {}

    static ImportStatements of(Language language, SyntaxTree tree, FactDraft facts, Expressions expressions) {
        ImportDraft draft = new ImportDraft(tree, facts);
        return switch (language.name()) {
            case "python" -> new PythonImports(tree, expressions, draft);
            case "javascript", "typescript", "jsx", "tsx" -> new ScriptImports(tree, expressions, draft);
            case "go" -> new GoImports(tree, draft);
            case "kotlin" -> new KotlinImports(tree, draft);
            case "scala" -> new ScalaImports(tree, draft);
            case "csharp" -> new CSharpImports(tree, draft);
            case "php" -> new PhpImports(tree, draft);
            case "swift" -> new SwiftImports(tree, draft);
            case "rust" -> new RustImports(tree, draft);
            case "c", "cpp" -> new CImports(tree, expressions, draft);
            case "ruby" -> new RubyImports(tree, draft);
            case "bash" -> new BashImports(tree, draft);
            default -> node -> {};
        };
    }
}
