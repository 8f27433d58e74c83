package import EventLog
package import Kernel

/// An agency took a matter up of its own motion, and the case got its number; nothing is judged yet.
///
/// - Source: Administrative Penalty Law (行政处罚法) art. 54.
package struct CaseOpened: EventPayload {
    package static let type = "CaseFile.CaseOpened"
    package let number: Open<String>
    package let item: ItemPin
    package let party: String
    package let registeredOn: Day
    package let clue: Personal<Clue>
    package let position: FlowPosition
    /// Where the matter was before, if it was taken out of another case (分案).
    package let split: ForParty<SplitOrigin>?
    /// Where it came from, if another agency handed it over (移送管辖).
    package let handover: ForParty<HandoverOrigin>?
    /// The case whose matter is decided anew (重新办理).
    package let reopening: ForParty<ReopeningOrigin>?
}

/// How an agency came to know of a matter, and what it knows.
package struct Clue: Hashable, Sendable, Codable {
    /// - Source: Administrative Penalty Law (行政处罚法) art. 54; 市场监督管理行政处罚程序规定 §17.
    package enum Source: String, Hashable, Sendable, Codable, CaseIterable {
        case inspection
        case complaint
        case transfer
        case assignment
        case monitoring
        case media
        case declaration
        case other

        package var chinese: String {
            switch self {
            case .inspection: "监督检查发现"
            case .complaint: "投诉、举报"
            case .transfer: "其他机关移送"
            case .assignment: "上级交办"
            case .monitoring: "监测、监控发现"
            case .media: "媒体报道"
            case .declaration: "当事人申报"
            case .other: "其他途径"
            }
        }
    }

    package let source: Source
    package let facts: String
    package let place: String
    /// The day of the act; `nil` where no act is held against anybody.
    package let happenedOn: Day?
    /// The day a continuing act ended; `nil` for an act of one day, or one that still goes on.
    package let endedOn: Day?
    /// Whether it touches life, health or finances and did harm (行政处罚法 §36: five years).
    package let isGrave: Bool

    package init(
        source: Source,
        facts: String,
        place: String,
        happenedOn: Day? = nil,
        endedOn: Day? = nil,
        isGrave: Bool = false
    ) {
        self.source = source
        self.facts = facts
        self.place = place
        self.happenedOn = happenedOn
        self.endedOn = endedOn
        self.isGrave = isGrave
    }
}

/// The time to the decision began without an acceptance: the case was filed (立案), or the power knows neither.
///
/// - Source: Administrative Penalty Law (行政处罚法) art. 54, 60.
package struct CaseFiled: EventPayload {
    package static let type = "CaseFile.CaseFiled"
    package let filedOn: Day
    package let statutory: Period
    package let promised: Period
    package let due: DueDays
}
