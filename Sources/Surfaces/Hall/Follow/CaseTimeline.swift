import Casework
import EventLog
import HTML
import Kernel
import Processes
import Supervision
import TimeLimits

/// What happened in a case, as its applicant may read it: who, when, which document.
struct CaseTimeline {
    private static let system = "系统自动"

    let process: ProcessDefinition?
    let agency: String

    /// Returns the entries, oldest first, with what waits now at the end.
    func entries(of followed: FollowedCase) -> [Timeline.Entry] {
        let steps = followed.history.compactMap { recorded in
            entry(recorded).map { (at: recorded.envelope.recordedAt, entry: $0) }
        }
        let late = followed.overruns.map { (at: $0.foundAt, entry: entry($0)) }
        var entries = (steps + late).sorted { $0.at < $1.at }.map(\.entry)
        if case .closed = followed.state.stage { return entries }
        let waiting = followed.state.position.steps.compactMap { process?.step($0) }.filter { !$0.kind.isInternal }
        if !waiting.isEmpty {
            entries.append(
                Timeline.Entry("当前环节：\(waiting.map(\.name).joined(separator: "、"))", time: "", tone: .active)
            )
        }
        return entries
    }

    /// Returns the steps for a feed, newest first: what and when, and nothing that was written, as a reader is a stranger.
    func feedEntries(of followed: FollowedCase) -> [AtomFeed.Entry] {
        let steps = followed.history.compactMap { recorded -> (at: Instant, entry: AtomFeed.Entry)? in
            guard let event = recorded.as(CaseFileEvent.self), let words = words(event) else { return nil }
            let (at, envelope) = (recorded.envelope.recordedAt, recorded.envelope)
            return (at, news(of: followed, "\(envelope.version)", words.heading, by: actor(envelope.actor), at))
        }
        let late = followed.overruns.map { overrun in
            let (key, words) = ("late-\(overrun.finding)", overrun.lateness.chinese)
            return (
                at: overrun.foundAt, entry: news(of: followed, key, words, by: CaseTimeline.system, overrun.foundAt)
            )
        }
        return (steps + late).sorted { $0.at < $1.at }.reversed().map(\.entry)
    }

    private func news(
        of followed: FollowedCase,
        _ key: String,
        _ title: String,
        by actor: String,
        _ at: Instant
    ) -> AtomFeed.Entry {
        AtomFeed.Entry(
            path: followed.address,
            key: key,
            title: title,
            summary: "\(at.minuteText) \(actor)",
            updated: at.description
        )
    }

    private func entry(_ overrun: FollowedCase.Overrun) -> Timeline.Entry {
        Timeline.Entry(
            overrun.lateness.chinese,
            time: overrun.foundAt.minuteText,
            actor: CaseTimeline.system,
            tone: .bad
        ) {
            p { "由监察规则自动记录，承办机关不能隐去" }
        }
    }

    private func entry(_ recorded: RecordedEvent) -> Timeline.Entry? {
        guard let event = recorded.as(CaseFileEvent.self), let words = words(event) else { return nil }
        return Timeline.Entry(
            words.heading,
            time: recorded.envelope.recordedAt.minuteText,
            actor: actor(recorded.envelope.actor),
            tone: words.tone
        ) {
            for line in words.lines where !line.isEmpty { p { line } }
        }
    }

    private func actor(_ actor: Actor) -> String {
        switch actor.kind {
        case .officer: agency
        case .party, .visitor: "申请人"
        case .system: CaseTimeline.system
        }
    }

    private struct Words {
        let heading: String
        var lines: [String] = []
        var tone = Tone.good
    }

    private func words(_ event: CaseFileEvent) -> Words? {
        switch event {
        case .received(let event):
            Words(
                heading: "提交\(event.prior?.value.purpose.chinese ?? "")申请（\(event.channel.chinese)）",
                lines: ["最迟于\(event.answerDue.chinese)答复"]
            )
        case .followUpReceived(let event):
            Words(heading: "提交\(event.purpose.chinese)申请", lines: ["办件编号 \(event.number.value)"], tone: .active)
        case .followUpEnded(let event):
            Words(heading: "延续、变更申请办结", lines: [event.decision.value], tone: .neutral)
        case .renewalDeemed(let event):
            Words(
                heading: "视为准予延续",
                lines: ["至\(event.through.chinese)有效期届满未作出决定，依法视为准予延续（行政许可法第五十条第二款）"]
            )
        case .opened: Words(heading: "机关登记线索", tone: .active)
        case .filed(let event):
            Words(heading: "开始计算办理期限", lines: event.due.promised.map { ["承诺于\($0.chinese)前作出决定"] } ?? [])
        case .written, .evidenceAdded, .recordingFiled, .proposed, .assigned, .assistantsChanged, .urged, .signed,
            .signersChanged, .takenIn, .split, .disputeStated, .legalReview:
            nil
        case .recusal(.asked(let event)):
            Words(heading: "收到回避申请", lines: ["申请\(event.name)回避；决定作出之前，不停止办理"], tone: .caution)
        case .recusal(.settled(let event)):
            Words(
                heading: event.isGranted ? "决定有关人员回避" : "驳回回避申请",
                lines: ["\(event.name)：\(event.isGranted ? "回避" : "不回避")，理由见《回避决定书》"],
                tone: .neutral
            )
        case .transitionDecided(let event):
            Words(heading: "过渡决定：\(event.law.chinese)", lines: [event.provision, event.reasons.value], tone: .caution)
        case .migrated: Words(heading: "改按新版流程办理，办理期限不变", tone: .neutral)
        case .succeeded(let event):
            Words(
                heading: "由\(event.successor.value.name)继续办理",
                lines: ["自\(event.from.value.chinese)起，\(event.beforeName.value)的职权由\(event.successor.value.name)继续行使"],
                tone: .caution
            )
        case .handedOver(let event): Words(heading: "移送\(event.recipient.value.name)处理", tone: .caution)
        case .disputed(let event):
            Words(heading: "与\(event.other.value.name)协商由哪个机关管辖", tone: .caution)
        case .disputeReported: Words(heading: "报请共同的上一级机关指定管辖", tone: .caution)
        case .designated(let event):
            Words(heading: "\(event.authority.value)指定管辖", lines: [event.document.value], tone: .caution)
        case .measureTaken(let event):
            Words(
                heading: "强制措施期限开始计算",
                lines: event.due.statutory.map { ["\($0.chinese)届满（\(event.limit.source)）"] } ?? [],
                tone: .caution
            )
        case .measureEnded(let event): Words(heading: "强制措施\(event.way.chinese)", tone: .good)
        case .paymentDeferred(let event):
            Words(
                heading: "准予暂缓、分期缴纳",
                lines: event.instalments.map { "\($0.due.chinese)前缴纳人民币\($0.amount.grouped)元" },
                tone: .caution
            )
        case .remedySought(let event): Words(heading: "已登记\(event.kind.chinese)", lines: [event.authority])
        case .remedyEnded(let event): Words(heading: "\(event.on.chinese)复议、诉讼终结", lines: [event.result])
        case .merged(let event): Words(heading: "并入\(event.leadingNumber.value)号案件办理", tone: .caution)
        case .terminated(let event):
            Words(heading: "终止办理", lines: [event.ground.chinese, event.reasons.value], tone: .bad)
        case .decisionCorrected(let event): Words(heading: "更正决定", lines: [event.content.value], tone: .caution)
        case .revoked(let event):
            Words(
                heading: event.ground.value.verb.chinese,
                lines: [event.ground.value.chinese, event.reasons.value],
                tone: .bad
            )
        case .declaredVoid(let event):
            Words(
                heading: "确认无效",
                lines: [event.ground.value.chinese, event.authority.value, event.reasons.value],
                tone: .bad
            )
        case .reopened(let event):
            Words(
                heading: "重新办理",
                lines: [
                    "办件编号 \(event.number.value)，可以用原查询码查询", event.ground.value.chinese, event.authority.value,
                    event.reasons.value,
                ],
                tone: .caution
            )
        case .refunded(let event):
            Words(heading: "退还人民币\(event.amount.value.grouped)元", lines: ["\(event.paidOn.value.chinese)退还"])
        case .cancelled(let event):
            Words(heading: "注销许可", lines: [event.ground.value.chinese, event.reasons.value], tone: .bad)
        case .noticeServed(let event):
            Words(heading: "告知书送达（\(event.way.chinese)）", lines: ["\(event.servedOn.chinese)送达"])
        case .paid(let event):
            Words(heading: "收到缴款人民币\(event.amount.grouped)元", lines: ["票据号码 \(event.receipt)"])
        case .completed(let event): step(event.step).map { Words(heading: $0) }
        case .returned(let event) where event.isRecall == true:
            step(event.to).map { Words(heading: "“\($0)”由承办人撤回重新办理", tone: .caution) }
        case .returned(let event): step(event.to).map { Words(heading: "退回“\($0)”环节重新办理", tone: .caution) }
        case .correctionRequested(let event): correction(event.notice.value)
        case .supplemented(let event):
            Words(heading: "提交补正材料", lines: ["最迟于\(event.answerDue.chinese)答复"])
        case .accepted(let event):
            Words(
                heading: event.isDeemed ? "视为受理（逾期未告知）" : "受理",
                lines: event.due.promised.map { ["承诺于\($0.chinese)前作出决定"] } ?? []
            )
        case .notAccepted(let event):
            Words(
                heading: "不予受理",
                lines: [event.reasons.value] + (event.competentAgency.map { ["请向有权机关申请：\($0)"] } ?? []),
                tone: .bad
            )
        case .withdrawn(let event): Words(heading: "撤回申请", lines: [event.reason], tone: .neutral)
        case .suspended(let event):
            Words(
                heading: "暂停计时：\(event.ground.chinese)",
                lines: [event.explanation.value, "预计\(event.expectedEnd.chinese)结束；依据\(event.ground.article)"],
                tone: .caution
            )
        case .resumed(let event):
            Words(heading: "恢复计时", lines: event.due.promised.map { ["承诺届满日变为\($0.chinese)"] } ?? [])
        case .prolonged(let event):
            Words(heading: "延长办理期限 \(event.by.chinese)", lines: [event.reasons.value], tone: .caution)
        case .decided(let event):
            Words(
                heading: event.decision.summary,
                lines: [event.decision.number],
                tone: event.decision.kind == .granted ? .good : .bad
            )
        case .served(let event): Words(heading: "送达（\(event.way.chinese)）", lines: ["\(event.servedOn.chinese)送达"])
        // Some papers stay in the file, as what the legal review found.
        case .issued(let event) where event.isOfTheFile == true: nil
        case .issued(let event): Words(heading: "出具《\(event.name.value)》", lines: [event.number.value])
        case .closed(let event): Words(heading: "办结：\(event.manner.value.chinese)", tone: .neutral)
        }
    }

    private func correction(_ notice: CorrectionNotice) -> Words {
        Words(
            heading: "一次性告知补正",
            lines: notice.points.map { "\($0.material)（\($0.kind.chinese)）：\($0.explanation)" },
            tone: .caution
        )
    }

    /// The name of a step whose completion is told by no other event and is not internal.
    private func step(_ id: Step.ID) -> String? {
        guard let step = process?.step(id) else { return nil }
        switch step.kind {
        case .investigate, .preserveEvidence, .examine, .expertTest, .notice, .statement, .hearing, .document,
            .publish, .execute, .fileCase, .identify, .conclude, .inspect, .assess, .urge, .pay, .release, .announce,
            .mediate,
            .compensate, .transfer:
            return step.name
        case .receive, .accept, .correctionNotice, .legalReview, .discuss, .approve, .decide, .serve, .close, .archive,
            .report:
            return nil
        }
    }
}
