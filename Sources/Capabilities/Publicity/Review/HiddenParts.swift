import Parties

/// What an officer hides by hand, by reason: what no pattern can know.
///
/// - Source: Administrative License Law (行政许可法) art. 5, 72(5); 行政处罚结果信息网上公示暂行办法.
package struct HiddenParts: Hashable, Sendable, Codable {
    /// Names of other natural persons; the surname stays.
    package let people: [String]
    package let tradeSecrets: [String]
    /// Health, home and the like.
    package let privacy: [String]

    package static let none = HiddenParts(people: [], tradeSecrets: [], privacy: [])

    /// Parts shorter than two characters are left out: hiding one would hide half of the text.
    package init(people: [String], tradeSecrets: [String], privacy: [String]) {
        self.people = people.filter { $0.count > 1 }
        self.tradeSecrets = tradeSecrets.filter { $0.count > 1 }
        self.privacy = privacy.filter { $0.count > 1 }
    }

    /// The words an officer typed into one line, between spaces, commas or 、.
    package static func words(_ typed: String) -> [String] {
        typed.split { $0.isWhitespace || $0 == "、" || $0 == "，" || $0 == "," }.map(String.init)
    }

    static let tradeSecret = "（商业秘密略）"
    static let privateMatter = "（个人隐私略）"

    /// Returns the text without the parts, and why parts of it were hidden; the longest part first.
    func masked(_ text: String) -> (text: String, reasons: Set<MaskReason>) {
        var masked = text
        var reasons: Set<MaskReason> = []
        let parts =
            people.map { ($0, MaskReason.bystander, Masking.name($0, .bystander)) }
            + tradeSecrets.map { ($0, .tradeSecret, HiddenParts.tradeSecret) }
            + privacy.map { ($0, .privacy, HiddenParts.privateMatter) }
        for (part, reason, replacement) in parts.sorted(by: { $0.0.count > $1.0.count }) where masked.contains(part) {
            masked = masked.replacing(part, with: replacement)
            reasons.insert(reason)
        }
        return (masked, reasons)
    }

    func joined(_ other: HiddenParts) -> HiddenParts {
        HiddenParts(
            people: people + other.people,
            tradeSecrets: tradeSecrets + other.tradeSecrets,
            privacy: privacy + other.privacy
        )
    }
}
