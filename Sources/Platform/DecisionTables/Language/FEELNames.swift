/// The names a text may use.
///
/// Names may hold spaces: at each place the longest name that fits is meant.
struct FEELNames: Sendable {
    private(set) var names: [String]
    /// Whether a name that is not there yet is added; so the facts an expression needs are found.
    let isOpen: Bool
    /// As scalars, the longest first, each with its place.
    private var byLength: [(scalars: [Unicode.Scalar], place: Int)] = []

    init(_ names: [String] = [], isOpen: Bool = false) {
        self.names = []
        self.isOpen = isOpen
        for name in names { _ = add(name) }
    }

    mutating func add(_ name: String) -> Int {
        if let place = names.firstIndex(of: name) { return place }
        names.append(name)
        byLength.append((Array(name.unicodeScalars), names.count - 1))
        byLength.sort { $0.scalars.count > $1.scalars.count }
        return names.count - 1
    }

    /// Returns the place of the longest name that stands at `start` and where it ends.
    func longest(in text: [Unicode.Scalar], at start: Int) -> (place: Int, end: Int)? {
        for (scalars, place) in byLength {
            let end = start + scalars.count
            guard end <= text.count, text[start..<end].elementsEqual(scalars) else { continue }
            if end < text.count, FEELNames.isPart(text[end]), let last = scalars.last, FEELNames.isPart(last) {
                continue
            }
            return (place, end)
        }
        return nil
    }

    static func isStart(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "a"..."z", "A"..."Z", "_", "?": true
        case "\u{C0}"..."\u{D6}", "\u{D8}"..."\u{F6}", "\u{F8}"..."\u{2FF}", "\u{370}"..."\u{37D}",
            "\u{37F}"..."\u{1FFF}", "\u{2070}"..."\u{218F}", "\u{2C00}"..."\u{2FEF}", "\u{3005}"..."\u{3007}",
            "\u{3021}"..."\u{D7FF}", "\u{F900}"..."\u{FDCF}", "\u{10000}"..."\u{EFFFF}":
            true
        default: false
        }
    }

    static func isPart(_ scalar: Unicode.Scalar) -> Bool {
        isStart(scalar) || ("0"..."9").contains(scalar) || ("\u{300}"..."\u{36F}").contains(scalar)
    }
}
