package import EventLog
package import Kernel
package import Processes
package import Sanctions

/// What is to be imposed and on which ground, before the party is heard.
///
/// - Source: Administrative Penalty Law (行政处罚法) art. 44, 57.
package struct PenaltyProposed: EventPayload {
    package static let type = "CaseFile.PenaltyProposed"
    package let proposal: ForParty<Proposal>
    /// What the item's discretion benchmark says of it; absent where the item has none.
    package let weighed: ForParty<Weighed>?
}

/// A penalty as it is proposed: the provision broken, the provision applied, and what follows.
package struct Proposal: Hashable, Sendable, Codable {
    /// The provision that was broken, as `食品安全法§34(十)`.
    package let broken: String
    /// The provision the penalty rests on, as `食品安全法§124.1`.
    package let basis: String
    package let sanctions: [Sanction]
    /// What else was weighed, or all of it where the item has no benchmark; may be empty.
    package let discretion: String

    package init(broken: String, basis: String, sanctions: [Sanction], discretion: String) {
        self.broken = broken
        self.basis = basis
        self.sanctions = sanctions
        self.discretion = discretion
    }
}

/// A notice that opens the party's time to answer was served.
///
/// - Source: Administrative Penalty Law (行政处罚法) art. 44, 64(1); Civil Procedure Law (民事诉讼法) art. 87–95.
package struct NoticeServed: EventPayload {
    package static let type = "CaseFile.NoticeServed"
    package let step: Step.ID
    package let way: NoticeWay
    package let servedOn: Day
    package let note: String
}
