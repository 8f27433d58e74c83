import Kernel
import Processes
import WorkflowEngine

/// One fault of a process, in the words of the command line.
struct ProcessFaultLine: Encodable {
    let code: String
    let demand: String
    let source: String?
    let path: String?

    init(_ fault: ProcessFault) {
        (code, demand) = ProcessFaultLine.words(fault.reason)
        source = fault.source?.chinese
        path = fault.path.isEmpty ? nil : fault.pathText
    }

    var text: String {
        "\(code) \(demand)\(source.map { "（\($0)）" } ?? "")\(path.map { "：\($0)" } ?? "")"
    }

    private static func words(_ reason: ProcessFault.Reason) -> (String, String) {
        switch reason {
        case .malformed(let fault): ("malformed", words(fault))
        case .unknownPost(let post): ("unknownPost", "岗位“\(post)”未定义")
        case .unknownStep(let step): ("unknownStep", "环节“\(step)”未定义")
        case .reservedName(let step): ("reservedName", "环节编号“\(step)”不得含有 #")
        case .duplicatePost(let post): ("duplicatePost", "岗位“\(post)”定义了两次")
        case .unprovable(let limit): ("unprovable", "流程的状态超过\(limit)个，无法证明合法")
        case .unsound(let fault): ("unsound", words(fault))
        case .unlawful(let rule): (rule.code, rule.demand)
        case .limitsExceedPromise(let sum, let promised):
            ("limitsExceedPromise", "各环节时限之和应不超过承诺时限\(promised.chinese)，实为\(sum.chinese)")
        case .promiseExceedsStatute(let promised, let statutory):
            ("promiseExceedsStatute", "承诺时限应不超过法定时限\(statutory.chinese)，实为\(promised.chinese)")
        case .incomparable(let one, let other): ("incomparable", "时限\(one.chinese)与\(other.chinese)单位不同，无法比较")
        }
    }

    private static func words(_ fault: FlowFault) -> String {
        switch fault {
        case .duplicateNode(let node): "“\(node)”定义了两次"
        case .duplicateOutcome(let node, let outcome): "“\(node)”的结果“\(outcome)”定义了两次"
        case .unknownTarget(let target, let node): "“\(node)”指向未定义的“\(target)”"
        case .unknownOutcome(let node, let outcome): "会签环节“\(node)”没有结果“\(outcome)”"
        case .startCount(let count): "应有一个起点，实为\(count)个"
        case .noEnd: "应有终点，实为没有"
        case .leadsBackToStart(let node): "“\(node)”不得回到起点"
        case .noOutcome(let node): "“\(node)”应有办理结果，实为没有"
        case .noBranch(let node): "“\(node)”应指向下一环节，实为没有"
        case .tooManyBranches(let node): "“\(node)”可以并选的结果过多"
        case .raceWithoutWait(let node, let other): "“\(node)”的择先分支“\(other)”应为等待的环节"
        case .joinTooFewBranches(let node): "汇合“\(node)”等待的分支多于通向它的分支"
        case .gatewayCycle(let node): "“\(node)”处的分支、汇合首尾相接，没有环节"
        }
    }

    private static func words(_ fault: SoundnessFault) -> String {
        switch fault {
        case .neverReached(let node): "“\(node)”永远到达不了"
        case .joinNeverFires(let node): "汇合“\(node)”永远等不齐"
        case .deadEnd(let nodes, _): "流程停在\(nodes.map { "“\($0)”" }.joined())，无法继续"
        case .neverEnds: "流程无法结束"
        case .collision: "两个分支同时到达同一环节"
        }
    }
}
