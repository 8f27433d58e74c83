import Casework
import EventLog
import HTML
import Kernel
import Participation

/// What the writer of a letter sees: where it stands, the reply, and what can be done about it.
struct LetterPage: Component {
    let site: HallSite
    let letter: FollowedLetter
    let deadline: DeadlineChip
    /// What was typed as reason for opening the letter again.
    let reason: String
    let errors: [FieldError]
    let hidden: [HiddenField]
    let messages: [AlertBox]

    var body: any HTML {
        HallFrame(
            "来信 \(letter.number)",
            of: site,
            part: letter.way.isOwn ? .own : .follow,
            crumbs: [letter.way.start, Crumb(letter.number)],
            messages: messages
        ) {
            div(.cssClass("item-heading")) {
                div(.cssClass("badges")) {
                    Badge(letter.opening.kind.chinese, tone: .active)
                    Badge(letter.state.stage.name.chinese)
                    deadline
                }
                h1 { letter.opening.content?.title ?? "内容已依法删除" }
                p(.cssClass("hint")) { "来信编号 \(letter.number)　承办机关 \(letter.subject.agencyName)" }
            }
            ErrorSummary(errors)
            if let conclusion = letter.state.conclusion {
                Panel("查办结论") {
                    p { Badge(conclusion.outcome.chinese, tone: conclusion.outcome.tone) }
                    if let measures = conclusion.measures, !measures.isEmpty { Paragraphs(measures) }
                    p(.cssClass("hint")) { "结论、答复和处理情况隐去个人信息后公开，最迟\(conclusion.publication.day.chinese)。" }
                }
            }
            for (index, reply) in letter.state.replies.enumerated() {
                Panel(index == 0 ? "答复" : "再次答复") { Paragraphs(reply ?? "内容已依法删除") }
            }
            if letter.state.mayBeJudged { judging }
            if letter.state.mayBeReopened { reopening }
            Panel("办理过程") { Timeline(letter.timeline) }
            if let content = letter.opening.content { Panel("您写的内容") { Paragraphs(content.text) } }
            switch letter.way {
            case .code, .respondent:
                p { a(.href(letter.address(of: .feed))) { "订阅办理进展（Atom，不含来信的内容）" } }
                p(.cssClass("hint")) { "本页地址含有查询码，知道地址的人都能看到这封来信；在公共电脑上看完请关闭页面。" }
            case .account, .agent: NoHTML()
            }
        }
    }

    private var judging: any HTML {
        Panel("您对答复满意吗") {
            FormFrame(to: letter.address(of: .judge), hidden: hidden) {
                ButtonRow {
                    SubmitButton("满意", choice: ("satisfied", "yes"))
                    SubmitButton("不满意", weight: .secondary, choice: ("satisfied", "no"))
                }
            }
        }
    }

    private var reopening: any HTML {
        Panel("要求重新办理") {
            p { "答复没有解决问题的，可以说明原因，要求重新办理一次。" }
            FormFrame(to: letter.address(of: .reopen), hidden: hidden) {
                TextArea(
                    FieldCaption("reason", label: "原因", hint: "5 至 1000 个字", isRequired: true, errors: errors),
                    value: reason,
                    rows: 3,
                    maxLength: 1_000
                )
                ButtonRow { SubmitButton("要求重新办理", weight: .secondary) }
            }
        }
    }
}

extension FollowedLetter {
    /// What happened, in order; officers are not named, the agency answers.
    var timeline: [Timeline.Entry] {
        history.compactMap { event -> Timeline.Entry? in
            guard let fact = event.as(LetterEvent.self) else { return nil }
            let time = event.envelope.recordedAt.minuteText
            return switch fact {
            case .filed(let filed): Timeline.Entry("收到来信", time: time, actor: filed.agencyName.value)
            case .accepted: Timeline.Entry("已受理", time: time)
            case .declined(let declined):
                Timeline.Entry("不予受理", time: time, tone: .bad) {
                    Paragraphs(declined.reasons.value ?? "内容已依法删除")
                }
            case .transferred(let transferred):
                Timeline.Entry("转交\(transferred.to.agencyName)办理", time: time, tone: .active) {
                    Paragraphs(transferred.reason.value ?? "内容已依法删除")
                }
            case .concluded(let concluded): Timeline.Entry("查办结论：\(concluded.outcome.chinese)", time: time)
            case .replied: Timeline.Entry("已答复", time: time)
            case .judged(let judged): Timeline.Entry(judged.isSatisfied ? "您评价：满意" : "您评价：不满意", time: time)
            case .reopened(let reopened):
                Timeline.Entry("您要求重新办理", time: time, tone: .caution) {
                    Paragraphs(reopened.reason.value ?? "内容已依法删除")
                }
            case .published: Timeline.Entry("隐去个人信息后公开", time: time)
            case .unpublished: Timeline.Entry("已撤下公开", time: time, tone: .caution)
            case .exemptionProposed: nil
            case .exemptionDecided(let decided) where decided.isApproved:
                Timeline.Entry("处理结果依法不公开", time: time, tone: .neutral) {
                    if let ground = decided.ground.value { p { "\(ground.chinese)（\(ground.article)）" } }
                }
            case .exemptionDecided: nil
            }
        }
    }
}

/// The receipt of a letter: number, query code, a code to scan, and by when there is an answer.
struct LetterReceiptPage: Component {
    let site: HallSite
    let letter: FollowedLetter
    let code: String

    var body: any HTML {
        HallFrame("来信已收到", of: site, part: .letters, crumbs: [Crumb("来信已收到")]) {
            ReceiptPanel(
                "来信已收到",
                codes: [("来信编号", letter.number), ("查询码", code)],
                facts: [Definition("承办机关", letter.subject.agencyName)]
                    + (letter.state.clock?.acceptance.map { [Definition("最迟告知是否受理", $0.day.chinese)] } ?? [])
                    + [Definition("最迟答复日", letter.state.clock?.reply.day.chinese)],
                scanned: site.publicAddress.map { $0 + letter.address },
                purpose: "扫码查看这封来信"
            )
            ButtonRow { LinkButton("查看这封来信", to: letter.address) }
        }
    }
}
