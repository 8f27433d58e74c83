/// The path of a route: `/items/{code}/basis`, where `{code}` stands for any one segment.
package struct RoutePath: Hashable, Sendable {
    /// One part between two slashes.
    package enum Segment: Hashable, Sendable {
        case literal(String)
        case parameter(String)
    }

    package let segments: [Segment]
    package let text: String
}

extension RoutePath: ExpressibleByStringLiteral {
    package init(stringLiteral text: String) {
        self.text = text
        segments = (URLText.segments(ofPath: text) ?? []).map { segment in
            guard segment.hasPrefix("{"), segment.hasSuffix("}") else { return .literal(segment) }
            return .parameter(String(segment.dropFirst().dropLast()))
        }
    }
}
