/*
 * Licence text.
 */
package shapes;

import java.util.List;
import static java.lang.Math.max;

/**
 * A shape with an area.
 *
 * @param <T> anything
 */
@Deprecated
public abstract class Shapes<T> implements Comparable<Shapes<T>> {

    private static final int LIMIT = 10;
    private final List<String> names = List.of();

    public Shapes(String name, int... sizes) {
        super();
        register(name);
    }

    /** The area in square metres. */
    @Override
    @SuppressWarnings({"unchecked", "raw"})
    public <N extends Number> double area(double width, final List<N> heights) throws Exception {
        double sum = 0;
        for (N height : heights) {
            if (height != null && width > 0 || sum < LIMIT) {
                sum += max(width, height.doubleValue());
            } else {
                heights.forEach(System.out::println);
            }
        }
        // A comment.
        return sum > 0 ? sum : new Square(1).area();
    }

    abstract void draw();

    // Between methods.

    static int counter;

    enum Kind {
        ROUND,
        FLAT { void f() {} };

        Kind opposite() { return switch (this) { case ROUND -> FLAT; case FLAT -> ROUND; }; }
    }

    record Pair(int left, String right) {
        Pair {
            check(left);
        }
    }

    interface Visitor { void visit(Shapes<?> shape); }
}

@interface Marker { int value() default 1; }
