import Casework
import HTML
import Kernel
import Processes

/// What the page of a case says of the permit it follows, and of what followed its own.
extension CaseContent {
    /// The case whose matter is decided anew here, and by when.
    private var remade: [Definition] {
        guard let origin = state.reopening else { return [] }
        let ordered = origin.authority.isEmpty ? "" : "，\(origin.authority)"
        let within = origin.within.map { "，应于 \($0) 前作出决定" } ?? ""
        return [
            Definition("重新办理") {
                a(.href(WorkspacePath.caseFile(origin.number))) { origin.number }
                "，\(origin.ground.chinese)（\(origin.ground.source)）\(ordered)\(within)"
                origin.ground == .judgment ? "；不得以同一的事实和理由作出基本相同的决定（行政诉讼法§71）" : ""
            }
        ]
    }

    /// The permit that is renewed or changed here, or the case decided anew, and what is to be another.
    var followed: [Definition] {
        guard let prior = state.prior else { return remade }
        var facts =
            remade + [
                Definition("前证") {
                    "\(prior.purpose.chinese)："
                    a(.href(WorkspacePath.caseFile(prior.number))) { prior.decisionNumber }
                    prior.validThrough.map { "，有效期至 \($0)" } ?? ""
                }
            ]
        if let last = prior.applyBy {
            facts.append(
                Definition("延续申请期限") {
                    "应于 \(last) 前提出（\(prior.rule ?? "")）"
                    if prior.isLate { Badge("逾期提出，不适用视为准予延续", tone: .caution) }
                }
            )
        }
        if let due = state.renewalDue {
            facts.append(Definition("应作出延续决定", "\(due) 前；逾期未作决定的，视为准予延续（行政许可法§50.2）"))
        }
        facts += state.changes.map { Definition("变更：\($0.label)", "由“\($0.before)”变更为“\($0.after)”") }
        if !prior.note.isEmpty { facts.append(Definition("\(prior.purpose.chinese)说明", prior.note)) }
        return facts
    }

    /// What followed the permit that was granted here, and the ways to take in more.
    var chain: [Definition] {
        let later = state.successors.map { successor in
            Definition(successor.chinese) {
                a(.href(WorkspacePath.caseFile(successor.number))) { successor.number }
                successor.decision.isEmpty ? "" : "，\(successor.decision)"
            }
        }
        let purposes = FollowUp.Purpose.allCases.filter { purpose in
            receiving != nil
                && state.followUpFault(purpose, isLicense: definition.category == .licensing, on: today) == nil
        }
        guard !purposes.isEmpty else { return later }
        return later + [
            Definition("窗口收件") {
                for purpose in purposes {
                    p {
                        a(.href(WorkspacePath.intake(opening.item.id, purpose.rawValue, of: number))) {
                            "登记\(purpose.chinese)申请"
                        }
                    }
                }
            }
        ]
    }
}
