package io.mnemolite.benchmarks.callgraph;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParameterizedTypeTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/** What each call of a Java corpus calls, by the JDK's own compiler. */
final class JavacOracle {

    private final Trees trees;
    private final SourcePositions positions;
    private final Path root;
    private final Set<String> inside = new HashSet<>();
    private final List<OracleSite> sites = new ArrayList<>();
    private int unreadable;

    private JavacOracle(Trees trees, Path root) {
        this.trees = trees;
        this.positions = trees.getSourcePositions();
        this.root = root;
    }

    /**
     * What was found.
     *
     * @param unreadable how many calls the compiler could not attribute, for want of a library
     */
    record Answer(List<OracleSite> sites, int unreadable) {}

    /** @param classPath the jars that the corpus needs to be understood */
    static Answer of(Path root, List<Path> files, List<Path> classPath) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
            manager.setLocationFromPaths(StandardLocation.CLASS_PATH, classPath);
            JavacTask task = (JavacTask) compiler.getTask(
                    null,
                    manager,
                    problem -> {},
                    List.of("-proc:none", "-XDshould-stop.ifError=FLOW", "-Xlint:none"),
                    null,
                    manager.getJavaFileObjectsFromPaths(files));
            JavacOracle oracle = new JavacOracle(Trees.instance(task), root);
            List<CompilationUnitTree> units = new ArrayList<>();
            task.parse().forEach(units::add);
            task.analyze();
            for (CompilationUnitTree unit : units) {
                oracle.declared(unit);
            }
            for (CompilationUnitTree unit : units) {
                oracle.scan(unit);
            }
            return new Answer(oracle.sites, oracle.unreadable);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void declared(CompilationUnitTree unit) {
        new TreePathScanner<Void, Void>() {
            @Override
            public @Nullable Void visitClass(ClassTree tree, Void nothing) {
                Element element = trees.getElement(getCurrentPath());
                if (element instanceof TypeElement type) {
                    inside.add(ownerName(type));
                }
                return super.visitClass(tree, nothing);
            }
        }.scan(unit, null);
    }

    private void scan(CompilationUnitTree unit) {
        String file = root.relativize(Path.of(unit.getSourceFile().toUri())).toString();
        new TreePathScanner<Void, Void>() {
            @Override
            public @Nullable Void visitMethodInvocation(MethodInvocationTree tree, Void nothing) {
                ExpressionTree select = tree.getMethodSelect();
                add(file, unit, getCurrentPath(), select);
                return super.visitMethodInvocation(tree, nothing);
            }

            @Override
            public @Nullable Void visitNewClass(NewClassTree tree, Void nothing) {
                add(file, unit, getCurrentPath(), tree.getIdentifier());
                return super.visitNewClass(tree, nothing);
            }
        }.scan(unit, null);
    }

    private void add(String file, CompilationUnitTree unit, TreePath path, Tree named) {
        long position = nameStart(unit, named);
        if (position < 0) {
            return;
        }
        Element target = trees.getElement(path);
        if (target == null || !(target.getEnclosingElement() instanceof TypeElement owner)) {
            unreadable++;
            return;
        }
        if (target.getKind() == ElementKind.CONSTRUCTOR && owner.getSimpleName().isEmpty()) {
            // The constructor of an anonymous class passes everything on to that of its superclass.
            if (!(owner.getSuperclass() instanceof DeclaredType type
                    && type.asElement() instanceof TypeElement supertype)) {
                return;
            }
            owner = supertype;
        }
        TypeMirror type = owner.asType();
        if (type.getKind() == TypeKind.ERROR) {
            unreadable++;
            return;
        }
        OracleSite.Place place = new OracleSite.Place(
                file, (int) unit.getLineMap().getLineNumber(position), (int) columnWithoutTabs(unit, position));
        String name = ownerName(owner);
        sites.add(new OracleSite(place, name, target.getSimpleName().toString(), inside.contains(name)));
    }

    /** The compiler's own column counts a tab as eight. */
    private static long columnWithoutTabs(CompilationUnitTree unit, long position) {
        long line = unit.getLineMap().getLineNumber(position);
        return position - unit.getLineMap().getStartPosition(line) + 1;
    }

    /** The offset of the name that is called; negative of a call that the compiler added. */
    private long nameStart(CompilationUnitTree unit, Tree named) {
        long end = positions.getEndPosition(unit, named);
        return switch (named) {
            case MemberSelectTree select
            when end >= 0 -> end - select.getIdentifier().length();
            case IdentifierTree identifier when end >= 0 -> positions.getStartPosition(unit, identifier);
            case ParameterizedTypeTree type -> nameStart(unit, type.getType());
            default -> end < 0 ? -1 : positions.getStartPosition(unit, named);
        };
    }

    /** A type's qualified name; a local or anonymous one stands as {@code ~Name} within the type around it. */
    private static String ownerName(TypeElement type) {
        if (!type.getQualifiedName().isEmpty()) {
            return type.getQualifiedName().toString();
        }
        Element at = type.getEnclosingElement();
        while (at != null && !(at instanceof TypeElement)) {
            at = at.getEnclosingElement();
        }
        return (at == null ? "" : ownerName((TypeElement) at)) + ".~" + type.getSimpleName();
    }
}
