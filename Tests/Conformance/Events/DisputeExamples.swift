@testable import Casework
import Directory
import EventLog
import Kernel

extension EventExamples {
    /// A dispute over jurisdiction, with a superior in the system and with one outside.
    static let dispute: [any EventPayload] = [
        raised(superior: CommonSuperior(name: "演示区人民政府", agency: "1A9"), consultBy: "2026-03-11"),
        raised(superior: CommonSuperior(name: "演示区人民政府", agency: nil), consultBy: nil),
        DisputeStated(side: .other, proposed: Open(.holder), opinion: reasons),
        DisputeReported(side: .holder, opinion: reasons, designateBy: "2026-03-11"),
        JurisdictionDesignated(
            to: Open(.other),
            authority: Open("演示区人民政府"),
            document: Open("演示区府函〔2026〕1号，2026年3月9日"),
            reasons: reasons,
            isRecorded: false
        ),
    ]

    private static let reasons = ForParty("违法行为发生在该机关管辖范围内", party: "1P1")

    private static func raised(superior: CommonSuperior, consultBy day: Day?) -> JurisdictionDisputed {
        JurisdictionDisputed(
            other: Open(DisputedAgency(agency: "1A2", name: "演示区民政局", item: "DEMO-1", itemName: "对违规收费的处罚")),
            superior: Open(superior),
            proposed: Open(.holder),
            reasons: reasons,
            consultBy: day
        )
    }
}
