import Kernel

/// What the record of a collective discussion (集体讨论记录) says of who belonged there, who came and what each thought.
///
/// - Source: Administrative Penalty Law (行政处罚法) art. 43, 57.2.
struct DiscussionRecord: Hashable, Sendable {
    static let document = "集体讨论记录"

    let heldAt: Instant?
    let chair: String
    /// Who belongs to the body, by name.
    let members: [String]
    /// Members who stay away from this case.
    let recused: [String]
    let opinions: [Opinion]
    let dissent: String

    struct Opinion: Hashable, Sendable {
        let name: String
        let words: String

        /// What the opinion comes to; `nil` when it does not begin by saying so.
        var view: View? { View.allCases.first { words.hasPrefix($0.rawValue) } }
    }

    enum View: String, CaseIterable {
        case agrees = "同意"
        case disagrees = "不同意"
        case abstains = "弃权"
    }

    init(_ record: DocumentRecord) {
        func rows(_ key: String) -> [[String]] { record.entries.first { $0.key == key }?.rows ?? [] }
        heldAt = Instant(minute: record.text("heldAt"))
        chair = record.text("chair")
        members = rows("members").map { $0[0] }
        recused = rows("recused").map { $0[0] }
        opinions = rows("opinions").map { Opinion(name: $0[0], words: $0[2]) }
        dissent = record.text("dissent")
    }

    /// Those who count: members who are not recused.
    var entitled: [String] { members.filter { !recused.contains($0) } }

    /// How many of those entitled came, in percent with two decimals, rounded down.
    var attendance: String {
        let share = opinions.count * 10_000 / max(1, entitled.count)
        return "\(share / 100).\(share % 100 < 10 ? "0" : "")\(share % 100)"
    }

    /// What keeps the record from counting.
    ///
    /// - Parameters:
    ///   - heads: the names of those in charge of the agency.
    ///   - now: a discussion is not recorded before it was held.
    /// - Returns: the first thing in which the record contradicts itself; `nil` when it is whole.
    func fault(heads: Set<String>, at now: Instant) -> DiscussionFault? {
        if let heldAt, heldAt > now { return .notYetHeld }
        if let twice = repeated(members) ?? repeated(opinions.map(\.name)) { return .namedTwice(twice) }
        if let stranger = recused.first(where: { !members.contains($0) }) { return .notMember(stranger) }
        for opinion in opinions {
            if recused.contains(opinion.name) { return .recusedTookPart(opinion.name) }
            guard members.contains(opinion.name) else { return .notMember(opinion.name) }
            if opinion.view == nil { return .unclear(opinion.name, found: opinion.words) }
        }
        guard opinions.contains(where: { $0.name == chair }) else { return .chairAbsent(chair) }
        guard heads.contains(chair) else { return .chairNotHead(chair) }
        let dissenters = opinions.filter { $0.view == .disagrees }.map(\.name)
        return dissenters.isEmpty || !dissent.isEmpty ? nil : .dissentMissing(dissenters)
    }

    private func repeated(_ names: [String]) -> String? {
        var seen: Set<String> = []
        return names.first { !seen.insert($0).inserted }
    }
}
