import RuleTables
import Kernel
import WorkflowEngine

/// What a new version of a process changes, step by step; for whoever confirms it and for running cases.
package struct ProcessComparison: Hashable, Sendable {
    /// One thing that is not as it was; what there was before or is now is `nil` where there is nothing.
    package struct Change: Hashable, Sendable {
        /// The step, junction, timer, ending or post; `nil` for the process as a whole.
        package let part: String?
        package let property: Property
        package let before: String?
        package let after: String?

        package init(part: String?, property: Property, before: String?, after: String?) {
            self.part = part
            self.property = property
            self.before = before
            self.after = after
        }
    }

    package enum Property: String, Hashable, Sendable, CaseIterable {
        case name, category, prolongation, first
        case step, post, kind, limit, earliest, assignment, excluded, officers, differsFrom, documents, requirements
        case outcome, signing, condition, rule
        case junction, ending, timer
        case postNamed

        package var chinese: String {
            switch self {
            case .name: "名称"
            case .category: "类别"
            case .prolongation: "延长"
            case .first: "起始环节"
            case .step: "环节"
            case .post: "责任岗位"
            case .kind: "环节性质"
            case .limit: "时限"
            case .earliest: "最短期限"
            case .assignment: "指派期限"
            case .excluded: "不计入时限"
            case .officers: "办理人数"
            case .differsFrom: "回避环节"
            case .documents: "文书"
            case .requirements: "要求"
            case .outcome: "办理结果"
            case .signing: "会签"
            case .condition: "办理条件"
            case .rule: "规则表"
            case .junction: "汇合"
            case .ending: "终点"
            case .timer: "定时"
            case .postNamed: "岗位"
            }
        }
    }

    /// In the order of the new version, what is gone last.
    package let changes: [Change]

    package init(_ old: ProcessDefinition, _ new: ProcessDefinition) {
        var changes: [Change] = []
        func note(_ part: String?, _ property: Property, _ before: String?, _ after: String?) {
            if before != after { changes.append(Change(part: part, property: property, before: before, after: after)) }
        }
        func noteAll<Part>(
            _ property: Property,
            _ old: [Part],
            _ new: [Part],
            _ id: (Part) -> String,
            _ text: (Part) -> String
        ) {
            for part in new { note(id(part), property, old.first { id($0) == id(part) }.map(text), text(part)) }
            for part in old where !new.contains(where: { id($0) == id(part) }) {
                note(id(part), property, text(part), nil)
            }
        }
        note(nil, .name, old.name, new.name)
        note(nil, .category, old.category.chinese, new.category.chinese)
        note(
            nil,
            .prolongation,
            old.prolongation.map(ProcessComparison.text),
            new.prolongation.map(ProcessComparison.text)
        )
        note(nil, .first, old.first.text, new.first.text)
        noteAll(.postNamed, old.posts, new.posts, \.id.text) { "\($0.name)（\($0.kind.chinese)）" }
        for step in new.steps {
            guard let before = old.step(step.id) else {
                note(step.id.text, .step, nil, step.name)
                continue
            }
            let then = ProcessComparison.properties(of: before)
            for (property, text) in ProcessComparison.properties(of: step) {
                note(step.id.text, property, then.first { $0.0 == property }?.1, text)
            }
            noteAll(.outcome, before.outcomes, step.outcomes, { "\(step.id).\($0.id)" }, ProcessComparison.text)
        }
        for step in old.steps where new.step(step.id) == nil { note(step.id.text, .step, step.name, nil) }
        noteAll(.junction, old.junctions, new.junctions, \.id.text) { "\($0.rule) → \($0.next)" }
        noteAll(.timer, old.timers ?? [], new.timers ?? [], \.id.text) { "\($0.name) \($0.limit.chinese) → \($0.next)" }
        noteAll(.ending, old.endings, new.endings, \.id.text, \.name)
        self.changes = changes
    }

    private static func properties(of step: Step) -> [(Property, String?)] {
        [
            (.name, step.name), (.kind, step.kind.chinese), (.post, step.post.text), (.limit, step.limit.map(text)),
            (.earliest, step.earliest.map(text)), (.assignment, step.assignment.map(text)),
            (.excluded, step.excludedBy?.chinese), (.officers, String(step.officers)),
            (.differsFrom, list(step.differsFrom.map(\.text))), (.documents, list(step.documents.map(text))),
            (.requirements, list(step.requirements)),
            (.signing, step.countersign.map { "\($0.quorum)\($0.inOrder ? "，依次" : "")" }),
            (.condition, list((step.needs ?? []).map { "\($0)" })),
            (.rule, step.rule.map { "\($0.table.chinese) → \(step.outcome($0.demands)?.name ?? $0.demands.text)" }),
        ]
    }

    private static func text(_ limit: StepLimit) -> String { "\(limit.chinese)（\(limit.source.chinese)）" }

    private static func text(_ prolongation: Prolongation) -> String {
        "\(text(prolongation.limit))，\(prolongation.approvedBy)批准"
    }

    private static func text(_ document: StepDocument) -> String {
        document.contents.isEmpty
            ? document.name : "\(document.name)（\(document.contents.map(\.chinese).joined(separator: "、"))）"
    }

    private static func text(_ outcome: StepOutcome) -> String {
        let effect = outcome.effect.map { "〔\($0.chinese)〕" } ?? ""
        let documents = list(outcome.documents.map(text)).map { "，文书：\($0)" } ?? ""
        let together = outcome.isRace == true ? "（择先）" : ""
        let cancels = outcome.cancels.map { "，撤销：\($0.map(\.text).joined(separator: "、"))" } ?? ""
        return
            "\(outcome.name)\(effect) → \(outcome.next.map(\.text).joined(separator: "、"))\(together)\(cancels)\(documents)"
    }

    private static func list(_ texts: [String]) -> String? { texts.isEmpty ? nil : texts.joined(separator: "；") }
}
