package io.mnemolite.parsing.facts.general;

import static io.mnemolite.parsing.tree.SyntaxTree.NONE;

import io.mnemolite.core.code.Language;
import io.mnemolite.parsing.tree.SyntaxTree;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name under which the definitions of a file are known to others: that of the package or namespace that it declares, else
 * one that its path gives.
 *
 * @param node of a namespace around all that the file defines, which has no symbol of its own; none when there is no such
 */
record PackageName(String name, int node) {

    /** The package around all others, and in Go that in the topmost folder. */
    static final String NO_NAME = ".";

    /** Characters from which on nothing is added. */
    static final int LONGEST = 1_000;

    /** Swift: the folder of a target, as its package manager lays them out. */
    private static final Pattern TARGET = Pattern.compile("(?:.*/)?(?:Sources|Tests)/[^/]+(?=/)");

    static PackageName of(Language language, String path, SyntaxTree tree) {
        int slash = path.lastIndexOf('/');
        return switch (language.name()) {
            case "go" -> named(slash < 0 ? NO_NAME : path.substring(0, slash));
            case "python" -> {
                String dotted = withoutExtension(path).replace('/', '.');
                yield named(
                        dotted.endsWith(".__init__")
                                ? dotted.substring(0, dotted.length() - ".__init__".length())
                                : dotted);
            }
            case "swift" -> {
                Matcher target = TARGET.matcher(path);
                yield named(target.lookingAt() ? target.group() : withoutExtension(path));
            }
            case "kotlin", "scala", "csharp", "php" -> declared(path, tree);
            default -> named(withoutExtension(path));
        };
    }

    private static PackageName named(String name) {
        return new PackageName(name, NONE);
    }

    private static PackageName declared(String path, SyntaxTree tree) {
        String name = "";
        int around = NONE;
        int count = 0;
        boolean hasOthers = false;
        for (int child : outermost(tree)) {
            switch (tree.type(child)) {
                case "package_header" -> name = dotted(tree, identifier(tree, child));
                case "file_scoped_namespace_declaration" -> name = dotted(tree, tree.child(child, "name"));
                case "package_clause", "namespace_declaration", "namespace_definition" -> {
                    String next = dotted(tree, tree.child(child, "name"));
                    boolean isScala = tree.type(child).equals("package_clause");
                    if (tree.child(child, "body") != NONE) {
                        count++;
                        around = child;
                    } else if (isScala || name.isEmpty()) {
                        name = join(name, next);
                    } else {
                        // PHP: one after the other; which is whose cannot be told, so that none is known to others.
                        return named(withoutExtension(path));
                    }
                }
                case "class_declaration",
                        "struct_declaration",
                        "interface_declaration",
                        "enum_declaration",
                        "record_declaration",
                        "trait_declaration",
                        "function_definition",
                        "class_definition",
                        "object_definition",
                        "trait_definition" -> hasOthers = true;
                default -> {}
            }
        }
        if (count == 1 && name.isEmpty() && !hasOthers) {
            return new PackageName(dotted(tree, tree.child(around, "name")), around);
        }
        // What has no package is not known to others: a repository may hold several programs of that kind.
        return named(name.isEmpty() ? withoutExtension(path) : name);
    }

    /** What a file consists of; what the preprocessor may leave out is part of it. */
    private static List<Integer> outermost(SyntaxTree tree) {
        List<Integer> nodes = new ArrayList<>();
        for (int node = tree.firstChild(0); node != NONE; ) {
            boolean isConditional = tree.type(node).startsWith("preproc_") && tree.firstChild(node) != NONE;
            if (!isConditional) {
                nodes.add(node);
            }
            int next = isConditional ? tree.firstChild(node) : tree.nextSibling(node);
            for (int at = node; next == NONE && tree.parent(at) > 0; at = tree.parent(at)) {
                next = tree.nextSibling(tree.parent(at));
            }
            node = next;
        }
        return nodes;
    }

    private static int identifier(SyntaxTree tree, int node) {
        int child = tree.firstChild(node);
        while (child != NONE && !tree.type(child).equals("identifier")) {
            child = tree.nextSibling(child);
        }
        return child;
    }

    /** A qualified name with dots between its parts, as written otherwise. */
    static String dotted(SyntaxTree tree, int node) {
        return node == NONE
                ? ""
                : tree.text(node)
                        .replaceAll("[\\s`]", "")
                        .replaceFirst("^global::", "")
                        .replace("::", ".")
                        .replace('\\', '.')
                        .replaceFirst("^\\.", "");
    }

    static String join(String around, String name) {
        if (around.length() > LONGEST) {
            return around;
        }
        return around.isEmpty() || name.isEmpty() ? around + name : around + "." + name;
    }

    private static String withoutExtension(String path) {
        int slash = path.lastIndexOf('/');
        int dot = path.lastIndexOf('.');
        return dot <= slash + 1 ? path : path.substring(0, dot);
    }
}
