import Access
import Casework
import Directory
import EventLog
import Kernel
import Processes

/// A dispute over jurisdiction as one of the agencies concerned sees it: no more of the case than what is disputed.
struct DisputeContent: Sendable {
    let id: CaseFile.ID
    let number: String
    let version: Int
    let state: CaseFile
    let opening: CaseFile.Opening
    let dispute: JurisdictionDispute
    let part: JurisdictionDispute.Part
    /// The number of the case that the other agency got; `nil` while it has none.
    let movedTo: String?

    /// Returns `nil` where there is no such case, none was disputed, or the reader's agency is not concerned.
    init?(number: String, for agency: Agency.ID?, in reading: EventReading) throws {
        guard let id = try reading.caseFile(number: number)?.id else { return nil }
        let found = try reading.state(CaseFile.self, id.text)
        guard let opening = found.state.opening, let dispute = found.state.dispute else { return nil }
        guard let part = agency.flatMap({ dispute.part(of: $0.text, holder: opening.item.agency) }) else { return nil }
        self.part = part
        self.id = id
        self.number = number
        version = found.version
        state = found.state
        self.opening = opening
        self.dispute = dispute
        movedTo = try reading.history(of: id).lazy.compactMap { event -> String? in
            if case .handedOver(let given)? = event.as(CaseFileEvent.self) { given.recipient.value.number } else { nil }
        }.first
    }

    func name(of side: JurisdictionDispute.Side) -> String {
        switch side {
        case .holder: opening.item.agencyName
        case .other: dispute.other.name
        }
    }

    /// What the common superior is called.
    var superior: String { dispute.superior.name }

    /// Whether the superior works with this system.
    var isSuperiorHere: Bool { dispute.superior.agency != nil }

    /// Where the dispute stands, in a few words.
    var standing: String {
        switch dispute.stage {
        case .consulting: "协商中"
        case .reported: "已报请\(superior)指定管辖"
        case .agreed(let side): "协商一致，由\(name(of: side))管辖"
        case .designated(let side): "\(superior)指定由\(name(of: side))管辖"
        }
    }

    /// What may be done now for the reader's agency.
    var offered: [DisputeAct] {
        let isConsulting = dispute.stage == .consulting
        switch part {
        case .superior: return dispute.isOpen ? [.designate] : []
        case .side(let side):
            guard !isConsulting else { return [.consult, .reportDispute] }
            let isRecorder = side == .holder && !isSuperiorHere
            return isRecorder && dispute.stage == .reported ? [.designate] : []
        }
    }
}

/// What is done about a dispute, each by one form; the raw value ends its address.
enum DisputeAct: String, Hashable, Sendable, CaseIterable {
    case consult
    case reportDispute = "report"
    case designate

    var verb: CaseVerb {
        switch self {
        case .consult: .consult
        case .reportDispute: .reportDispute
        case .designate: .designate
        }
    }
}
