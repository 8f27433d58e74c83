import EventLog
import Kernel
import TimeLimits

@testable import Casework
@testable import Publicity

extension CasePlan {
    /// What Publicity records in answer to a fact: a decision is to be public by its day, a step of publishing shows
    /// it, and what is revoked is taken down.
    func publication(
        after fact: CaseFileEvent,
        numbered number: Int,
        _ rules: PublicityRules,
        _ calendar: WorkingCalendar
    ) -> PublicationEvent? {
        switch fact {
        case .decided(let decided) where decided.kind.value == .granted || decided.kind.value == .imposed:
            guard penalty?.isSimple != true else { return nil }
            let decidedOn = decided.decidedOn.value
            let category = penalty == nil ? "01" : "02"
            guard let publishBy = try? rules.ceiling(of: category).day(from: decidedOn, in: calendar) else {
                return nil
            }
            return .awaited(
                PublicationAwaited(
                    documentNumber: decided.number.value,
                    caseNumber: "\(number)",
                    item: "510105001000",
                    itemName: "教师资格认定",
                    agency: "01A1",
                    decidedOn: decidedOn,
                    publishBy: publishBy
                )
            )
        case .completed(let completed) where completed.step == "publish":
            return .published(
                DecisionPublished(
                    record: Open(CasePlan.shown(number)),
                    original: .erased(subject: "01P1"),
                    policy: "masking"
                )
            )
        case .revoked where penalty?.isTakenDown == true:
            return .withdrawn(PublicationWithdrawn(ground: .revoked, reason: Open("决定已依法撤销")))
        default: return nil
        }
    }

    private static func shown(_ number: Int) -> PublicDecision {
        PublicDecision(
            caseNumber: "\(number)",
            item: "510105001000",
            itemName: "教师资格认定",
            party: PublicParty(kind: .person, name: "张某", creditCode: nil, representative: nil),
            documentName: "准予行政许可决定书",
            documentNumber: "许〔2026〕\(number)号",
            permitName: nil,
            permitNumber: nil,
            content: "",
            decidedOn: "2026-03-03",
            validFrom: nil,
            validThrough: nil,
            agency: "01A1",
            agencyName: "演示区教育局",
            agencyCode: nil,
            remarks: nil
        )
    }
}
