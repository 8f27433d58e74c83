import EventLog
import HTML
import Kernel
import Supervision

/// One order: what it demands, its clocks, what was answered, and what may be done now.
struct OrderPage: Component {
    let desk: DeskSite
    let record: OrderRecord
    let actors: ActorNames
    let forms: OrderForms

    private var terms: OrderTerms { record.terms }
    private var order: CorrectionOrder { record.order }

    var body: any HTML {
        DeskFrame(
            terms.kind.chinese,
            desk,
            part: .orders,
            crumbs: [Crumb("监督纠错", to: SupervisionPath.orders), Crumb(order.number ?? "未编号")]
        ) {
            div(.cssClass("heading-row")) {
                h1 { "\(terms.kind.chinese) \(order.number ?? "（未编号）")" }
                OrderStatus(status: order.status, isOverdue: !order.overdue.isEmpty)
            }
            div(.cssClass("wall-grid")) {
                div {
                    Panel("内容", anchor: "terms") { DefinitionList(content) }
                    Panel("期限", anchor: "clocks") { DefinitionList(clocks) }
                }
                div {
                    Panel("经过", anchor: "life") { Timeline(record.life.compactMap(entry)) }
                    forms
                }
            }
        }
    }

    private var content: [Definition] {
        [
            Definition("单位", terms.agencyName),
            terms.matter.caseFile == nil
                ? Definition("对象", terms.itemName)
                : Definition("办件") { a(.href(SupervisionPath.caseFile(terms.caseNumber))) { terms.caseNumber } },
            cause, Definition("事实", terms.facts), Definition("依据", "\(terms.article)；\(terms.kind.article)"),
            Definition("要求", terms.demand),
        ]
            + (terms.ground.map { ground in
                [
                    Definition("措施", "\(ground.measure.chinese)（\(ground.measure.article)）"),
                    Definition("理由", ground.chinese),
                ]
            } ?? [])
            + (terms.follows.map { id in
                [Definition("此前的意见书") { a(.href(SupervisionPath.order(id))) { "查看" } }]
            } ?? [])
            + (order.number == nil
                ? []
                : [Definition("文书") { a(.href(SupervisionPath.orderDocument(record.id))) { "查看PDF" } }])
    }

    /// Whom a complaint is about may not open it.
    private var cause: Definition {
        guard let number = record.complaint else {
            return Definition("监察信息") {
                a(.href(SupervisionPath.finding(terms.matter, terms.finding))) { "第\(terms.finding)号" }
            }
        }
        return Definition("投诉举报") {
            if forms.mayJudge { a(.href(SupervisionPath.complaint(number))) { number } } else { number }
        }
    }

    private var clocks: [Definition] {
        let limits = terms.limits
        let review = order.objection.map { [Definition("复查答复至", $0.answerBy.description)] } ?? []
        return [
            Definition("发出日", order.issuedOn?.description ?? "未发出"),
            Definition("收到日（不计入）", order.receivedOn?.description ?? "发出后\(limits.deemedReceived.chinese)未签收视为收到"),
            Definition("整改时限", limits.reply(to: terms.kind).chinese),
            Definition("整改期限至", order.replyBy?.description ?? "自收到之日起算"),
            Definition("申请复查", "收到之日起\(limits.objection.chinese)内，期间不停止执行"),
        ] + review + [Definition("时限版本", limits.version)]
    }

    private func entry(_ event: RecordedEvent) -> Timeline.Entry? {
        guard let fact = event.as(OrderEvent.self) else { return nil }
        let time = event.envelope.recordedAt.minuteText
        let actor = actors.text(event.envelope.actor)
        return switch fact {
        case .drafted: Timeline.Entry("拟制并签署", time: time, actor: actor)
        case .issued(let issued):
            Timeline.Entry("会签并发出", time: time, actor: actor, tone: .active) { p { issued.number } }
        case .received(let received):
            Timeline.Entry(
                received.isDeemed ? "逾期未签收，视为收到" : "单位签收",
                time: time,
                actor: actor,
                tone: received.isDeemed ? .caution : .active
            )
        case .replied(let replied):
            Timeline.Entry("单位报告整改情况", time: time, actor: actor, tone: .active) {
                p(.cssClass("said")) { replied.text }
                if !replied.acts.isEmpty {
                    p { "纠正所作的办理：第\(replied.acts.map(String.init).joined(separator: "、"))项" }
                }
                if !replied.isInTime { Badge("逾期报告", tone: .caution) }
            }
        case .objected(let objected):
            Timeline.Entry("单位申请复查", time: time, actor: actor, tone: .caution) {
                p(.cssClass("said")) { objected.text }
            }
        case .answered(let answered):
            Timeline.Entry(answered.isUpheld ? "复查：异议成立，撤回" : "复查：维持", time: time, actor: actor) {
                p(.cssClass("said")) { answered.text }
                if !answered.isInTime { Badge("逾期答复", tone: .caution) }
            }
        case .ranOut(let ranOut):
            Timeline.Entry("\(ranOut.clock.chinese)届满（\(ranOut.on)）", time: time, tone: .bad)
        case .concluded(let concluded):
            Timeline.Entry("审定：\(concluded.outcome.status.chinese)", time: time, actor: actor) {
                p(.cssClass("said")) { concluded.opinion }
            }
        case .planned: nil
        }
    }
}
