package import Codes
package import Definitions
import Foundation

/// A field that only items of some categories state, or that only the national exchange table asks for (类别字段).
///
/// Which there are is data: `Definitions/catalog/fields.json`.
///
/// - Source: national exchange table of implemented items; Administrative Penalty Law (行政处罚法) art. 9; Administrative
///   Coercion Law (行政强制法) art. 9, 12; Administrative License Law (行政许可法) art. 30; 聊政办发〔2017〕74号 附件4.
package struct CategoryField: Hashable, Sendable, Codable {
    package enum Fault: Error, Hashable {
        case missing(DefinitionMissing)
        case unreadable(reason: String)
    }

    /// The name in files, the national one where there is one; never changed.
    package let key: String
    package let chinese: String
    /// Whose items state it; empty for all.
    package let categories: [PowerCategory]
    /// The only values it may hold; `nil` for free text.
    package let choices: [String]?
    /// Whether several choices may be stated, separated by semicolons.
    package let takesSeveral: Bool?
    package let source: String

    private static let longest = 500

    /// The key of 许可类别, which decisions are published with.
    package static let licenseKind = "license_kind"

    /// What ships with the program, in the order of pages and files.
    package static func shipped() throws(Fault) -> [CategoryField] {
        let bytes: [UInt8]
        do { bytes = try Definitions.bytes("catalog/fields.json") } catch { throw .missing(error) }
        do {
            return try JSONDecoder().decode([CategoryField].self, from: Data(bytes))
        } catch {
            throw .unreadable(reason: "\(error)")
        }
    }

    package func isStated(by category: PowerCategory) -> Bool { categories.isEmpty || categories.contains(category) }

    /// What it takes, in words: the choices, or text.
    package var expectation: String {
        guard let choices else { return "不超过 \(CategoryField.longest) 个字的文字" }
        return choices.joined(separator: "；") + (takesSeveral == true ? "之中的，几种用“；”隔开" : "之一")
    }

    /// Reads what was written for it; `nil` for what it does not take.
    package func stated(_ text: String) -> StatedField? {
        guard let choices else { return text.count <= CategoryField.longest ? StatedField(self, text) : nil }
        let parts = takesSeveral == true ? text.statedParts : [text]
        guard !parts.isEmpty, parts.allSatisfy(choices.contains), Set(parts).count == parts.count else { return nil }
        return StatedField(self, parts.joined(separator: "；"))
    }
}

/// What an item states under a category field, with the field's name as it was then.
package struct StatedField: Hashable, Sendable, Codable {
    package let key: String
    package let name: String
    package let text: String

    fileprivate init(_ field: CategoryField, _ text: String) {
        key = field.key
        name = field.chinese
        self.text = text
    }
}

extension [StatedField] {
    /// The same with what `newer` states in the place of what was.
    func updated(by newer: [StatedField]) -> [StatedField] {
        filter { old in !newer.contains { $0.key == old.key } } + newer
    }
}

extension String {
    /// What stands between semicolons and line ends, trimmed; empty parts are left out.
    var statedParts: [String] {
        split(whereSeparator: { "；;".contains($0) || $0.isNewline }).map { String($0).trimmed }.filter { !$0.isEmpty }
    }
}
