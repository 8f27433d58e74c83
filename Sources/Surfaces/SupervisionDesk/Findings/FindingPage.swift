import EventLog
import HTML
import Kernel
import Supervision

/// One finding: what, by which rule and article, how the days were counted, and what came of it.
struct FindingPage: Component {
    let desk: DeskSite
    let record: FindingRecord
    /// `nil` when the rule is switched off now.
    let rule: (any SupervisionRule)?
    let actors: ActorNames
    /// Of those that were compared.
    let names: ComparedNames
    /// The orders this finding led to.
    let orders: [OrderRow]
    let recipients: FindingRecipients
    let forms: FindingForms
    let today: Day

    private var breach: Breach { record.finding.breach }

    var body: any HTML {
        DeskFrame(
            breach.message,
            desk,
            part: .findings,
            crumbs: [Crumb("监察信息", to: SupervisionPath.findings), Crumb("第\(record.finding.number)号")]
        ) {
            div(.cssClass("heading-row")) {
                LevelBadge(breach.level)
                h1 { breach.message }
                Badge(record.finding.status.name.chinese, tone: SupervisionWording.tone(record.finding.status.name))
            }
            div(.cssClass("wall-grid")) {
                div {
                    Panel("事实", anchor: "facts") { DefinitionList(facts) }
                    CountedDays(explanation: record.counted)
                    if let comparison = breach.comparison {
                        Panel("比对", anchor: "comparison") {
                            ComparisonFigure("group", comparison, of: breach.subject, names)
                        }
                    }
                }
                div {
                    Panel("经过", anchor: "life") { FindingLife(record: record, actors: actors) }
                    forms
                    corrections
                }
            }
        }
    }

    @HTMLBuilder private var corrections: any HTML {
        if !orders.isEmpty || (forms.mayJudge && record.finding.isStanding) {
            Panel("监督纠错", anchor: "orders") {
                OrderLinks(orders: orders)
                if forms.mayJudge, record.finding.isStanding {
                    ButtonRow {
                        LinkButton(
                            "制发监督文书",
                            to: SupervisionPath.draftOrder(record.matter, record.finding.number),
                            weight: .secondary
                        )
                    }
                }
            }
        }
    }

    private var facts: [Definition] {
        let raised = record.raised
        return [
            record.matter.caseFile == nil
                ? nil
                : Definition("办件") { a(.href(SupervisionPath.caseFile(raised.caseNumber))) { raised.caseNumber } },
            Definition(record.matter.caseFile == nil ? "对象" : "事项", raised.itemName),
            Definition("单位", raised.agencyName),
            breach.comparison.map { _ in
                Definition("突出对象", names.name(of: breach.subject, else: raised.agencyName))
            },
        ].compactMap(\.self) + breach.facts.map { Definition($0.label, $0.value) } + [
            Definition("情形发生", breach.since.minuteText),
            Definition("系统发现", record.finding.raisedAt.minuteText),
            Definition("监察规则") {
                if breach.rule.isWritten {
                    if desk.seesWall {
                        a(.href(SupervisionPath.writtenRule(breach.rule))) { breach.rule.rawValue }
                    } else {
                        breach.rule.rawValue
                    }
                    "（自定规则）"
                } else {
                    a(.href(SupervisionPath.rule(breach.rule.rawValue))) { breach.rule.rawValue }
                    if let rule { " \(type(of: rule).title)" } else { "（现已停用）" }
                }
            },
            Definition("维度", breach.dimension.chinese),
            Definition("依据", breach.article),
            Definition("规则版本", record.life.first?.envelope.uses["rules"]),
            Definition("日历版本", record.life.first?.envelope.uses["calendar"]),
        ] + explainBy + [Definition("告知", told)]
    }

    /// Who hears of it by its level, and whom else it was told to when nobody answered.
    private var told: String {
        let first = recipients.told(of: breach.level)
        let words = { (some: Set<FindingRecipients.Recipient>) in
            FindingRecipients.Recipient.allCases.filter(some.contains).map(\.chinese).joined(separator: "、")
        }
        let more = recipients.widened(breach.level).subtracting(first)
        guard record.finding.explainBy != nil, !more.isEmpty else { return words(first) }
        return record.finding.lapse == nil
            ? "\(words(first))；逾期未说明的，再告知\(words(more))" : "\(words(first))；逾期未说明，已再告知\(words(more))"
    }

    private var explainBy: [Definition] {
        record.finding.explainBy.map { day in
            let isOver = record.finding.status.name == .open && day < today
            return [Definition("说明期限", isOver ? "\(day)，已过" : day.description)]
        } ?? []
    }
}
