/// The rank of a text in the order of norms.
///
/// - Source: Legislation Law (立法法) art. 98–100.
package enum LawLevel: String, Hashable, Sendable, Codable, CaseIterable {
    case law
    case administrativeRegulation
    case localRegulation
    case rule
    case partyRegulation
    case normativeDocument

    package var chinese: String {
        switch self {
        case .law: "法律"
        case .administrativeRegulation: "行政法规"
        case .localRegulation: "地方性法规"
        case .rule: "规章"
        case .partyRegulation: "党内法规"
        case .normativeDocument: "规范性文件"
        }
    }

    /// Returns the rank of a Chinese name; 部门规章 and 地方政府规章 are rules, 地方规章 too.
    package init?(named text: String) {
        let name = text.hasSuffix("规章") ? "规章" : text
        guard let found = LawLevel.allCases.first(where: { $0.chinese == name }) else { return nil }
        self = found
    }

    /// Returns the rank that the name and the notes on adoption show, or `nil` when they show none.
    package static func shown(by title: String, _ enactments: [Enactment]) -> LawLevel? {
        for text in enactments.map(\.text) {
            if text.contains("中共中央") { return .partyRegulation }
            if text.contains("全国人民代表大会") { return .law }
            if text.contains("国务院令") || text.contains("国务院第") { return .administrativeRegulation }
            if text.contains("人民代表大会") { return .localRegulation }
            if text.contains("局令") || text.contains("部令") || text.contains("人民政府令") { return .rule }
        }
        if title.hasPrefix("中华人民共和国"), title.hasSuffix("法") { return .law }
        return nil
    }

    /// Returns the rank that a name shows as acts cite it, or `nil`: nothing but a law is called 法.
    ///
    /// - Source: 行政法规制定程序条例 art. 5 and 规章制定程序条例 art. 7 (regulations are 条例、规定、办法, rules 规定、办法).
    package static func shown(byCited name: String) -> LawLevel? {
        name.hasSuffix("法") && !name.hasSuffix("办法") && !name.hasSuffix("方法") ? .law : nil
    }
}
