import Casework
import Directory
import EventLog
import HTML
import Kernel
import Processes
import Supervision
import TimeLimits

/// What the posts saw after a step of the replay, and what every rule said of it.
struct ReplayMoment: Sendable {
    /// One post at which the case waited, and who then held it.
    struct Desk: Sendable {
        let step: String
        let post: String
        let officers: [String]
    }

    /// What one rule said.
    struct Said: Sendable {
        let rule: String
        let title: String
        let words: String
        let tone: Tone?
    }

    let desks: [Desk]
    /// The limits as the desk showed them.
    let limits: [String]
    /// Rules that found something, failed, or wait for a moment.
    let said: [Said]
    /// Rules that found nothing and wait for nothing.
    let silent: [String]
}

extension EventReading {
    /// Returns what was seen and said at a moment; posts and who held them as the directory has them for that day.
    func replayed(
        _ moment: CaseMoment,
        _ process: ProcessDefinition?,
        in calendar: WorkingCalendar
    ) throws -> ReplayMoment {
        ReplayMoment(
            desks: try desks(moment, process),
            limits: try moment.state.shownLimits().map { limit in
                let explanation = try DeadlineExplanation(limit.clock, in: calendar, asOf: moment.at.day)
                let unit = limit.clock.period.unit == .workingDay ? "个工作日" : "日"
                let standing = try explanation.standing(on: moment.at.day, in: calendar)
                return
                    "\(limit.kind.chinese)：\(ReplayMoment.end(explanation.deadline))\(ReplayMoment.words(standing, unit))"
            },
            said: moment.said,
            silent: moment.answers.filter(\.isSilent).map(\.rule.rawValue)
        )
    }

    private func desks(_ moment: CaseMoment, _ process: ProcessDefinition?) throws -> [ReplayMoment.Desk] {
        guard moment.state.stage.name != .closed, let agency = moment.state.opening?.item.agency else { return [] }
        let day = moment.at.day
        return try moment.state.position.waiting.flatMap { waiting in
            let name = process?.step(waiting.step)?.name ?? waiting.step.text
            if let officer = moment.state.assignees[waiting.step] {
                let holder = try reader.officer(Officer.ID(officer), in: realm)?.name ?? officer
                return [ReplayMoment.Desk(step: name, post: "指定办理", officers: [holder])]
            }
            let posts = try reader.posts(ofAgency: Agency.ID(agency), in: realm, on: day)
                .filter { $0.responsibility.processPosts.contains(waiting.post) }
            guard !posts.isEmpty else {
                return [ReplayMoment.Desk(step: name, post: "当日没有对应岗位", officers: [])]
            }
            return try posts.map { post in
                let officers = try reader.officers(of: post.id, in: realm, on: day).map(\.name)
                return ReplayMoment.Desk(step: name, post: post.name, officers: officers)
            }
        }
    }
}

extension ReplayMoment {
    fileprivate static func end(_ deadline: Deadline) -> String {
        switch deadline {
        case .due(let day, let isProvisional): "\(day)届满\(isProvisional ? "（暂定）" : "")"
        case .stopped(let since, let ground, _): "自\(since)起因\(ground.chinese)暂停"
        }
    }

    fileprivate static func words(_ standing: DeadlineStanding, _ unit: String) -> String {
        switch standing {
        case .inTime(let remaining), .dueSoon(let remaining): "，余\(remaining)\(unit)"
        case .overdue(let days): "，超\(days)\(unit)"
        case .suspended(_, let remaining): "，恢复后余\(remaining)\(unit)"
        }
    }
}

extension RuleAnswer {
    fileprivate var isSilent: Bool { breaches.isEmpty && points.isEmpty && failure == nil }
}

extension CaseMoment {
    /// What was recorded comes first; then what a rule found that was found before or stood behind a graver one.
    fileprivate var said: [ReplayMoment.Said] {
        let titles = Dictionary(answers.map { ($0.rule, $0.title) }) { first, _ in first }
        let recorded = Set(raised.map(\.key))
        let found = raised.map { breach in
            ReplayMoment.Said(
                rule: breach.rule.rawValue,
                title: titles[breach.rule] ?? "",
                words: "发出\(breach.level.chinese)：\(breach.message)\(CaseMoment.facts(breach))",
                tone: SupervisionWording.tone(breach.level)
            )
        }
        let others = answers.flatMap { answer -> [ReplayMoment.Said] in
            func said(_ words: String) -> ReplayMoment.Said {
                ReplayMoment.Said(rule: answer.rule.rawValue, title: answer.title, words: words, tone: nil)
            }
            let trial = answer.shadow.map { "（试运行第\($0)版）" } ?? ""
            return answer.breaches.filter { !recorded.contains($0.key) }.map { breach in
                let why = known.contains(breach.key) ? "此前已经发出" : answer.shadow == nil ? "已有更重的" : "试运行，不发出"
                return said("\(trial)发现：\(breach.message)，\(why)\(CaseMoment.facts(breach))")
            }
                + answer.points.map { said("未发现；如无办理，\($0.at.minuteText)起发现（\($0.limit)届满）") }
                + (answer.failure.map { [said("未能核对：\($0)")] } ?? [])
        }
        return found + others
    }

    private static func facts(_ breach: Breach) -> String {
        breach.facts.isEmpty ? "" : "（\(breach.facts.map { "\($0.label)：\($0.value)" }.joined(separator: "；"))）"
    }
}

/// A moment, opened on demand.
struct ReplayMomentView: Component {
    let moment: ReplayMoment

    var body: any HTML {
        details(.cssClass("replay-trace")) {
            summary { "当时的岗位、期限和规则（核对\(rules)条，\(found)）" }
            DefinitionList(
                (moment.desks.isEmpty
                    ? [Definition("待办岗位", "无")]
                    : moment.desks.map { desk in
                        Definition(
                            "待办“\(desk.step)”",
                            "\(desk.post)：\(desk.officers.isEmpty ? "无人任职" : desk.officers.joined(separator: "、"))"
                        )
                    })
                    + [Definition("当时显示的期限", moment.limits.isEmpty ? "无" : moment.limits.joined(separator: "；"))]
            )
            for said in moment.said {
                p {
                    a(.href(SupervisionPath.rule(said.rule))) { said.rule }
                    " \(said.title)："
                    if let tone = said.tone { Badge("发现", tone: tone) }
                    said.words
                }
            }
            if !moment.silent.isEmpty {
                p(.cssClass("quiet")) { "未发现：\(moment.silent.joined(separator: "、"))" }
            }
        }
    }

    private var rules: Int { Set(moment.said.map(\.rule)).union(moment.silent).count }

    private var found: String {
        let count = moment.said.count { $0.tone != nil }
        return count == 0 ? "没有新发现" : "新发现\(count)项"
    }
}
