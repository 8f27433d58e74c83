/// A drawing as plain shapes, laid out by whoever made it; the unit is the pixel, from the top left corner.
package struct Picture: Sendable {
    package struct Point: Hashable, Sendable {
        package let x: Double
        package let y: Double

        package init(_ x: Double, _ y: Double) {
            self.x = x
            self.y = y
        }
    }

    /// A color as it is written in a style sheet: `0x0B5CAD`.
    package struct Color: Hashable, Sendable, ExpressibleByIntegerLiteral {
        package let rgb: UInt32

        package init(integerLiteral rgb: UInt32) {
            self.rgb = rgb
        }
    }

    package struct Stroke: Hashable, Sendable {
        package let color: Color
        package let width: Double

        package init(_ color: Color, width: Double) {
            self.color = color
            self.width = width
        }
    }

    package struct Rectangle: Hashable, Sendable {
        package let x: Double
        package let y: Double
        package let width: Double
        package let height: Double

        package init(x: Double, y: Double, width: Double, height: Double) {
            self.x = x
            self.y = y
            self.width = width
            self.height = height
        }
    }

    package struct Words: Hashable, Sendable {
        package let text: String
        /// Where the baseline begins or, for centered words, has its middle.
        package let at: Point
        package let size: Double
        package let isBold: Bool
        package let isCentered: Bool
        package let color: Color

        package init(_ text: String, at: Point, size: Double, isBold: Bool, isCentered: Bool = false, color: Color) {
            self.text = text
            self.at = at
            self.size = size
            self.isBold = isBold
            self.isCentered = isCentered
            self.color = color
        }
    }

    package enum Shape: Hashable, Sendable {
        case box(Rectangle, radius: Double, fill: Color, stroke: Stroke?)
        case line([Point], Stroke)
        case area([Point], Color)
        case words(Words)
    }

    package let title: String
    package let width: Double
    package let height: Double
    /// What comes first lies below.
    package let shapes: [Shape]

    package init(title: String, width: Double, height: Double, shapes: [Shape]) {
        self.title = title
        self.width = width
        self.height = height
        self.shapes = shapes
    }
}
