package import Directory
package import EventLog
package import Kernel

/// The agency that has a case disputes jurisdiction over it with another (管辖权争议).
///
/// - Source: Administrative Penalty Law (行政处罚法) art. 25.2.
package struct JurisdictionDisputed: EventPayload {
    package static let type = "CaseFile.JurisdictionDisputed"
    package let other: Open<DisputedAgency>
    package let superior: Open<CommonSuperior>
    /// Who has jurisdiction as the holder sees it.
    package let proposed: Open<JurisdictionDispute.Side>
    package let reasons: ForParty<String>
    /// By when both consult; `nil` where the case came by a handover, and the dispute is reported at once.
    package let consultBy: Day?
}

/// One side said who has jurisdiction; when both name the same, they agree.
package struct DisputeStated: EventPayload {
    package static let type = "CaseFile.DisputeStated"
    package let side: JurisdictionDispute.Side
    package let proposed: Open<JurisdictionDispute.Side>
    package let opinion: ForParty<String>
}

/// One side reported the dispute to the common superior for designation (报请指定管辖).
package struct DisputeReported: EventPayload {
    package static let type = "CaseFile.DisputeReported"
    package let side: JurisdictionDispute.Side
    package let opinion: ForParty<String>
    package let designateBy: Day
}

/// The common superior designated who has jurisdiction (指定管辖).
package struct JurisdictionDesignated: EventPayload {
    package static let type = "CaseFile.JurisdictionDesignated"
    package let to: Open<JurisdictionDispute.Side>
    package let authority: Open<String>
    /// The number of the decision; with its day where the holder recorded it.
    package let document: Open<String>
    package let reasons: ForParty<String>
    /// Whether the holder recorded it, because the superior does not work with this system.
    package let isRecorded: Bool
}
