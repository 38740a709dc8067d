#include <vector>
using std::vector;

namespace geometry {

/// A shape.
template <typename T>
class Shape : public Base<T> {
public:
    explicit Shape(T side, int count = 1) : side_(side) { init(); }
    virtual ~Shape() = default;
    /// The area.
    virtual double area() const = 0;
    T side() const { return side_ > 0 && true ? side_ : T{}; }
    bool operator==(const Shape& other) const { return side_ == other.side_; }

private:
    T side_;
};

struct Point { int x; };

enum class Kind { Round, Flat };

}  // namespace geometry

// Defined outside.
double geometry::Circle::area(double scale) const {
    for (auto& x : items) { x.draw(); std::sort(x.begin(), x.end()); }
    try { new Point(); } catch (const std::exception& e) { log(e); }
    return 1.0;
}

template <typename T>
T twice(T value) { return value + value; }
