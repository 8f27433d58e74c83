import Casework
import EventLog
import HTML
import Kernel
import Processes
import Sanctions
import TimeLimits

/// The trace of a case in words: each fact with its moment and the person who answers for it, newest first.
struct CaseTimeline {
    let content: CaseContent
    let isOpen: Bool

    var entries: [Timeline.Entry] {
        var acts: [Told] = []
        for event in content.history {
            guard let fact = event.as(CaseFileEvent.self) else { continue }
            if case .issued(let issued) = fact, let last = acts.indices.last {
                acts[last].lines.append("制作《\(issued.name.value)》\(issued.number.value)")
                continue
            }
            var told = tell(fact)
            told.time = event.envelope.recordedAt.minuteText
            told.actor = actor(event.envelope.actor)
            acts.append(told)
        }
        return Told.joined(acts).reversed().map { told in
            Timeline.Entry(told.heading, time: told.time, actor: told.actor, tone: told.tone) {
                for line in told.lines where !line.isEmpty { p { line } }
            }
        }
    }

    /// The facts recorded after `version`, as headings, for a screen that was opened before them.
    func headings(after version: Int) -> [String] {
        content.history.filter { $0.envelope.version > version }.compactMap { event in
            event.as(CaseFileEvent.self).map { fact in
                "\(event.envelope.recordedAt.minuteText) \(actor(event.envelope.actor))：\(tell(fact).heading)"
            }
        }
    }

    private func actor(_ actor: Actor) -> String {
        switch actor.kind {
        case .officer:
            let name = content.officers[actor.id] ?? actor.id
            return actor.post.map { "\(name)（\(content.posts[$0] ?? $0)）" } ?? name
        case .party: return content.partyWord
        case .visitor: return "\(content.partyWord)（凭查询码）"
        case .system: return "系统"
        }
    }

    /// One entry: what was done, by whom and when, with what belongs to it.
    private struct Told {
        let heading: String
        let tone: Tone
        var lines: [String]
        var time = ""
        var actor = ""
        var part = Part.other

        /// Papers are written with a step and told with it, in one entry.
        enum Part { case paper, step, other }

        init(_ told: (heading: String, tone: Tone, lines: [String])) {
            heading = told.heading
            tone = told.tone
            lines = told.lines
        }

        /// Papers go to the step they were written for: the next one that was done.
        static func joined(_ acts: [Told]) -> [Told] {
            var joined: [Told] = []
            var papers: [String] = []
            for act in acts {
                if act.part == .paper {
                    papers.append(act.heading)
                    continue
                }
                var act = act
                if act.part == .step {
                    act.lines += papers
                    papers = []
                }
                joined.append(act)
            }
            return joined
        }
    }

    private func tell(_ fact: CaseFileEvent) -> Told {
        var told = Told(words(of: fact))
        if case .written = fact { told.part = .paper }
        if case .completed = fact { told.part = .step }
        return told
    }

    private func words(of fact: CaseFileEvent) -> (heading: String, tone: Tone, lines: [String]) {
        switch fact {
        case .received(let given):
            return (
                "收到\(given.prior?.value.purpose.chinese ?? "")申请", .active,
                [
                    "\(given.channel.chinese)，应于 \(given.answerDue) 前答复",
                    given.prior.map { "前证 \($0.value.decisionNumber)" } ?? "",
                    given.reopening.map { "\($0.value.number)号办件重新办理" } ?? "",
                ]
            )
        case .followUpReceived(let given):
            return ("收到\(given.purpose.chinese)申请", .active, ["由 \(given.number.value) 号办件办理"])
        case .followUpEnded(let given):
            let successor = content.state.successors.first { $0.caseFile == given.caseFile }
            return ("许可\(successor?.chinese ?? given.outcome.value.rawValue)", .neutral, [given.decision.value])
        case .renewalDeemed(let given):
            return (
                "视为准予延续", .caution,
                ["至 \(given.through) 有效期届满未作出决定（行政许可法§50.2）"]
                    + given.passed.map { "未办：\(name($0.step))" }
            )
        case .opened(let given):
            let clue = given.clue.value
            let heading =
                given.split.map { "自\($0.value.number)号案件分出" }
                ?? given.handover.map { "\($0.value.agencyName)移送（\($0.value.number)）" }
                ?? given.reopening.map { "\($0.value.number)号案件重新办理" } ?? "线索登记"
            return (heading, .active, [clue?.source.chinese ?? "", isOpen ? clue?.facts ?? "" : ""])
        case .filed(let given):
            return ("立案，办理期限起算", .active, [given.due.promised.map { "承诺办结日期 \($0)" } ?? ""])
        case .written(let given):
            let names = (given.documents.value ?? []).map { "《\($0.document)》" }
            return ("填写\(names.joined())", .neutral, [])
        case .evidenceAdded(let given):
            let evidence = isOpen ? given.evidence.value : nil
            return ("收集证据（第 \(given.number) 号）", .neutral, [evidence.map { "\($0.kind.chinese)：\($0.name)" } ?? ""])
        case .recordingFiled(let given):
            let recording = isOpen ? given.recording.value : nil
            return (
                "归入音像记录（第 \(given.number) 号）", .neutral,
                [
                    name(given.step), recording.map { "\($0.way.chinese)：\($0.content)" } ?? "",
                    "保存期限：\(given.retention.chinese)",
                ]
            )
        case .proposed(let given):
            return (
                "拟作出处罚", .caution,
                isOpen ? [given.proposal.value.sanctions.chinese, given.weighed?.value.chinese ?? ""] : []
            )
        case .noticeServed(let given):
            return ("送达告知：\(given.way.chinese)", .good, ["送达日期 \(given.servedOn)", given.note])
        case .paid(let given):
            let surcharge = given.surcharge > .zero ? "加处罚款人民币\(given.surcharge.grouped)元" : ""
            return ("收缴人民币\(given.amount.grouped)元", .good, ["缴款日期 \(given.paidOn)", "票据 \(given.receipt)", surcharge])
        case .assigned(let given):
            let name = given.officer.map { content.officers[$0] ?? $0 }
            let verb = given.isHandedOn == true ? "转办给" : "分派给"
            return (name.map { "\(verb)\($0)" } ?? "退回待办", .neutral, [self.name(given.step), given.reason])
        case .assistantsChanged(let given):
            let added = given.added.map { "增加\(content.officers[$0] ?? $0)" }
            let removed = given.removed.map { "减去\(content.officers[$0] ?? $0)" }
            return ("增减协办人", .neutral, added + removed + [given.reason])
        case .urged(let given): return ("催办：\(name(given.step))", .caution, [given.reason])
        case .signed(let given):
            return ("会签：\(given.agrees ? "同意" : "不同意")", given.agrees ? .good : .caution, [given.opinion])
        case .signersChanged(let given):
            let added = given.added.map { "增加\(content.officers[$0] ?? $0)" }
            let removed = given.removed.map { "减去\(content.officers[$0] ?? $0)" }
            return ("增减会签人", .neutral, added + removed + [given.reason])
        case .migrated(let given):
            return (
                given.goesBack ? "迁回第 \(given.to.version) 版流程" : "改按第 \(given.to.version) 版流程办理", .caution,
                [
                    "原为第 \(given.from.version) 版；已用时间照算，承诺时限不变",
                    "现在：\(given.position.steps.map(name).joined(separator: "、"))",
                    "\(content.officers[given.proposedBy] ?? given.proposedBy)提出：\(given.reason)",
                ]
            )
        case .transitionDecided(let given):
            return ("过渡决定：\(given.law.chinese)", .caution, [given.provision, isOpen ? given.reasons.value : ""])
        case .succeeded(let given):
            return (
                "由\(given.successor.value.name)继续办理", .caution,
                [
                    "自\(given.from.value.chinese)起，\(given.beforeName.value)的职权由\(given.successor.value.name)继续行使（行政诉讼法§26.6）",
                    given.reason,
                ]
            )
        case .handedOver(let given):
            let recipient = given.recipient.value
            return (
                "移送\(recipient.name)", .caution,
                [
                    recipient.number.map { "受移送机关的案号 \($0)" } ?? "",
                    given.designation.value.isEmpty ? "" : "指定管辖：\(given.designation.value)",
                    isOpen ? given.reasons.value : "",
                ]
            )
        case .disputed(let given):
            return (
                "与\(given.other.value.name)争议管辖", .caution,
                [
                    given.consultBy.map { "应于\($0.chinese)前协商" } ?? "经移送而来，直接报请指定管辖",
                    isOpen ? given.reasons.value : "",
                ]
            )
        case .disputeStated(let given):
            return ("协商管辖权（\(given.side.chinese)）", .neutral, [isOpen ? given.opinion.value : ""])
        case .disputeReported(let given):
            return (
                "报请指定管辖（\(given.side.chinese)）", .caution,
                ["应于\(given.designateBy.chinese)前指定", isOpen ? given.opinion.value : ""]
            )
        case .designated(let given):
            return (
                "指定管辖：\(given.to.value.chinese)", .caution,
                [given.authority.value, given.document.value, isOpen ? given.reasons.value : ""]
            )
        case .measureTaken(let given):
            return (
                "强制措施期限开始", .neutral,
                ["\(given.limit.chinese)（\(given.limit.source)）", given.due.statutory.map { "至\($0.chinese)届满" } ?? ""]
            )
        case .measureEnded(let given): return ("强制措施\(given.way.chinese)", .good, [])
        case .paymentDeferred(let given):
            return (
                "准予暂缓、分期缴纳", .caution,
                given.instalments.map { "\($0.due.chinese)前人民币\($0.amount.grouped)元" } + [
                    isOpen ? given.reasons.value : ""
                ]
            )
        case .remedySought(let given):
            return ("当事人申请\(given.kind.chinese)", .caution, ["自 \(given.since)", given.authority])
        case .remedyEnded(let given): return ("复议、诉讼终结", .neutral, ["\(given.on)", given.result])
        case .recusal(let event):
            return (event.chinese, .caution, event.lines + [isOpen ? event.words : ""])
        case .legalReview(let event): return (event.chinese, .neutral, event.lines + [event.words])
        case .merged(let given):
            return ("并入\(given.leadingNumber.value)号案件办理", .caution, [given.reasons.value])
        case .takenIn(let given):
            let facts = isOpen ? given.clue.value?.facts ?? "" : ""
            return ("\(given.mergedNumber.value)号案件并入本案", .caution, [facts, given.reasons.value])
        case .split(let given):
            let pieces = given.evidence.map { "第 \($0) 号" }.joined(separator: "、")
            return (
                "分出\(given.apartNumber.value)号案件", .caution,
                [pieces.isEmpty ? "" : "随案移出证据：\(pieces)", given.reasons.value]
            )
        case .terminated(let given):
            return ("终止办理", .bad, [given.ground.chinese, isOpen ? given.reasons.value : ""])
        case .decisionCorrected(let given):
            return ("更正决定", .caution, ["由“\(given.previous.value)”更正为“\(given.content.value)”"])
        case .revoked(let given):
            let ground = given.ground.value
            return (ground.verb.chinese, .bad, ["\(ground.chinese)（\(ground.source)）", given.reasons.value])
        case .declaredVoid(let given):
            let collected = given.collected.value
            return (
                "确认无效", .bad,
                [
                    "\(given.ground.value.chinese)（\(given.ground.value.source)）", given.authority.value,
                    given.reasons.value, collected > .zero ? "应退还人民币\(collected.grouped)元" : "",
                ]
            )
        case .reopened(let given):
            return (
                "重新办理：\(given.ground.value.chinese)", .caution,
                [
                    "由 \(given.number.value) 号办件办理", given.authority.value,
                    given.within.map { "应于 \($0) 前作出决定" } ?? "", isOpen ? given.reasons.value : "",
                ]
            )
        case .refunded(let given):
            return (
                "退还人民币\(given.amount.value.grouped)元", .good,
                ["退款日期 \(given.paidOn.value)", "凭证 \(given.voucher)"]
            )
        case .cancelled(let given):
            return ("注销许可", .bad, ["\(given.ground.value.chinese)（\(given.ground.value.source)）", given.reasons.value])
        case .completed(let given):
            let step = content.definition.step(given.step)
            let outcome = step?.outcome(given.outcome)?.name ?? given.outcome.text
            let onSite = given.onSite.map { "现场填写：\($0.chinese)" } ?? ""
            return ("\(name(given.step))：\(outcome)", .good, [given.opinion, onSite])
        case .returned(let given) where given.isRecall == true:
            return ("撤回办理：\(name(given.to))", .caution, [given.reason])
        case .returned(let given):
            return ("退回：\(name(given.from)) → \(name(given.to))", .caution, [given.reason])
        case .correctionRequested(let given):
            let points = given.notice.value.points.map { "\($0.material)：\($0.kind.chinese)。\($0.explanation)" }
            return ("一次性告知补正（第 \(given.notice.value.number) 次）", .caution, isOpen ? points : [])
        case .supplemented(let given): return ("申请人提交补正材料", .active, ["应于 \(given.answerDue) 前答复"])
        case .accepted(let given):
            let due = given.due.promised.map { "承诺办结日期 \($0)" } ?? ""
            return (given.isDeemed ? "逾期未告知，视为受理" : "受理", given.isDeemed ? .caution : .good, [due])
        case .notAccepted(let given):
            let agency = given.competentAgency.map { "有权受理的机关：\($0)" }
            return (given.effect.chinese, .bad, [isOpen ? given.reasons.value : "", agency ?? ""])
        case .withdrawn(let given): return ("撤回申请", .neutral, [given.reason])
        case .suspended(let given):
            return (
                "暂停计时：\(given.ground.chinese)", .caution,
                ["自 \(given.since)，预计至 \(given.expectedEnd)", isOpen ? given.explanation.value : ""]
            )
        case .resumed(let given): return ("恢复计时", .good, [given.note])
        case .prolonged(let given): return ("延长期限\(given.by.chinese)", .caution, [isOpen ? given.reasons.value : ""])
        case .decided(let given):
            return (
                "决定：\(given.decision.summary)", given.kind.value == .granted ? .good : .bad,
                [given.number.value, given.content.value]
            )
        case .served(let given): return ("送达：\(given.way.chinese)", .good, ["送达日期 \(given.servedOn)", given.note])
        case .issued(let given): return ("制作文书《\(given.name.value)》", .neutral, [given.number.value])
        case .closed(let given): return ("办结：\(given.manner.value.chinese)", .good, [])
        }
    }

    private func name(_ step: Step.ID) -> String {
        content.definition.step(step)?.name ?? content.formerNames[step] ?? step.text
    }
}
