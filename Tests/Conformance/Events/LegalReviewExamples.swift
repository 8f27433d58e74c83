@testable import Casework
import EventLog
import Kernel

extension EventExamples {
    /// Everything that is recorded of a legal review.
    static let legalReview: [any EventPayload] = [
        ReviewBegun(
            step: "legalReview",
            catalog: 1,
            materials: ["调查终结报告", "证据材料"],
            limit: .workingDays(5),
            due: "2026-03-19"
        ),
        ReviewBegun(step: "legalReview", catalog: 1, materials: ["案卷"], limit: nil, due: nil),
        ReviewMaterialsConfirmed(step: "legalReview", materials: ["决定书代拟稿"]),
        ReviewMaterialsAsked(
            step: "legalReview",
            materials: ["询问笔录"],
            reasons: "卷内未见",
            supplyBy: "2026-03-17"
        ),
        ReviewMaterialsSupplied(
            step: "legalReview",
            supplied: [.init(material: "询问笔录", paper: "第2号证据")],
            due: "2026-03-23"
        ),
        ReviewProlonged(step: "legalReview", by: .workingDays(3), reasons: "案情复杂", due: "2026-03-24"),
        ReviewOpposed(
            step: "legalReview",
            defects: [.evidence, .procedure],
            to: "investigate",
            opinion: "现有证据不足以证明违法事实",
            contestBy: "2026-03-17"
        ),
        ReviewAccepted(step: "legalReview", note: "同意补充调查"),
        ReviewContested(step: "legalReview", reasons: "证据已经相互印证", answerBy: "2026-03-19"),
        ReviewAnswered(step: "legalReview", isMaintained: false, opinion: "复审认为证据充分", due: "2026-03-24"),
        ReviewAnswered(step: "legalReview", isMaintained: true, opinion: "复审维持原意见", due: nil),
        ReviewResolved(step: "legalReview", result: .passes, reasons: "集体讨论认为证据足以认定"),
    ]
}
