import Kernel
package import WorkflowEngine

extension ProcessFault {
    /// A word for programs; never changed once released.
    package var code: String {
        switch reason {
        case .malformed: "malformed"
        case .unknownPost: "unknownPost"
        case .unknownStep: "unknownStep"
        case .reservedName: "reservedName"
        case .duplicatePost: "duplicatePost"
        case .unknownDemand: "unknownDemand"
        case .signedEffect: "signedEffect"
        case .unprovable: "unprovable"
        case .unsound: "unsound"
        case .unlawful(let rule): rule.code
        case .limitsExceedPromise: "limitsExceedPromise"
        case .promiseExceedsStatute: "promiseExceedsStatute"
        case .incomparable: "incomparable"
        }
    }

    /// What the process should be like and is not.
    ///
    /// - Parameter name: how the reader knows a step, junction or ending.
    /// - Returns: one sentence without its full stop.
    package func demand(_ name: (FlowNode.ID) -> String) -> String {
        switch reason {
        case .malformed(let fault): words(fault, name)
        case .unknownPost(let post): "岗位“\(post)”未定义"
        case .unknownStep(let step): "环节“\(name(step))”未定义"
        case .reservedName(let step): "环节编号“\(step)”不得含有 #"
        case .duplicatePost(let post): "岗位“\(post)”定义了两次"
        case .unknownDemand(let step, let outcome): "环节“\(name(step))”的规则表指向未定义的结果“\(outcome)”"
        case .signedEffect(let step, let outcome):
            "会签应只表示同意或者不同意，实为环节“\(name(step))”的结果“\(outcome)”需要填写内容，应由一人办理"
        case .unprovable(let limit): "流程的状态超过\(limit)个，无法证明合法"
        case .unsound(let fault): words(fault, name)
        case .unlawful(let rule): rule.demand
        case .limitsExceedPromise(let sum, let promised):
            "各环节时限之和应不超过承诺时限\(promised.chinese)，实为\(sum.chinese)"
        case .promiseExceedsStatute(let promised, let statutory):
            "承诺时限应不超过法定时限\(statutory.chinese)，实为\(promised.chinese)"
        case .incomparable(let one, let other): "时限\(one.chinese)与\(other.chinese)单位不同，无法比较"
        }
    }

    /// The step, junction or ending at which the author has to look; `nil` when it is the process as a whole.
    package var place: FlowNode.ID? {
        let node: FlowNode.ID? =
            switch reason {
            case .malformed(let fault): fault.node
            case .unknownStep(let step), .reservedName(let step), .unknownDemand(let step, _),
                .signedEffect(let step, _):
                step
            case .unsound(.neverReached(let node)), .unsound(.joinNeverFires(let node)): node
            case .unsound(.deadEnd(let nodes, _)): nodes.first
            case .unsound(.neverEnds), .unsound(.collision), .unlawful: path.last?.step
            case .unknownPost, .duplicatePost, .unprovable, .limitsExceedPromise, .promiseExceedsStatute,
                .incomparable:
                nil
            }
        // A gateway that an outcome needs on its way bears the name of its step.
        return node.map { FlowNode.ID(String($0.text.prefix { $0 != "#" })) }
    }

    private func words(_ fault: FlowFault, _ name: (FlowNode.ID) -> String) -> String {
        switch fault {
        case .duplicateNode(let node): "“\(name(node))”定义了两次"
        case .duplicateOutcome(let node, let outcome): "“\(name(node))”的结果“\(outcome)”定义了两次"
        case .unknownTarget(let target, let node): "“\(name(node))”指向未定义的“\(target)”"
        case .unknownOutcome(let node, let outcome): "会签环节“\(name(node))”没有结果“\(outcome)”"
        case .startCount(let count): "应有一个起点，实为\(count)个"
        case .noEnd: "应有终点，实为没有"
        case .leadsBackToStart(let node): "“\(name(node))”不得回到起点"
        case .noOutcome(let node): "“\(name(node))”应有办理结果，实为没有"
        case .noBranch(let node): "“\(name(node))”应指向下一环节，实为没有"
        case .tooManyBranches(let node): "“\(name(node))”可以并选的结果过多"
        case .raceWithoutWait(let node, let other): "“\(name(node))”的择先分支“\(name(other))”应为等待的环节"
        case .joinTooFewBranches(let node): "汇合“\(name(node))”等待的分支多于通向它的分支"
        case .gatewayCycle(let node): "“\(name(node))”处的分支、汇合首尾相接，没有环节"
        }
    }

    private func words(_ fault: SoundnessFault, _ name: (FlowNode.ID) -> String) -> String {
        switch fault {
        case .neverReached(let node): "“\(name(node))”永远到达不了"
        case .joinNeverFires(let node): "汇合“\(name(node))”永远等不齐"
        case .deadEnd(let nodes, _): "流程停在\(nodes.map { "“\(name($0))”" }.joined())，无法继续"
        case .neverEnds: "流程无法结束"
        case .collision: "两个分支同时到达同一环节"
        }
    }
}

extension FlowFault {
    fileprivate var node: FlowNode.ID? {
        switch self {
        case .duplicateNode(let node), .duplicateOutcome(let node, _), .unknownTarget(_, let node),
            .unknownOutcome(let node, _), .leadsBackToStart(let node), .noOutcome(let node), .noBranch(let node),
            .tooManyBranches(let node), .raceWithoutWait(let node, _), .joinTooFewBranches(let node),
            .gatewayCycle(let node):
            node
        case .startCount, .noEnd: nil
        }
    }
}
