import EventLog
import Kernel
import Sanctions
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
        ] + publicityReview() + publicityLife() + [
            penalty(of: organization),
            DecisionPublished(
                record: Open(decision(of: organization, isComplete: true, licenseKind: "普通")),
                original: .present(subject: "1P2", OriginalNames(name: "演示幼儿园", representative: "李四")),
                policy: "1"
            ),
        ]
    }

    /// A penalty, with the fields that only penalties are published with.
    private static func penalty(of party: PublicParty) -> DecisionPublished {
        DecisionPublished(
            record: Open(
                decision(
                    of: party,
                    isComplete: true,
                    penalty: PublicPenalty(
                        violation: "违反演示法第一条",
                        facts: "未取得许可办学",
                        basis: "演示法第二条",
                        sanctions: [
                            Sanction(.fine, amount: .yuan(5_000)), Sanction(.confiscationOfGoods, object: "教具"),
                        ]
                    )
                )
            ),
            original: .present(subject: "1P2", OriginalNames(name: "演示幼儿园", representative: "李四")),
            policy: "1"
        )
    }

    /// What happens before anything is public.
    private static func publicityReview() -> [any EventPayload] {
        let hidden = HiddenParts(people: ["王五"], tradeSecrets: ["配方甲"], privacy: ["某病"])
        return [
            PublicationProposed(
                on: day,
                reviewBy: "2026-03-04",
                text: .present(subject: "1P1", ProposedText(remarks: "演示", hidden: hidden))
            ),
            ProposalReviewed(on: day, isApproved: true, opinion: "同意公开"),
            ExemptionProposed(on: day, ground: .minor, reason: "未满十八周岁"),
            ExemptionDecided(on: day, isApproved: true, ground: Open(.minor), opinion: "同意"),
        ]
    }

    /// What happens to what is public.
    private static func publicityLife() -> [any EventPayload] {
        let person = PublicParty(kind: .person, name: "张*", creditCode: nil, representative: nil)
        let names = OriginalNames(name: "张三", representative: nil)
        return [
            DecisionPublished(
                record: Open(decision(of: person, isComplete: true)),
                original: .present(subject: "1P1", names),
                policy: "1",
                review: PublicationReview(proposedBy: "1O1", proposedOn: day, reviewedBy: "1O2", reviewedOn: day),
                shownThrough: "2029-03-02"
            ),
            PublicationWithdrawn(
                ground: .revoked,
                reason: Open("复议撤销"),
                overturned: Overturning(on: day, by: "演示区人民政府", document: "演示复决〔2026〕1号", withdrawBy: "2026-03-05")
            ),
            PerformanceRecorded(state: Open(.suspended), on: Open(day), note: "停业"),
            PublicationCorrected(
                record: Open(decision(of: person, isComplete: false)),
                original: .present(subject: "1P1", names),
                policy: "1",
                reason: Open("名称有误"),
                provedOn: day,
                correctBy: "2026-03-09",
                text: nil
            ),
            PublicationEnded(on: Open(day), reason: Open("信用修复")),
            DelayExplained(
                agency: "1A1",
                item: "511A0138600000",
                promisedDue: "2026-03-20",
                on: day,
                reason: Open("现场勘验的专家改期"),
                policy: "1"
            ),
        ]
    }

    private static func decision(
        of party: PublicParty,
        isComplete: Bool,
        licenseKind: String? = nil,
        penalty: PublicPenalty? = nil
    ) -> PublicDecision {
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
            remarks: isComplete ? "演示" : nil,
            category: penalty == nil ? nil : "02",
            licenseKind: licenseKind,
            penalty: penalty
        )
    }
}
