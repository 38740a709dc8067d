import Foundation

/// A shape.
@objc
public class Square: Shape, Drawable {
    private let side: Double = 1

    init(side: Double, name: String?) {
        self.side = side
        super.init()
    }

    /// The area.
    @discardableResult
    public func area(of scale: Double, _ rest: Int...) throws -> Double? {
        guard scale > 0 && side > 0 else { return nil }
        for x in rest { print(x) }
        return scale > 1 ? compute(scale) : items.first ?? 0
    }

    deinit { cleanup() }
}

protocol Drawable {
    func draw(on canvas: Canvas) -> Bool
}

struct Point { var x: Int }

enum Kind {
    case round, flat
    func opposite() -> Kind { switch self { case .round: return .flat; default: return .round } }
}

extension Point {
    func moved(by dx: Int) -> Point { return Point(x: x + dx) }
}

func helper<T>(_ x: T) -> T { x }
