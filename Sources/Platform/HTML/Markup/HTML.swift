/// A piece of a page that can write itself; text inside it is escaped by its type.
package protocol HTML: Sendable {
    /// Appends this piece to `output`.
    func render(into output: inout HTMLOutput)
}

extension HTML {
    /// Returns the piece as UTF-8 bytes, ready for the wire.
    ///
    /// - Parameter capacity: an estimate of the size, so that the buffer seldom grows.
    /// - Returns: UTF-8.
    package func rendered(capacity: Int = 16_384) -> [UInt8] {
        var output = HTMLOutput(capacity: capacity)
        render(into: &output)
        return output.bytes
    }

    /// The piece as text, for tests and events.
    package var renderedText: String { String(decoding: rendered(capacity: 1_024), as: UTF8.self) }
}

/// A piece made of other pieces: every page and every part of the design system is one.
package protocol Component: HTML {
    /// What is shown.
    @HTMLBuilder var body: any HTML { get }
}

extension Component {
    package func render(into output: inout HTMLOutput) { body.render(into: &output) }
}

/// Text is HTML once escaped.
extension String: HTML {
    package func render(into output: inout HTMLOutput) { output.append(text: self) }
}

extension Int: HTML {
    package func render(into output: inout HTMLOutput) { output.append(text: String(self)) }
}

/// Nothing at all.
package struct NoHTML: HTML {
    package init() {}

    package func render(into output: inout HTMLOutput) {}
}

/// Several pieces one after the other.
package struct HTMLGroup: HTML {
    private let parts: [any HTML]

    package init(_ parts: [any HTML]) {
        self.parts = parts
    }

    package func render(into output: inout HTMLOutput) {
        for part in parts { part.render(into: &output) }
    }
}

/// Markup written out by us; run-time text cannot become one.
package struct RawHTML: HTML {
    private let markup: StaticString

    fileprivate init(_ markup: StaticString) {
        self.markup = markup
    }

    package func render(into output: inout HTMLOutput) { output.append(raw: markup) }
}

/// Returns markup that is not escaped, which only a literal can be.
package func raw(_ markup: StaticString) -> RawHTML { RawHTML(markup) }
