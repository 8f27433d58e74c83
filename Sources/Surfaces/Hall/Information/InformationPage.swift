import BlobStore
import Casework
import EventLog
import HTML
import Kernel
import Participation
import TimeLimits

/// What the applicant sees of a request: where it stands, what is asked of them, the reply and what can be done about it.
struct InformationPage: Component {
    let site: HallSite
    let request: FollowedInformation
    let calendar: WorkingCalendar
    let today: Day
    /// What was typed as correction.
    let typed: String
    let errors: [FieldError]
    let hidden: [HiddenField]
    let messages: [AlertBox]

    private var state: InformationRequest { request.state }

    var body: any HTML {
        HallFrame(
            "政府信息公开申请 \(request.number)",
            of: site,
            part: request.way.isOwn ? .own : .follow,
            crumbs: [request.way.start, Crumb(request.number)],
            messages: messages
        ) {
            div(.cssClass("item-heading")) {
                div(.cssClass("badges")) {
                    Badge("政府信息公开申请", tone: .active)
                    Badge(state.stage.chinese)
                    chip
                    if state.late != nil { Badge("已超过答复期限", tone: .bad) }
                }
                h1 { "政府信息公开申请" }
                p(.cssClass("hint")) { "编号 \(request.number)　受理机关 \(request.opening.agencyName.value)" }
            }
            ErrorSummary(errors)
            if let reply = state.reply { answer(reply) }
            if state.stage == .correcting { correcting }
            Panel("办理过程") { Timeline(request.timeline) }
            if let content = request.opening.content.value {
                Panel("您申请的信息") {
                    Paragraphs(content.description)
                    if let text = state.corrected?.text.value { Paragraphs("补正：\(text)") }
                }
            }
            if InformationRequest.Stage.open.contains(state.stage) { withdrawing }
            switch request.way {
            case .code, .respondent: p(.cssClass("hint")) { "本页地址含有查询码，知道地址的人都能看到这件申请；在公共电脑上看完请关闭页面。" }
            case .account, .agent: NoHTML()
            }
        }
    }

    private var chip: any HTML {
        guard state.stage == .handling, let clock = state.clock, let due = state.due else { return NoHTML() }
        let left = (try? calendar.workingDays(after: today, through: due)) ?? 0
        let standing: DeadlineChip.Standing = today > due ? .overdue : left <= 1 ? .dueSoon : .inTime
        return DeadlineChip(standing, remaining: "答复期限至 \(due)", facts: clock.facts(due: due, in: calendar))
    }

    private func answer(_ reply: InformationReplied) -> any HTML {
        Panel("答复：\(reply.kind.value.chinese)") {
            Paragraphs(reply.text.value ?? "内容已依法删除")
            DefinitionList(
                [
                    Definition("文号", reply.documentNumber), Definition("答复日期", reply.on.chinese),
                    Definition("依据", reply.kind.value.article),
                ]
                    + (reply.ground.value.map { [Definition("理由", "\($0.chinese)（\($0.article)）")] } ?? [])
                    + [Definition("救济途径", reply.kind.value.remedy)]
            )
            if !state.replyFiles.isEmpty { files }
            if reply.text.value != nil {
                ButtonRow {
                    LinkButton(
                        "下载答复书（PDF）",
                        to: request.address(of: .reply),
                        weight: .secondary
                    )
                }
            }
        }
    }

    @HTMLBuilder private var files: any HTML {
        h3 { "随答复提供的文件" }
        ul(.cssClass("files")) {
            for (index, file) in state.replyFiles.enumerated() {
                li {
                    a(.href(request.address(ofFile: index + 1))) { file.name }
                    "（\(FileSize.text(file.size))）"
                }
            }
        }
    }

    private var correcting: any HTML {
        Panel("请补正") {
            Paragraphs(state.correction?.points.value ?? "内容已依法删除")
            if let until = state.correction?.until {
                p { "请在 \(until.chinese) 前补正；无正当理由逾期不补正的，视为放弃申请。答复期限自收到补正次日起重新计算。" }
            }
            FormFrame(to: request.address(of: .correct), hidden: hidden) {
                TextArea(
                    FieldCaption("text", label: "补正内容", hint: "10 至 2000 个字", isRequired: true, errors: errors),
                    value: typed,
                    rows: 5,
                    maxLength: 2_000
                )
                ButtonRow { SubmitButton("提交补正") }
            }
        }
    }

    private var withdrawing: any HTML {
        details(.cssClass("more-filters")) {
            summary { "不需要了，撤回申请" }
            FormFrame(to: request.address(of: .withdraw), hidden: hidden) {
                ButtonRow { SubmitButton("撤回申请", weight: .secondary) }
            }
        }
    }
}

extension FollowedInformation {
    /// What happened, in order; officers are not named, the agency answers.
    var timeline: [Timeline.Entry] {
        history.compactMap { event in
            guard let fact = event.as(InformationEvent.self) else { return nil }
            let time = event.envelope.recordedAt.minuteText
            return switch fact {
            case .requested(let fact): Timeline.Entry("收到申请", time: time, actor: fact.agencyName.value)
            case .correctionAsked(let fact):
                Timeline.Entry("告知补正，期限至 \(fact.until)", time: time, tone: .caution) {
                    Paragraphs(fact.points.value ?? "内容已依法删除")
                }
            case .corrected(let fact):
                Timeline.Entry("收到补正，答复期限重新计算至 \(fact.due)", time: time) {
                    Paragraphs(fact.text.value ?? "内容已依法删除")
                }
            case .consultationBegan(let fact):
                Timeline.Entry(
                    fact.isThirdParty ? "征求第三方意见，期间不计入答复期限" : "征求其他机关意见，期间不计入答复期限",
                    time: time,
                    tone: .active
                )
            case .consultationEnded(let fact):
                Timeline.Entry("征求意见结束，答复期限至 \(fact.due)", time: time)
            case .extensionProposed: nil
            case .extended(let fact):
                Timeline.Entry("经批准延长，答复期限至 \(fact.due)", time: time, tone: .caution) {
                    Paragraphs("原因：\(state.proposal?.reason ?? "内容已依法删除")")
                }
            case .replied(let fact): Timeline.Entry("已答复：\(fact.kind.value.chinese)", time: time, tone: .good)
            case .ended(let fact):
                Timeline.Entry(fact.isWithdrawn ? "您撤回了申请" : "逾期不补正，视为放弃申请", time: time)
            case .foundLate(let fact):
                Timeline.Entry("答复期限 \(fact.due) 已过，尚未答复；已记入监察", time: time, tone: .bad)
            }
        }
    }
}

extension InformationClock {
    /// How the last day came about.
    func facts(due: Day, in calendar: WorkingCalendar) -> [Definition] {
        let excluded = (try? excludedDays(in: calendar)) ?? 0
        return [Definition("自", from.chinese), Definition("答复期限", reply.period.chinese)]
            + (extended.map { [Definition("延长", "\($0.period.chinese)（\($0.source)）")] } ?? [])
            + (excluded > 0 ? [Definition("征求意见不计入", "\(excluded) 个工作日（政府信息公开条例§33）")] : [])
            + [Definition("届满日", due.chinese), Definition("依据", reply.source)]
    }
}
