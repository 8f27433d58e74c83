import Codes
import Database
import Definitions
import EventLog
import Foundation
import Kernel

/// By which scheme a division's items are given their codes, and how it writes its bodies.
///
/// Local rules, so they are data: `Definitions/catalog/codes.json`.
struct CodeRule: Hashable, Sendable, Codable {
    /// The first digits of the divisions it is for; empty for all.
    let division: String
    let scheme: CodeScheme
    /// How the scheme writes a body, by a word of its name; the longest word that fits counts.
    let bodies: [String: String]
    let source: String

    /// Returns the rule of a division: the one with the longest beginning that fits.
    static func of(_ division: String) throws -> CodeRule? {
        let bytes = try Definitions.bytes("catalog/codes.json")
        return try JSONDecoder().decode([CodeRule].self, from: Data(bytes))
            .filter { division.hasPrefix($0.division) }
            .max { $0.division.count < $1.division.count }
    }

    func frame(of content: ItemContent) -> CodeFrame? {
        guard let division = content.division, let agency = content.agency else { return nil }
        let word = bodies.keys.filter { agency.name.contains($0) }.max { ($0.count, $1) < ($1.count, $0) }
        return scheme.frame(
            of: content.category,
            lettered: content.local?.letters,
            in: division,
            body: word.flatMap { bodies[$0] } ?? "",
            agency: agency.code ?? ""
        )
    }
}

extension ItemContent {
    private static let awaitedMark = "待赋码·"

    /// What stands in the place of a code until the draft is confirmed.
    package static func awaitedCode(of item: PowerItem.ID) -> String { awaitedMark + item.text }

    package var awaitsCode: Bool { code.hasPrefix(ItemContent.awaitedMark) }
}

extension CommandSession {
    /// Returns the next code of the item's division, body and category; never one that any item has had.
    ///
    /// - Throws: `CatalogError.noCode`, `codesExhausted`.
    /// - Source: GB/T 39554.1-2020; DB52/T 1264—2018 for Guizhou.
    func nextCode(for content: ItemContent) throws -> String {
        if let implemented = try implementedCode(for: content) { return implemented }
        guard let frame = try content.division.flatMap(CodeRule.of)?.frame(of: content) else {
            throw CatalogError.noCode(category: content.category, agency: content.agency?.name ?? "")
        }
        let used = try reader.rows(
            """
            SELECT code
              FROM item_code
             WHERE realm = \(realm)
               AND code LIKE \(frame.prefix + "%")
             ORDER BY code
            """
        ).compactMap { frame.serial(of: try $0["code"]) }
        guard let code = frame.code((used.max() ?? 0) + 1) else {
            throw CatalogError.codesExhausted(prefix: frame.prefix)
        }
        return code
    }

    /// Returns the code of an item that implements a standard, where its division's scheme makes it of the standard's.
    ///
    /// - Throws: `CatalogError.codeTaken` where the body implements it already.
    private func implementedCode(for content: ItemContent) throws -> String? {
        guard let reference = content.standard, let division = content.division, let agency = content.agency?.code,
            let standard = try load(StandardItem.self, reference.item.text).state.versions
                .first(where: { $0.number == reference.version }),
            let scheme = try CodeRule.of(division)?.scheme,
            let code = scheme.code(implementing: standard.content.code, in: division, agency: agency)
        else { return nil }
        guard try owner(ofCode: code) == nil else { throw CatalogError.codeTaken(code) }
        return code
    }

    /// Returns whose a code is or was; `nil` for one that was never used.
    func owner(ofCode code: String) throws -> PowerItem.ID? {
        try reader.value("SELECT item FROM item_code WHERE realm = \(realm) AND code = \(code)")
    }
}
