import Interchange
import RuleTables

extension BPMNFault {
    /// A word for programs; never changed once released.
    package var code: String {
        switch reason {
        case .markup(.notWellFormed): "notWellFormed"
        case .markup(.truncated): "truncated"
        case .markup(.brokenEncoding): "brokenEncoding"
        case .markup(.foreignEncoding): "foreignEncoding"
        case .markup(.documentType): "documentType"
        case .markup(.entity): "entity"
        case .markup(.unboundPrefix): "unboundPrefix"
        case .markup(.tooLarge): "tooLarge"
        case .markup(.tooDeep): "tooDeep"
        case .markup(.tooManyElements): "tooManyElements"
        case .markup(.tooManyAttributes): "tooManyAttributes"
        case .markup(.tooLong): "tooLong"
        case .notBPMN: "notBPMN"
        case .noProcess: "noProcess"
        case .idMissing: "idMissing"
        case .duplicateID: "duplicateID"
        case .missingReference: "missingReference"
        case .gatewayCycle: "gatewayCycle"
        case .callCycle: "callCycle"
        case .tooManyProcesses: "tooManyProcesses"
        case .tooManyNodes: "tooManyNodes"
        case .tooManySteps: "tooManySteps"
        case .gatewaysInARow: "gatewaysInARow"
        case .ownDefinition: "ownDefinition"
        }
    }

    /// What was expected and what was found, one sentence without its full stop and without the line.
    package var chinese: String {
        switch reason {
        case .markup(let reason): reason.chinese
        case .notBPMN(let root): "应为 BPMN 2.0 的 definitions，实为“\(root)”"
        case .noProcess: "文件中没有可以办理的流程"
        case .idMissing(let element): "\(element) 应有 id，实为没有"
        case .duplicateID(let id, let first): "编号“\(id)”与第 \(first) 行重复"
        case .missingReference(let id, let attribute): "\(attribute) 指向“\(id)”，同一层中没有这一元素"
        case .gatewayCycle(let id): "从“\(id)”出发，不经任何环节又回到它，办理永远停不下来"
        case .callCycle(let processes): "流程相互调用成环：\(processes.joined(separator: " → "))"
        case .tooManyProcesses(let limit): "一个文件的流程应不超过 \(limit) 个"
        case .tooManyNodes(let limit): "元素应不超过 \(limit) 个"
        case .tooManySteps(let limit): "一个流程的环节、汇合和定时应不超过 \(limit) 个"
        case .gatewaysInARow(let limit): "相连而中间没有环节的网关应不超过 \(limit) 个"
        case .ownDefinition(let detail): "随文件的流程定义读不出来：\(detail)"
        }
    }
}

extension BPMNRemark.Fate {
    package var chinese: String {
        switch self {
        case .adapted: "换一种方式办理"
        case .notExecuted: "不执行，保留"
        case .kept: "保留"
        case .dropped: "没有保留"
        }
    }
}

extension BPMNRemark.Reason {
    /// What the author of the draft should know, one sentence without its full stop.
    package var chinese: String {
        switch self {
        case .automaticByOfficer: "原为自动执行，改由承办人办理"
        case .addedDecision: "网关前没有环节，增设判断环节"
        case .waitByOfficer: "等候的事件由承办人确认"
        case .sentByOfficer: "发出的消息由承办人办理"
        case .kindsGuessed: "环节性质由名称推定，应逐一核对"
        case .postsGuessed: "岗位的层级由名称推定，应逐一核对"
        case .severalStarts: "有多个开始事件，由承办人登记案由"
        case .subProcessUnfolded: "子流程在本流程内展开"
        case .errorAsOutcome: "异常作为环节的一种办理结果"
        case .implicitEnd: "没有后续，补上终点"
        case .joinOfComing: "分支中有选择，汇合改为等候已出发的"
        case .countersigned: "多实例按会签办理：都同意才算同意，有一人不同意即为不同意"
        case .condition: "条件不自动判断"
        case .multipleInstances: "多实例只办理一次（有完成条件，或者结果不是同意、不同意两种）；需要会签的应在设计中填写"
        case .loop: "循环不自动重复"
        case .nothingSent: "不发出事件"
        case .deadlineOnly: "不中断的边界事件只作为时限，之后的部分不执行"
        case .eventSubProcess: "事件子流程不执行"
        case .scopeEvent: "子流程的边界事件不执行"
        case .compensation: "补偿不执行"
        case .adHoc: "随意子流程作为一个环节"
        case .activation: "汇合的激活条件不执行，到一个就继续"
        case .period: "时间不是固定的期限（以小时、日、周、月、年计），不自动到期"
        case .unreachable: "从开始事件到达不了"
        case .noStart: "没有开始，整个流程不执行"
        case .foreignEnd: "结束事件只作为终点，不发出事件"
        case .extensions: "其他程序的扩展"
        case .diagram: "图形；本系统重新绘制"
        case .data: "数据"
        case .notes: "说明"
        case .messages: "参与方和消息"
        case .elements: "其他元素"
        case .notKept: "内容过大"
        }
    }
}
