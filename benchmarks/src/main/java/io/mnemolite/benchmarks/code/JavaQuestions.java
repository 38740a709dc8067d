package io.mnemolite.benchmarks.code;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/** The questions that a Java library's own sources ask and answer, read with the JDK's compiler. */
final class JavaQuestions {

    private static final int LEAST_WORDS = 4;
    private static final int LEAST_LITERAL = 8;

    /** The longest question that a search takes. */
    private static final int LONGEST_LITERAL = 1_000;

    private final String repository;
    private final Path root;
    private final DocTrees trees;
    private final Map<List<String>, Set<Place>> sentences = new LinkedHashMap<>();
    private final Map<String, Set<Place>> names = new LinkedHashMap<>();
    private final Map<String, Set<Place>> literals = new LinkedHashMap<>();

    private JavaQuestions(String repository, Path root, DocTrees trees) {
        this.repository = repository;
        this.root = root;
        this.trees = trees;
    }

    static JavaQuestions of(String repository, Path root, List<Path> files) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
            JavacTask task = (JavacTask) compiler.getTask(
                    null,
                    manager,
                    problem -> {},
                    List.of("-proc:none"),
                    null,
                    manager.getJavaFileObjectsFromPaths(files));
            JavaQuestions questions = new JavaQuestions(repository, root, DocTrees.instance(task));
            for (CompilationUnitTree unit : task.parse()) {
                questions.read(unit);
            }
            return questions;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The first sentence of each method's documentation; the answers are the method and overloads with the same sentence. */
    List<Question> sentences() {
        List<Question> all = new ArrayList<>();
        sentences.forEach((key, places) -> all.add(new Question(repository, key.getLast(), places)));
        return all;
    }

    /** The name of each method; the answers are all methods of the name. */
    List<Question> names() {
        return questions(names);
    }

    /** String literals of eight to a thousand characters; the answers are all lines on which one begins. */
    List<Question> literals() {
        return questions(literals);
    }

    private List<Question> questions(Map<String, Set<Place>> from) {
        List<Question> all = new ArrayList<>();
        from.forEach((text, places) -> all.add(new Question(repository, text, places)));
        return all;
    }

    private void read(CompilationUnitTree unit) {
        String path = root.relativize(Path.of(unit.getSourceFile().toUri())).toString();
        new TreePathScanner<@Nullable Void, String>() {
            @Override
            public @Nullable Void visitClass(ClassTree tree, String enclosing) {
                return super.visitClass(tree, enclosing + "." + tree.getSimpleName());
            }

            @Override
            public @Nullable Void visitMethod(MethodTree tree, String enclosing) {
                if (tree.getReturnType() != null) {
                    Place place = new Place(path, nameLine(unit, tree));
                    String name = tree.getName().toString();
                    add(names, name, place);
                    String sentence = FirstSentence.of(trees.getDocCommentTree(getCurrentPath()));
                    if (sentence.split(" ", -1).length >= LEAST_WORDS) {
                        add(sentences, List.of(path, enclosing, name, sentence), place);
                    }
                }
                return super.visitMethod(tree, enclosing);
            }

            @Override
            public @Nullable Void visitLiteral(LiteralTree tree, String enclosing) {
                if (tree.getValue() instanceof String text
                        && text.length() >= LEAST_LITERAL
                        && text.length() <= LONGEST_LITERAL
                        && !text.isBlank()
                        && text.chars().allMatch(c -> c >= ' ')) {
                    add(literals, text, new Place(path, line(unit, positions().getStartPosition(unit, tree))));
                }
                return super.visitLiteral(tree, enclosing);
            }
        }.scan(unit, "");
    }

    private static <K> void add(Map<K, Set<Place>> to, K key, Place place) {
        to.computeIfAbsent(key, absent -> new LinkedHashSet<>()).add(place);
    }

    private SourcePositions positions() {
        return trees.getSourcePositions();
    }

    /** The name is the first word of its kind behind the return type. */
    private int nameLine(CompilationUnitTree unit, MethodTree tree) {
        try {
            long behindType = positions().getEndPosition(unit, tree.getReturnType());
            int name = unit.getSourceFile()
                    .getCharContent(true)
                    .toString()
                    .indexOf(tree.getName().toString(), (int) behindType);
            return line(unit, name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int line(CompilationUnitTree unit, long position) {
        return (int) unit.getLineMap().getLineNumber(position);
    }
}
