package import BlobStore
package import Directory
package import EventLog
package import Kernel

/// Who asks that an officer keep out of a case.
///
/// - Source: Administrative Penalty Law (行政处罚法) art. 43.2; Civil Servant Law (公务员法) art. 77.
package enum RecusalAsker: String, Hashable, Sendable, Codable, CaseIterable {
    case party
    /// Somebody else whose interests the case touches (利害关系人).
    case interested
    case officer

    package var chinese: String {
        switch self {
        case .party: "当事人、申请人申请"
        case .interested: "利害关系人申请"
        case .officer: "本人自行申请"
        }
    }
}

/// What happens within a case about the recusal of officers.
///
/// The directory keeps who is recused; the case tells its story.
///
/// - Source: Administrative Penalty Law (行政处罚法) art. 43.
package enum CaseRecusalEvent: Sendable {
    case asked(RecusalAsked)
    case settled(RecusalSettled)

    static let members: [EventMember<CaseFileEvent>] = [
        EventMember(RecusalAsked.self) { .recusal(.asked($0)) },
        EventMember(RecusalSettled.self) { .recusal(.settled($0)) },
    ]

    package var payload: any EventPayload {
        switch self {
        case .asked(let payload): payload
        case .settled(let payload): payload
        }
    }

    package var verb: CaseVerb {
        switch self {
        case .asked: .askForRecusal
        case .settled: .settleRecusal
        }
    }

    /// What happened, as officers read it.
    package var chinese: String {
        switch self {
        case .asked(let event): "申请\(event.name)回避"
        case .settled(let event): "\(event.chinese)：\(event.name)"
        }
    }

    /// The particulars, a line each.
    package var lines: [String] {
        switch self {
        case .asked(let event): ["\(event.by.chinese)：\(event.ground.chinese)", "决定作出之前，不停止调查（行政处罚法§43）"]
        case .settled(let event):
            (event.discussedBy ?? []).isEmpty
                ? [] : ["负责人集体讨论决定：\((event.discussedBy ?? []).joined(separator: "、"))"]
        }
    }

    /// What who asked or decided wrote.
    package var words: String {
        switch self {
        case .asked(let event): event.reasons.value
        case .settled(let event): event.reasons.value
        }
    }
}

/// Somebody asked that an officer keep out of the case (申请回避).
package struct RecusalAsked: EventPayload {
    package static let type = "CaseFile.RecusalAsked"
    package let officer: Officer.ID
    /// The officer's name that day.
    package let name: String
    package let by: RecusalAsker
    package let ground: RecusalGround
    package let reasons: ForParty<String>
    /// The paper in which the party said so; `nil` where it was told to an officer, or asked by the party itself.
    package let paper: String?
    /// What the party handed in to show it; `nil` without files.
    package let files: Personal<[Attachment]>?
}

/// It was decided whether the officer keeps out (决定回避).
package struct RecusalSettled: EventPayload {
    package static let type = "CaseFile.RecusalSettled"
    package let officer: Officer.ID
    package let name: String
    package let isGranted: Bool
    package let reasons: ForParty<String>
    /// The names of those in charge who discussed it together; `nil` where one head decided.
    package let discussedBy: [String]?

    package var chinese: String { isGranted ? "决定回避" : "驳回回避申请" }
}

/// One officer's recusal in a case: asked for, or declared beforehand, and what was decided.
package struct CaseRecusal: Hashable, Sendable {
    package struct Asked: Hashable, Sendable {
        package let on: Day
        package let by: RecusalAsker
        package let ground: RecusalGround
        package let reasons: String
        /// What shows it; empty once erased.
        package let files: [Attachment]
    }

    package struct Decision: Hashable, Sendable {
        package let on: Day
        package let isGranted: Bool
        package let reasons: String
    }

    package let officer: Officer.ID
    package let name: String
    /// `nil` where a relation declared beforehand was decided about.
    package let asked: Asked?
    package internal(set) var decision: Decision?
}

extension [CaseRecusal] {
    /// When a party's request about an officer was refused last; `nil` where none was.
    ///
    /// Who decides hears one request once: asked again without end, the case would never be decided.
    func refusal(of officer: Officer.ID) -> Day? {
        let refused = last { $0.officer == officer && $0.asked?.by == .party && $0.decision?.isGranted == false }
        return refused?.decision?.on
    }

    /// Takes in what happened on a day.
    mutating func hear(_ event: CaseRecusalEvent, on day: Day) {
        switch event {
        case .asked(let asked):
            let request = CaseRecusal.Asked(
                on: day,
                by: asked.by,
                ground: asked.ground,
                reasons: asked.reasons.value,
                files: asked.files?.value ?? []
            )
            append(CaseRecusal(officer: asked.officer, name: asked.name, asked: request))
        case .settled(let settled):
            let decision = CaseRecusal.Decision(
                on: day,
                isGranted: settled.isGranted,
                reasons: settled.reasons.value
            )
            if let open = lastIndex(where: { $0.officer == settled.officer && $0.decision == nil }) {
                self[open].decision = decision
            } else {
                append(
                    CaseRecusal(officer: settled.officer, name: settled.name, asked: nil, decision: decision)
                )
            }
        }
    }
}
