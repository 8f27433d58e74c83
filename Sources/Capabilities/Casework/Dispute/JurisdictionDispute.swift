package import Directory
import EventLog
package import Kernel
package import Processes

/// A dispute over which of two agencies has jurisdiction over a case (管辖权争议), as it stands.
///
/// - Source: Administrative Penalty Law (行政处罚法) art. 25.2.
package struct JurisdictionDispute: Sendable {
    package enum Side: String, Hashable, Sendable, Codable, CaseIterable {
        /// The agency that has the case.
        case holder
        case other

        package var chinese: String {
            switch self {
            case .holder: "承办机关"
            case .other: "另一方机关"
            }
        }
    }

    /// As what an agency is concerned in it.
    package enum Part: Hashable, Sendable {
        case side(Side)
        case superior
    }

    package enum Stage: Hashable, Sendable {
        case consulting
        case reported
        case agreed(Side)
        case designated(Side)
    }

    /// What one side said, and to whom it gives the case.
    package struct Statement: Hashable, Sendable {
        package let side: Side
        package let proposed: Side
        package let opinion: String
        package let on: Day
    }

    package let raised: JurisdictionDisputed
    /// Oldest first; the first is what the holder said when it raised the dispute.
    package private(set) var statements: [Statement]
    package private(set) var report: DisputeReported?
    package private(set) var reportedOn: Day?
    package private(set) var designation: JurisdictionDesignated?
    package private(set) var designatedOn: Day?

    init(_ raised: JurisdictionDisputed, on day: Day) {
        self.raised = raised
        statements = [
            Statement(side: .holder, proposed: raised.proposed.value, opinion: raised.reasons.value, on: day)
        ]
    }

    mutating func hear(_ event: DisputeStated, on day: Day) {
        statements.append(
            Statement(side: event.side, proposed: event.proposed.value, opinion: event.opinion.value, on: day)
        )
    }

    mutating func hear(_ event: DisputeReported, on day: Day) { (report, reportedOn) = (event, day) }

    mutating func hear(_ event: JurisdictionDesignated, on day: Day) { (designation, designatedOn) = (event, day) }

    /// As what an agency is concerned; `nil` for one that is not.
    ///
    /// - Parameters:
    ///   - agency: its entry in the directory.
    ///   - holder: the agency that has the case.
    /// - Returns: the part it has in the dispute.
    package func part(of agency: String, holder: String) -> Part? {
        switch agency {
        case holder: .side(.holder)
        case other.agency: .side(.other)
        case superior.agency?.text: .superior
        default: nil
        }
    }

    package var other: DisputedAgency { raised.other.value }
    package var superior: CommonSuperior { raised.superior.value }

    package var stage: Stage {
        if let designation { return .designated(designation.to.value) }
        if report != nil { return .reported }
        guard let own = proposal(of: .holder), own == proposal(of: .other) else { return .consulting }
        return .agreed(own)
    }

    package var isOpen: Bool {
        switch stage {
        case .consulting, .reported: true
        case .agreed, .designated: false
        }
    }

    /// To whom a side gave the case last; `nil` while it has said nothing.
    package func proposal(of side: Side) -> Side? { statements.last { $0.side == side }?.proposed }

    /// By when the next thing is to happen; `nil` once the dispute is over.
    package var due: Day? {
        switch stage {
        case .consulting: raised.consultBy
        case .reported: report?.designateBy
        case .agreed, .designated: nil
        }
    }
}

/// The agency with which jurisdiction is disputed, and the item under which it would have the case.
package struct DisputedAgency: Hashable, Sendable, Codable {
    package let agency: String
    package let name: String
    package let item: String
    package let itemName: String

    package init(agency: String, name: String, item: String, itemName: String) {
        self.agency = agency
        self.name = name
        self.item = item
        self.itemName = itemName
    }
}

extension CaseFile {
    /// Whether the step waits until the dispute is over: it works outward, and does not only secure evidence.
    ///
    /// - Source: Administrative Penalty Law (行政处罚法) art. 22, 25, 38.2, 56.
    package func waitsForJurisdiction(_ step: Step) -> Bool {
        dispute?.isOpen == true && step.kind.actsOutward && step.kind != .preserveEvidence
    }
}
