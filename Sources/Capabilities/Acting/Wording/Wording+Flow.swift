import Kernel
package import Processes
package import TimeLimits
package import WorkflowEngine

extension Wording {
    /// Words a refusal of the engine; `definition` gives steps their names.
    package init(_ refusal: FlowRefusal, in definition: ProcessDefinition? = nil) {
        let names = ProcessNames(definition: definition)
        switch refusal {
        case .alreadyStarted: self.init(409, "flow.alreadyStarted", "流程应为尚未开始，实为已开始")
        case .notRunning: self.init(409, "flow.notRunning", "流程应为正在进行，实为已结束")
        case .unknownNode(let node): self.init(404, "flow.unknownNode", "流程中没有环节“\(names.step(node))”")
        case .notWaiting(let node): self.init(409, "flow.notWaiting", "环节“\(names.step(node))”应为待办，实为不是")
        case .unknownOutcome(let node, let outcome):
            self.init(422, "flow.unknownOutcome", "环节“\(names.step(node))”没有“\(outcome)”这一办理结果")
        case .notCompleted(let node): self.init(409, "flow.notCompleted", "退回的环节“\(names.step(node))”应为已办结，实为未办结")
        case .notBehind(let node, let target):
            self.init(409, "flow.notBehind", "环节“\(names.step(node))”应在“\(names.step(target))”之后，实为不在")
        case .wouldLeave(let node):
            self.init(409, "flow.wouldLeave", "环节“\(names.step(node))”须告知或者听取当事人意见，应办结后再退回", article: "行政许可法§36、§47")
        case .wouldVoid(let node):
            self.init(409, "flow.wouldVoid", "环节“\(names.step(node))”已对外生效，不得以内部退回撤销", article: "行政许可法§8")
        case .notThePerformer(let node):
            self.init(409, "flow.notThePerformer", "环节“\(names.step(node))”的结果应由会签、子流程或者外部消息作出，实为直接办理")
        case .unmet(let node, let need): self.init(409, "flow.unmet", Wording.unmet(node, need, names))
        case .nothingChosen(let node):
            self.init(422, "flow.nothingChosen", "环节“\(names.step(node))”应选一项以上可以并选的结果，实为不是")
        case .notCountersigned(let node):
            self.init(409, "flow.notCountersigned", "环节“\(names.step(node))”应为会签环节，实为不是")
        case .unknownSigner(let node, _): self.init(404, "flow.unknownSigner", "会签环节“\(names.step(node))”没有此会签人")
        case .alreadySigner(let node, _): self.init(409, "flow.alreadySigner", "会签环节“\(names.step(node))”已有此会签人")
        case .alreadySigned(let node, _): self.init(409, "flow.alreadySigned", "环节“\(names.step(node))”的会签人已会签")
        case .notYourTurn(let node, _): self.init(409, "flow.notYourTurn", "环节“\(names.step(node))”依次会签，应由前一会签人先签")
        case .placeTaken(let node, _): self.init(409, "flow.placeTaken", "环节“\(names.step(node))”的会签人应排在已会签的人之后")
        case .lastSigner(let node): self.init(409, "flow.lastSigner", "会签环节“\(names.step(node))”应至少留一名会签人")
        }
    }

    private static func unmet(_ node: FlowNode.ID, _ need: FlowCondition, _ names: ProcessNames) -> String {
        let name = names.step(need.node)
        let condition =
            switch need {
            case .waiting: "“\(name)”应为待办"
            case .idle: "“\(name)”应为不在办理"
            case .done: "“\(name)”应为已办结"
            }
        return "办理环节“\(names.step(node))”时，\(condition)，实为不是"
    }

    package init(_ fault: TimeLimitError) {
        switch fault {
        case .outsideCalendar(let day, let years):
            self.init(409, "time.outsideCalendar", "日期应在\(years.lowerBound)年至\(years.upperBound)年的工作日历之内，实为\(day)")
        case .outsideDays(let last): self.init(409, "time.outsideDays", "日期应为\(last)以前，实为以后")
        case .resumedBeforeStopped: self.init(409, "time.resumedBeforeStopped", "恢复计时日期应在暂停之后，实为之前")
        case .notPausable(let limit): self.init(409, "time.notPausable", "“\(limit)”依法不得暂停计时")
        case .hoursNeedMoment: self.init(409, "time.hoursNeedMoment", "以小时计的期限应有起算时刻，实为没有")
        case .yearsNotInRow: self.init(409, "time.yearsNotInRow", "工作日历的年份应为连续，实为不连续")
        }
    }
}

/// The names that officers know steps and posts by.
struct ProcessNames {
    let definition: ProcessDefinition?
    var other: ProcessDefinition?

    func step(_ id: Step.ID) -> String { definition?.names[id] ?? other?.names[id] ?? id.text }

    func post(_ id: String) -> String { definition?.posts.first { $0.id.text == id }?.name ?? id }
}
