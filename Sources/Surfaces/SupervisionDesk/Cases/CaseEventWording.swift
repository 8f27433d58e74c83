import TimeLimits
import Casework
import EventLog
import HTML
import Kernel
import Processes
import Sanctions
import Supervision

/// What the log says happened, in the words of the desk; what the applicant handed in is not shown.
struct CaseEventWording: Sendable {
    let heading: String
    let tone: Tone
    /// Facts, one a line.
    let lines: [String]
    /// What somebody wrote, in their words.
    let quote: String?

    private init(_ heading: String, _ tone: Tone = .good, _ lines: [String] = [], quote: String? = nil) {
        self.heading = heading
        self.tone = tone
        self.lines = lines
        self.quote = quote.flatMap { $0.isEmpty ? nil : $0 }
    }

    /// Returns `nil` for events of neither a case nor its findings.
    ///
    /// - Parameters:
    ///   - event: as recorded.
    ///   - process: the process the case runs under, which names its steps.
    init?(_ event: RecordedEvent, _ process: ProcessDefinition?) {
        if let fact = event.as(CaseFileEvent.self) {
            self = CaseEventWording.of(fact, process)
        } else if let fact = event.as(FindingEvent.self), let wording = CaseEventWording.of(fact) {
            self = wording
        } else {
            return nil
        }
    }

    private static func of(_ fact: CaseFileEvent, _ process: ProcessDefinition?) -> CaseEventWording {
        switch fact {
        case .received(let event):
            return .init(
                "收到\(event.prior?.value.purpose.chinese ?? "")申请",
                .good,
                [event.channel.chinese, "应于\(event.answerDue)前答复是否受理"]
            )
        case .followUpReceived(let event):
            return .init("收到\(event.purpose.chinese)申请", .active, ["由\(event.number.value)号办件办理"])
        case .followUpEnded(let event):
            return .init("延续、变更申请办结", .neutral, [event.decision.value])
        case .renewalDeemed(let event):
            return .init(
                "视为准予延续",
                .caution,
                ["至\(event.through)有效期届满未作出决定（行政许可法§50.2）"] + next(event.position, process)
            )
        case .opened(let event):
            return .init(
                event.split.map { "自\($0.value.number)号案件分出" }
                    ?? event.handover.map { "\($0.value.agencyName)移送（\($0.value.number)）" }
                    ?? event.reopening.map { "\($0.value.number)号案件重新办理" } ?? "线索登记",
                .good,
                [event.clue.value?.source.chinese ?? ""],
                quote: event.clue.value?.facts
            )
        case .filed(let event):
            return .init(
                "办理期限起算",
                .good,
                ["承诺时限\(event.promised.chinese)，法定时限\(event.statutory.chinese)"] + dues(event.due)
            )
        case .written(let event):
            let names = (event.documents.value ?? []).map { "《\($0.document)》" }
            return .init("填写\(names.joined())", .neutral)
        case .evidenceAdded(let event):
            return .init(
                "收集第\(event.number)号证据",
                .neutral,
                event.evidence.value.map { [$0.kind.chinese, $0.name] } ?? []
            )
        case .recordingFiled(let event):
            return .init(
                "归入第\(event.number)号音像记录",
                .neutral,
                [process?.step(event.step)?.name ?? event.step.text, "保存期限\(event.retention.chinese)"]
            )
        case .proposed(let event):
            let proposal = event.proposal.value
            return .init(
                "拟作出处罚",
                .caution,
                [proposal.sanctions.chinese, "依据\(proposal.basis)", event.weighed?.value.chinese ?? ""]
            )
        case .noticeServed(let event):
            return .init("告知书送达", .good, ["\(event.servedOn)，\(event.way.chinese)（\(event.way.article)）"])
        case .paid(let event):
            return .init("收缴人民币\(event.amount.grouped)元", .good, [event.paidOn.description, "票据\(event.receipt)"])
        case .assigned(let event):
            let name = process?.step(event.step)?.name ?? event.step.text
            let verb = event.isHandedOn == true ? "转办" : "分派"
            return .init(event.officer == nil ? "“\(name)”退回待办" : "\(verb)“\(name)”", .neutral, quote: event.reason)
        case .assistantsChanged(let event): return .init("增减协办人", .neutral, quote: event.reason)
        case .urged(let event):
            return .init("催办“\(process?.step(event.step)?.name ?? event.step.text)”", .caution, quote: event.reason)
        case .signed(let event):
            return .init(event.agrees ? "会签同意" : "会签不同意", event.agrees ? .good : .caution, quote: event.opinion)
        case .signersChanged(let event): return .init("增减会签人", .neutral, quote: event.reason)
        case .migrated(let event):
            return .init(
                event.goesBack ? "迁回原版流程" : "改按另一版流程办理",
                .caution,
                ["第\(event.from.version)版 → 第\(event.to.version)版"] + next(event.position, process),
                quote: event.reason
            )
        case .transitionDecided(let event):
            return .init("过渡决定：\(event.law.chinese)", .caution, [event.provision], quote: event.reasons.value)
        case .succeeded(let event):
            return .init(
                "由\(event.successor.value.name)继续办理",
                .caution,
                ["自\(event.from.value)起，\(event.beforeName.value)的职权由\(event.successor.value.name)继续行使（行政诉讼法§26.6）"],
                quote: event.reason
            )
        case .handedOver(let event):
            return .init(
                "移送\(event.recipient.value.name)",
                .caution,
                [event.recipient.value.number ?? "", event.designation.value],
                quote: event.reasons.value
            )
        case .disputed(let event):
            return .init(
                "与\(event.other.value.name)争议管辖",
                .caution,
                event.consultBy.map { ["应于\($0)前协商"] } ?? [],
                quote: event.reasons.value
            )
        case .disputeStated(let event):
            return .init("协商管辖权（\(event.side.chinese)）", .neutral, quote: event.opinion.value)
        case .disputeReported(let event):
            return .init(
                "报请指定管辖（\(event.side.chinese)）",
                .caution,
                ["应于\(event.designateBy)前指定"],
                quote: event.opinion.value
            )
        case .designated(let event):
            return .init(
                "指定管辖：\(event.to.value.chinese)",
                .caution,
                [event.authority.value, event.document.value],
                quote: event.reasons.value
            )
        case .measureTaken(let event):
            return .init(
                "强制措施期限开始",
                .neutral,
                event.due.statutory.map { ["至\($0)届满", "\(event.limit.source)"] } ?? []
            )
        case .measureEnded(let event): return .init("强制措施\(event.way.chinese)", .good)
        case .paymentDeferred(let event):
            return .init(
                "准予暂缓、分期缴纳",
                .caution,
                event.instalments.map { "\($0.due)前\($0.amount.grouped)元" },
                quote: event.reasons.value
            )
        case .remedySought(let event):
            return .init("当事人申请\(event.kind.chinese)", .caution, ["自\(event.since)", event.authority])
        case .remedyEnded(let event): return .init("复议、诉讼终结", .neutral, [event.on.description, event.result])
        case .recusal(let event): return .init(event.chinese, .caution, event.lines, quote: event.words)
        case .legalReview(let event): return .init(event.chinese, .neutral, event.lines, quote: event.words)
        case .merged(let event):
            return .init("并入\(event.leadingNumber.value)号案件", .caution, quote: event.reasons.value)
        case .takenIn(let event):
            return .init("\(event.mergedNumber.value)号案件并入本案", .caution, quote: event.reasons.value)
        case .split(let event):
            return .init(
                "分出\(event.apartNumber.value)号案件",
                .caution,
                ["随案移出证据\(event.evidence.count)件"],
                quote: event.reasons.value
            )
        case .terminated(let event):
            return .init("终止办理", .bad, [event.ground.chinese], quote: event.reasons.value)
        case .decisionCorrected(let event): return .init("更正决定", .caution, quote: event.reasons.value)
        case .revoked(let event):
            let ground = event.ground.value
            return .init(
                ground.verb.chinese,
                .bad,
                [ground.chinese, ground.source.description],
                quote: event.reasons.value
            )
        case .declaredVoid(let event):
            let ground = event.ground.value
            return .init(
                "确认无效",
                .bad,
                [ground.chinese, ground.source.description, event.authority.value],
                quote: event.reasons.value
            )
        case .reopened(let event):
            let within = event.within.map { ["应于\($0)前作出决定"] } ?? []
            return .init(
                "重新办理：\(event.ground.value.chinese)",
                .caution,
                [event.number.value, event.authority.value] + within,
                quote: event.reasons.value
            )
        case .refunded(let event):
            return .init("退还人民币\(event.amount.value.grouped)元", .good, [event.paidOn.value.description, event.voucher])
        case .cancelled(let event):
            let ground = event.ground.value
            return .init("注销许可", .bad, [ground.chinese, ground.source.description], quote: event.reasons.value)
        case .completed(let event):
            let step = process?.step(event.step)
            let outcome = step?.outcome(event.outcome)?.name ?? event.outcome.text
            return .init(
                "完成“\(step?.name ?? event.step.text)”",
                .good,
                ["结果：\(outcome)"] + next(event.position, process),
                quote: event.opinion
            )
        case .returned(let event):
            let name = process?.step(event.to)?.name ?? event.to.text
            let verb = event.isRecall == true ? "撤回办理" : "退回"
            return .init("\(verb)“\(name)”", .caution, next(event.position, process), quote: event.reason)
        case .correctionRequested(let event):
            let points = event.notice.value.points.map { "\($0.material)：\($0.kind.chinese)，\($0.explanation)" }
            return .init("第\(event.notice.value.number)次补正告知", .caution, points)
        case .supplemented(let event): return .init("补正材料", .good, ["应于\(event.answerDue)前答复是否受理"])
        case .accepted(let event):
            return .init(
                event.isDeemed ? "逾期未答复，视为受理" : "受理",
                event.isDeemed ? .caution : .good,
                ["承诺时限\(event.promised.chinese)，法定时限\(event.statutory.chinese)"] + dues(event.due)
            )
        case .notAccepted(let event):
            let other = event.competentAgency.map { ["应向\($0)申请"] } ?? []
            return .init("不予受理（\(event.effect.chinese)）", .bad, other, quote: event.reasons.value)
        case .withdrawn(let event): return .init("撤回申请", .neutral, quote: event.reason)
        case .suspended(let event):
            return .init(
                "暂停计时：\(event.ground.chinese)",
                .active,
                ["自\(event.since)起，已告知预计至\(event.expectedEnd)", event.ground.article],
                quote: event.explanation.value
            )
        case .resumed(let event): return .init("恢复计时", .active, dues(event.due), quote: event.note)
        case .prolonged(let event):
            return .init("延长\(event.by.chinese)", .active, dues(event.due), quote: event.reasons.value)
        case .decided(let event):
            return .init("作出决定：\(event.decision.summary)", .good, [event.number.value], quote: event.reasons.value)
        case .served(let event):
            return .init("送达", .good, ["\(event.servedOn)，\(event.way.chinese)（\(event.way.article)）"])
        case .issued(let event): return .init("制发《\(event.name.value)》", .good, [event.number.value])
        case .closed(let event): return .init("办结：\(event.manner.value.chinese)", .good, [event.on.description])
        }
    }

    private static func of(_ fact: FindingEvent) -> CaseEventWording? {
        switch fact {
        case .raised(let event):
            .init(
                "系统发出\(event.breach.level.chinese)",
                SupervisionWording.tone(event.breach.level),
                ["依规则\(event.breach.rule.rawValue)，\(event.breach.article)"]
            )
        case .released(let event): .init("第\(event.number)号监察信息摘牌", .neutral, [event.reason.chinese])
        case .explained(let event):
            .init("单位说明第\(event.number)号监察信息", .active, quote: event.explanation)
        case .lapsed(let event): .init("第\(event.number)号监察信息逾期未说明", .bad, ["说明期限届满，单位没有说明"])
        case .accepted(let event): .init("第\(event.number)号监察信息审定成立", .good, quote: event.opinion)
        case .withdrawn(let event): .init("第\(event.number)号监察信息撤销", .neutral, quote: event.reason)
        case .failed(let event):
            .init("规则\(event.rule.rawValue)未能核对", .caution, ["系统将在下一次办理时重新核对"])
        case .recovered(let event): .init("规则\(event.rule.rawValue)恢复核对", .neutral)
        case .planned: nil
        }
    }

    private static func next(_ position: FlowPosition, _ process: ProcessDefinition?) -> [String] {
        let names = position.steps.map { process?.step($0)?.name ?? $0.text }
        return names.isEmpty ? [] : ["下一环节：\(names.joined(separator: "、"))"]
    }

    private static func dues(_ due: DueDays) -> [String] {
        guard let promised = due.promised, let statutory = due.statutory else { return [] }
        return ["承诺届满\(promised)，法定届满\(statutory)\(due.isProvisional ? "（暂定）" : "")"]
    }
}
