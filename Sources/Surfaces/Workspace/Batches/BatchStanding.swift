import Acting
import Casework
import Processes
import TimeLimits

extension BatchAct {
    /// Whether the act can be done to a case as it stands: at which step, or why not.
    enum Standing: Hashable, Sendable {
        case open(Step.ID)
        case closed(String)
    }

    /// Asks the same as the case's own page: the table of verbs, the officer's steps, who has them.
    func standing(in content: CaseContent) -> Standing {
        let stages = verb.rule.stages
        guard stages.contains(content.state.stage.name) else {
            return .closed(CaseworkError.wrongStage(expected: stages, found: content.state.stage.name), in: content)
        }
        switch self {
        case .claim: return claim(content)
        case .release:
            return content.sharing.taken.first.map { .open($0.id) } ?? .closed("没有由您领办或者分派给您的环节")
        case .assign:
            guard content.sharing.leading != nil else { return .closed("分派应由审核、批准岗位办理，实为其他岗位（国办发〔2005〕37号）") }
            return content.sharing.givings.first.map { .open($0.step.id) } ?? .closed("没有可以分派的人员")
        case .urge:
            guard content.isColleague, content.own.isEmpty else { return .closed("在您自己的岗位待办，无须催办") }
            return content.state.position.steps.first.map { .open($0) } ?? .closed("没有待办环节")
        case .suspend:
            if let since = content.state.clock?.suspension?.stopped {
                return .closed(CaseworkError.alreadySuspended(since: since), in: content)
            }
            guard let own = content.own.first(where: { !$0.step.pauses.isEmpty }) else {
                return .closed("当前环节不在您的岗位待办，或者没有可以暂停计时的事由（行政许可法§45）")
            }
            return .open(own.step.id)
        case .resume:
            guard content.state.clock?.suspension != nil else {
                return .closed(CaseworkError.notSuspended, in: content)
            }
            return content.own.first.map { .open($0.step.id) } ?? notOwn(content)
        case .recall:
            return content.sharing.recall.map { .open($0.id) } ?? .closed(CaseworkError.nothingToRecall, in: content)
        case .complete(let step, let outcome): return complete(step, outcome, content)
        }
    }

    private func claim(_ content: CaseContent) -> Standing {
        guard !content.own.isEmpty else { return notOwn(content) }
        guard let step = content.sharing.claimable.first else {
            let assignee = content.own.compactMap { content.state.assignees[$0.step.id] }.first
            return .closed(assignee.map { "已由\(content.officers[$0] ?? $0)办理（已分派或者领办）" } ?? "本岗位只有一人，无须领办")
        }
        return .open(step.id)
    }

    private func complete(_ id: Step.ID, _ outcome: StepOutcome.ID, _ content: CaseContent) -> Standing {
        guard let own = content.own.first(where: { $0.step.id == id }) else {
            guard !content.own.isEmpty else { return notOwn(content) }
            return .closed(CaseworkError.notWaiting(step: id, waiting: content.state.position.steps), in: content)
        }
        guard let result = own.step.outcome(outcome) else {
            return .closed(CaseworkError.unknownOutcome(step: id, outcome: outcome), in: content)
        }
        if let holder = content.state.assignees[id], content.sharing.taken.allSatisfy({ $0.id != id }) {
            return .closed("已由\(content.officers[holder] ?? holder)办理（已分派或者领办）")
        }
        return content.individual(own.step, result).map { .closed($0) } ?? .open(id)
    }

    private func notOwn(_ content: CaseContent) -> Standing {
        let names = content.state.position.steps.compactMap { content.definition.step($0)?.name }
        return .closed(names.isEmpty ? "没有待办环节" : "正在“\(names.joined(separator: "、"))”环节，不在您的岗位待办")
    }
}

extension BatchAct.Standing {
    fileprivate static func closed(_ refusal: CaseworkError, in content: CaseContent) -> BatchAct.Standing {
        .closed(Wording(refusal, in: content.definition).full)
    }

    var step: Step.ID? { if case .open(let step) = self { step } else { nil } }

    var obstacle: String? { if case .closed(let words) = self { words } else { nil } }
}

extension CaseContent {
    /// Returns why an outcome is brought about case by case; `nil` if one opinion may serve for many cases.
    fileprivate func individual(_ step: Step, _ outcome: StepOutcome) -> String? {
        guard step.kind.isDoneTogether else { return "“\(step.name)”须逐件审查判断，不能一并办理（行政许可法§34、§38，行政处罚法§5）" }
        if let obstacle = obstacle(to: step) { return obstacle.chinese }
        guard step.countersign == nil, step.officers == 1 else { return "“\(step.name)”须两人以上办理，不能一并办理" }
        guard outcome.effect != .corrected, kind(of: outcome, in: step) == .none,
            papers(of: step, ending: outcome).isEmpty
        else { return "“\(step.name)，\(outcome.name)”须逐件填写文书内容，不能一并办理" }
        return nil
    }

    /// Outcomes of the officer's steps that may be brought about together with those of other cases.
    var together: [(act: BatchAct, label: String)] {
        own.flatMap { own in
            own.step.outcomes.filter { individual(own.step, $0) == nil }.map { outcome in
                (BatchAct.complete(own.step.id, outcome.id), "\(own.step.name)，\(outcome.name)")
            }
        }
    }

    /// The officer's steps that are done case by case.
    var individually: [Step] {
        own.map(\.step).filter { step in step.outcomes.allSatisfy { individual(step, $0) != nil } }
    }
}
