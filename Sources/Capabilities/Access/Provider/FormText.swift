import Foundation

/// Fields as forms and queries send them.
enum FormText {
    static func encode(_ fields: [(name: String, value: String)]) -> String {
        fields.map { "\(encode($0.name))=\(encode($0.value))" }.joined(separator: "&")
    }

    static func encode(_ text: String) -> String {
        var plain = CharacterSet(charactersIn: "-._~")
        plain.formUnion(CharacterSet(charactersIn: "a"..."z"))
        plain.formUnion(CharacterSet(charactersIn: "A"..."Z"))
        plain.formUnion(CharacterSet(charactersIn: "0"..."9"))
        return text.addingPercentEncoding(withAllowedCharacters: plain) ?? ""
    }
}
