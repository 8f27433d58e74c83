import Casework
import HTML
import Kernel

/// What a permit came from and what followed it, and the ways to have it renewed or changed.
struct PermitPanel: Component {
    struct Way: Hashable, Sendable {
        let label: String
        let address: String
    }

    let lines: [String]
    /// Until when a renewal is in time.
    let time: String?
    let isLate: Bool
    let ways: [Way]

    /// Nothing for a case that neither granted a permit nor is about one.
    init?(_ followed: FollowedCase, on today: Day) {
        let state = followed.state
        let purposes = FollowUp.Purpose.allCases.filter { followed.fault($0, on: today) == nil }
        let former = state.prior.map { prior in
            ["对 \(prior.decisionNumber)（办件 \(prior.number)）的\(prior.purpose.chinese)"]
                + state.changes.map { "\($0.label)：由“\($0.before)”变更为“\($0.after)”" }
                + (prior.isLate ? ["提出时已过申请延续的期限（\(prior.applyBy?.chinese ?? "")）"] : [])
                + (prior.note.isEmpty ? [] : ["申请说明：\(prior.note)"])
        }
        let later = state.successors.map { successor in
            "\(successor.chinese)：办件 \(successor.number)"
                + (successor.decision.isEmpty ? "" : "，\(successor.decision)")
        }
        lines = (former ?? []) + later
        let isOpen = purposes.contains(.renewal)
        time = isOpen ? followed.renewalTime.map { "申请延续最迟于\($0.applyBy.chinese)提出（\($0.ground)）" } : nil
        isLate = isOpen && followed.renewalTime.map { $0.applyBy < today } ?? false
        ways = purposes.map { Way(label: "申请\($0.chinese)", address: followed.address(of: $0)) }
        guard !(lines.isEmpty && ways.isEmpty) else { return nil }
    }

    var body: any HTML {
        Panel("许可的延续和变更", anchor: "permit") {
            for line in lines { p { line } }
            if let time { p { time } }
            if isLate {
                AlertBox("已过申请延续的期限", tone: .caution) {
                    p { "有效期届满前仍可以提出，由机关依法决定；逾期未决定的，不视为准予延续。" }
                }
            }
            if !ways.isEmpty {
                ButtonRow {
                    for way in ways { LinkButton(way.label, to: way.address, weight: .secondary) }
                }
            }
        }
    }
}
