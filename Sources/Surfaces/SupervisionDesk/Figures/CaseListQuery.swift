import Casework
import Directory
import Kernel
import WebServer

/// Which cases a list shows: those behind one of the numbers about cases.
struct CaseListQuery: Hashable, Sendable {
    /// What the cases have in common.
    enum Kind: String, Hashable, Sendable {
        case open, overdue, today
    }

    var kind = Kind.open
    var stage: Stage.Name?
    var agency: String?
    /// Only those of agencies in this division.
    var division: Division.Code?
    var trail = Trail()

    init(_ kind: Kind = .open, stage: Stage.Name? = nil, agency: String? = nil, division: Division.Code? = nil) {
        self.division = division
        self.kind = kind
        self.stage = stage
        self.agency = agency
    }

    /// Reads what the address asks for; what is not understood is the list of open cases.
    init(_ values: FormValues) {
        kind = values["kind"].flatMap(Kind.init) ?? .open
        stage = values["stage"].flatMap(Stage.Name.init)
        agency = values["agency"].flatMap { $0.isEmpty || $0.count > 60 ? nil : $0 }
        division = values["division"].flatMap { Division.Code($0) }
        trail = Trail(values["trail"])
    }

    /// The query with its question mark.
    var text: String {
        queryText([
            ("kind", kind == .open ? nil : kind.rawValue), ("stage", stage?.rawValue), ("agency", agency),
            ("division", division?.digits), ("trail", trail.text),
        ])
    }

    func at(_ trail: Trail) -> CaseListQuery {
        var other = self
        other.trail = trail
        return other
    }

    /// Returns what to ask for among `agencies`, which are all that may be seen.
    func selection(among agencies: [String], at now: Instant) -> CaseSelection {
        var selection = CaseSelection(
            agencies: agency.map { chosen in agencies.filter { $0 == chosen } } ?? agencies,
            stage: stage
        )
        switch kind {
        case .open: selection.isOpen = true
        case .overdue: selection.overdueOn = now.day
        case .today: selection.touchedSince = Instant(now.day)
        }
        return selection
    }

    /// The number this list stands behind.
    ///
    /// - Source: Administrative License Law (行政许可法) art. 32, 45; Regulations on Optimizing the Business Environment
    ///   (优化营商环境条例) art. 36.
    var figure: Figure {
        let (name, formula) = words
        return Figure(name: name, unit: "件", formula: formula, list: SupervisionPath.cases(at(Trail())))
    }

    private var words: (name: String, formula: String) {
        switch (kind, stage) {
        case (.open, .suspended?): ("暂停计时", "现在依法暂停计时的办件，所停时间不计入期限（行政许可法§45等，各件依据见办件）")
        case (.open, let stage?): ("在办：\(stage.chinese)", "已经收到、现在还没有办结，正处于“\(stage.chinese)”的办件")
        case (.open, nil): ("在办办件", "已经收到、现在还没有办结的办件，自上线起至现在")
        case (.overdue, _): ("超期未办", "现在还没有答复是否受理而答复期限已过（行政许可法§32），或者还没有决定而承诺时限已过（优化营商环境条例§36）的办件；暂停计时的不算")
        case (.today, _): ("今日办理", "今日零时以来有办理记录的办件，含今日办结的，同一办件只计一次")
        }
    }
}
