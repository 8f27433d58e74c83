import Definitions
import Foundation
import Kernel

/// How the cases of a division are numbered.
///
/// Local rules, so they are data: `Definitions/catalog/case-numbers.json`.
struct CaseNumberRule: Hashable, Sendable, Codable {
    enum Scheme: String, Hashable, Sendable, Codable {
        /// Division (6), day (8), serial of the day (5): `511602-20261122-00001`.
        case daily
        /// The item's code, day (8), serial of the item's day (5); for items whose code is no longer than a national one.
        case itemDaily
        /// Region (4), department (2), year (4), serial of the year (5): `NJ03WH200700001`.
        case jiangsuCase
    }

    /// What stands before the serial number, and how many digits that has at least.
    struct Frame: Hashable, Sendable {
        /// Numbers of one series are counted together.
        let series: String
        let prefix: String

        private static let digits = 5

        func number(_ serial: Int) -> String {
            let text = String(serial)
            return prefix + String(repeating: "0", count: max(0, Frame.digits - text.count)) + text
        }
    }

    /// The first digits of the divisions it is for; empty for all.
    let division: String
    let scheme: Scheme
    /// How the scheme writes a region, by the first digits of its division; the longest that fits counts.
    var regions: [String: String]?
    /// How the scheme writes a body, by a word of its name; the longest word that fits counts.
    var bodies: [String: String]?
    let source: String

    private static let longestItemCode = 33

    private static let shipped = Result {
        try JSONDecoder().decode([CaseNumberRule].self, from: Data(Definitions.bytes("catalog/case-numbers.json")))
    }

    /// Returns the rule of a division: the one with the longest beginning that fits.
    static func of(_ division: String) throws -> CaseNumberRule {
        try shipped.get()
            .filter { division.hasPrefix($0.division) }
            .max { $0.division.count < $1.division.count }
            ?? CaseNumberRule(division: "", scheme: .daily, source: "")
    }

    /// Returns the frame of the next number; a case the scheme has no words for is numbered by division and day.
    func frame(of pin: ItemPin, on today: Day) -> Frame {
        let day = today.description.filter { $0 != "-" }
        let place = pin.division.prefix(6)
        let daily = Frame(series: "\(place):\(day)", prefix: "\(place)-\(day)-")
        switch scheme {
        case .daily: return daily
        case .itemDaily:
            guard pin.code.count <= CaseNumberRule.longestItemCode else { return daily }
            return Frame(series: "\(pin.code):\(day)", prefix: "\(pin.code)-\(day)-")
        case .jiangsuCase:
            guard let region = word(regions, { pin.division.hasPrefix($0) }),
                let body = word(bodies, { pin.agencyName.contains($0) })
            else { return daily }
            let prefix = "\(region)\(body)\(today.year)"
            return Frame(series: prefix, prefix: prefix)
        }
    }

    private func word(_ words: [String: String]?, _ fits: (String) -> Bool) -> String? {
        let key = (words ?? [:]).keys.filter(fits).max { ($0.count, $1) < ($1.count, $0) }
        return key.flatMap { words?[$0] }
    }
}
