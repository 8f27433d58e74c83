/// Builds SVG whose text and attributes are always escaped; names of elements and attributes are literals.
struct SVGText {
    private(set) var text = ""

    mutating func open(_ name: StaticString, _ attributes: [(StaticString, String)] = []) {
        text += "<\(name)"
        for (key, value) in attributes { text += " \(key)=\"\(SVGText.escaped(value))\"" }
        text += ">"
    }

    mutating func close(_ name: StaticString) {
        text += "</\(name)>"
    }

    mutating func element(_ name: StaticString, _ attributes: [(StaticString, String)], _ content: String = "") {
        open(name, attributes)
        text += SVGText.escaped(content)
        close(name)
    }

    /// A length with at most one decimal place, the same on every machine.
    static func number(_ value: Double) -> String {
        let tenths = Int((value * 10).rounded())
        let sign = tenths < 0 ? "-" : ""
        let whole = "\(sign)\(tenths.magnitude / 10)"
        return tenths % 10 == 0 ? whole : "\(whole).\(tenths.magnitude % 10)"
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
