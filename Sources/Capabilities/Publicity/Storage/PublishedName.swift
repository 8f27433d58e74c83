import Database
import EventLog
import Kernel

/// The names under which published results are found, by their pairs of neighboring characters.
///
/// Only names of firms and items: nobody is to be found by a person's name, masked or not.
///
/// - Source: 国办发〔2018〕118号 (natural persons are not to be told from what is published).
enum PublishedName {
    enum Kind: String {
        case firm
        case item
    }

    static func statements(for record: PublicDecision, in realm: Realm) -> [SQL] {
        let firm = record.party.soughtName.map { Self.values(.firm, key: $0, name: $0, in: realm) } ?? []
        let values = firm + Self.values(.item, key: record.item, name: record.itemName, in: realm)
        guard !values.isEmpty else { return [] }
        return [
            """
            INSERT INTO published_name (realm, pair, kind, key, name)
            VALUES \(SQL.join(values, separator: ", "))
                ON CONFLICT (realm, pair, kind, key, name) DO NOTHING
            """
        ]
    }

    private static func values(_ kind: Kind, key: String, name: String, in realm: Realm) -> [SQL] {
        let name = folded(name)
        return Set(pairs(of: name)).sorted().map { pair in
            "(\(realm), \(pair), \(kind.rawValue), \(key), \(name))"
        }
    }

    /// A name as it is compared: without spaces, in small letters, every bracket of one form.
    static func folded(_ text: String) -> String {
        String(text.lowercased().filter { !$0.isWhitespace }.map { brackets[$0] ?? $0 })
    }

    private static let brackets: [Character: Character] = ["（": "(", "）": ")"]

    static func pairs(of folded: String) -> [String] { zip(folded, folded.dropFirst()).map { "\($0)\($1)" } }
}

extension PublicParty {
    /// The name under which its results are found, folded; `nil` of a natural person.
    var soughtName: String? {
        switch kind {
        case .person: nil
        case .organization: PublishedName.folded(name)
        }
    }

    var soughtCode: String? {
        switch kind {
        case .person: nil
        case .organization: creditCode
        }
    }
}
