/// Drawings inside a page; colors come from classes, so that the content policy needs no exception.
package enum SVG {
    package static func root(_ attributes: Attribute..., @HTMLBuilder content: () -> any HTML) -> Element {
        Element("svg", attributes, content: content)
    }

    package static func group(_ attributes: Attribute..., @HTMLBuilder content: () -> any HTML) -> Element {
        Element("g", attributes, content: content)
    }

    package static func path(_ outline: String, _ attributes: Attribute...) -> Element {
        Element("path", [Attribute("d", outline)] + attributes) { NoHTML() }
    }

    package static func rectangle(
        x: Double,
        y: Double,
        width: Double,
        height: Double,
        _ attributes: Attribute...
    ) -> Element {
        let frame: [Attribute] = [
            .number("x", x), .number("y", y), .number("width", width), .number("height", height),
        ]
        return Element("rect", frame + attributes) { NoHTML() }
    }

    package static func circle(x: Double, y: Double, radius: Double, _ attributes: Attribute...) -> Element {
        Element("circle", [.number("cx", x), .number("cy", y), .number("r", radius)] + attributes) { NoHTML() }
    }

    package static func line(
        from start: (x: Double, y: Double),
        to end: (x: Double, y: Double),
        _ attributes: Attribute...
    ) -> Element {
        let ends: [Attribute] = [
            .number("x1", start.x), .number("y1", start.y), .number("x2", end.x), .number("y2", end.y),
        ]
        return Element("line", ends + attributes) { NoHTML() }
    }

    /// Text with its baseline at `y`; `anchor` is where `x` lies in it.
    package static func text(
        x: Double,
        y: Double,
        anchor: Anchor = .start,
        _ attributes: Attribute...,
        content: String
    ) -> Element {
        let place: [Attribute] = [
            .number("x", x), .number("y", y), Attribute("text-anchor", anchor.rawValue),
        ]
        return Element("text", place + attributes) { content }
    }

    /// Which point of a text is placed.
    package enum Anchor: String, Sendable {
        case start, middle, end
    }

    package static func title(_ text: String, id: String) -> Element { Element("title", [.id(id)]) { text } }

    package static func description(_ text: String, id: String) -> Element { Element("desc", [.id(id)]) { text } }
}

extension Attribute {
    package static func viewBox(width: Double, height: Double) -> Attribute {
        Attribute("viewBox", "0 0 \(SVGNumber.text(width)) \(SVGNumber.text(height))")
    }

    /// A number of a drawing, to two decimals.
    package static func number(_ name: StaticString, _ value: Double) -> Attribute {
        Attribute(name, SVGNumber.text(value))
    }
}

/// Numbers of a drawing as text.
package enum SVGNumber {
    /// Returns `value` rounded to two decimals, without trailing zeros; what is not finite becomes 0.
    package static func text(_ value: Double) -> String {
        guard value.isFinite, value.magnitude < 1e12 else { return "0" }
        let hundredths = Int((value * 100).rounded())
        let sign = hundredths < 0 ? "-" : ""
        let (whole, rest) = hundredths.magnitude.quotientAndRemainder(dividingBy: 100)
        if rest == 0 { return "\(sign)\(whole)" }
        let decimals = rest % 10 == 0 ? "\(rest / 10)" : rest < 10 ? "0\(rest)" : "\(rest)"
        return "\(sign)\(whole).\(decimals)"
    }
}
