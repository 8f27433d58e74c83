/// A piece of a document: markup that is ours, or words that whoever writes it out must escape.
package enum MarkupPiece: Sendable {
    case markup(StaticString)
    case words(String)
}

/// Builds XML whose text and attributes are always escaped; names of elements and attributes are literals.
struct MarkupText {
    private(set) var pieces: [MarkupPiece] = []
    /// What was kept of other programs, before which piece: it goes into files, never among the pieces of a page.
    private var kept: [Int: String] = [:]

    /// The document as it stands in a file.
    var text: String {
        var text = ""
        for (index, piece) in pieces.enumerated() {
            if let kept = kept[index] { text += kept }
            switch piece {
            case .markup(let markup): text += "\(markup)"
            case .words(let words): text += MarkupText.escaped(words)
            }
        }
        return text
    }

    /// Adds elements that were kept.
    mutating func add(_ elements: [KeptMarkup]) {
        for element in elements { kept[pieces.count, default: ""] += element.text }
    }

    mutating func open(
        _ name: StaticString,
        _ attributes: [(StaticString, String)] = [],
        keeping: [KeptMarkup] = []
    ) {
        pieces += [.markup("<"), .markup(name)]
        for (key, value) in attributes {
            pieces += [.markup(" "), .markup(key), .markup("=\""), .words(value), .markup("\"")]
        }
        for markup in keeping { kept[pieces.count, default: ""] += markup.attributes }
        pieces.append(.markup(">"))
    }

    mutating func close(_ name: StaticString) {
        pieces += [.markup("</"), .markup(name), .markup(">")]
    }

    mutating func element(_ name: StaticString, _ attributes: [(StaticString, String)], _ content: String = "") {
        open(name, attributes)
        pieces.append(.words(content))
        close(name)
    }

    /// An attribute where there is something to say.
    static func attribute(_ name: StaticString, _ value: String) -> [(StaticString, String)] {
        if value.isEmpty { return [] }
        return [(name, value)]
    }

    /// A length with at most one decimal place, the same on every machine.
    static func number(_ value: Double) -> String {
        let tenths = Int((value * 10).rounded())
        let sign = tenths < 0 ? "-" : ""
        let whole = "\(sign)\(tenths.magnitude / 10)"
        return tenths % 10 == 0 ? whole : "\(whole).\(tenths.magnitude % 10)"
    }

    /// Returns a text as a reader of XML gets it back from an attribute.
    static func readBack(_ text: String) -> String {
        let scalars = text.unicodeScalars.compactMap { scalar -> Unicode.Scalar? in
            switch scalar.value {
            case 0x09, 0x0a, 0x0d: " "
            case 0..<0x20, 0xFFFE, 0xFFFF: nil
            default: scalar
            }
        }
        return String(String.UnicodeScalarView(scalars))
    }

    /// Characters that XML forbids are dropped; the five it reserves are written as entities.
    private static func escaped(_ text: String) -> String {
        var escaped = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": escaped += "&amp;"
            case "<": escaped += "&lt;"
            case ">": escaped += "&gt;"
            case "\"": escaped += "&quot;"
            case "'": escaped += "&#39;"
            case "\t", "\n", "\r": escaped += " "
            default:
                if scalar.value >= 0x20, scalar.value != 0xFFFE, scalar.value != 0xFFFF {
                    escaped.unicodeScalars.append(scalar)
                }
            }
        }
        return escaped
    }
}
