import EventLog
import Kernel
@testable import Publicity

extension EventExamples {
    /// Every fact of a publication, of a person and of an organization.
    static func publicity() -> [any EventPayload] {
        let person = PublicParty(kind: .person, name: "张*", creditCode: nil, representative: nil)
        let organization = PublicParty(
            kind: .organization,
            name: "演示幼儿园",
            creditCode: "91511602MA00000001",
            representative: "李*"
        )
        return [
            PublicationAwaited(
                documentNumber: "演示教许准〔2026〕1号",
                caseNumber: "511602-20260302-00001",
                item: "511A0138600000",
                itemName: "民办幼儿园设立审批",
                agency: "1A1",
                decidedOn: day,
                publishBy: "2026-03-11"
            ),
            DecisionPublished(
                record: Open(decision(of: organization, isComplete: true)),
                original: .present(subject: "1P2", OriginalNames(name: "演示幼儿园", representative: "李四")),
                policy: "1"
            ),
            DecisionPublished(
                record: Open(decision(of: person, isComplete: false)),
                original: .present(subject: "1P1", OriginalNames(name: "张三", representative: nil)),
                policy: "1"
            ),
            PublicationWithdrawn(ground: .mistaken, reason: Open("名称有误")),
        ]
    }

    private static func decision(of party: PublicParty, isComplete: Bool) -> PublicDecision {
        PublicDecision(
            caseNumber: "511602-20260302-00001",
            item: "511A0138600000",
            itemName: "民办幼儿园设立审批",
            party: party,
            documentName: "准予行政许可决定书",
            documentNumber: "演示教许准〔2026〕1号",
            permitName: isComplete ? "民办学校办学许可证" : nil,
            permitNumber: isComplete ? "5116022026000001" : nil,
            content: "准予设立民办幼儿园",
            decidedOn: day,
            validFrom: isComplete ? "2026-03-05" : nil,
            validThrough: isComplete ? "2029-03-04" : nil,
            agency: "1A1",
            agencyName: "演示区教育局",
            agencyCode: isComplete ? "11511301008778183N" : nil,
            remarks: isComplete ? "演示" : nil
        )
    }
}
