import Directory
import Kernel
import Casework
import Participation
package import Supervision
import WebServer

/// Every address of the desk, as links write it and as routes match it.
package enum SupervisionPath {
    package static let wall = "/supervision"
    package static let live = "/supervision/live"
    package static let findings = "/supervision/findings"
    package static let rules = "/supervision/rules"

    /// The wall as asked for.
    static func wall(_ view: WallView) -> String { "\(wall)\(view.query)" }

    /// What renews the wall of a division.
    static func live(_ division: Division.Code?) -> String { "\(live)\(queryText([("division", division?.digits)]))" }

    static func findings(_ query: FindingQuery) -> String { "\(findings)\(query.text)" }

    /// One finding: its case or agency, and its number in it.
    package static func finding(_ matter: FindingMatter, _ number: Int) -> String {
        "\(findings)/\(URLText.encode(matter.text))-\(number)"
    }

    /// A file that bears out the explanation of a finding, from 1.
    static func evidence(_ matter: FindingMatter, _ number: Int, _ piece: Int) -> String {
        "\(finding(matter, number))/evidence/\(piece)"
    }

    package static func finding(_ matter: FindingMatter, _ number: Int, _ act: FindingAct) -> String {
        "\(finding(matter, number))/\(act.rawValue)"
    }

    /// The case whose number is given, step by step.
    package static func caseFile(_ number: String) -> String { "/supervision/cases/\(URLText.encode(number))" }

    package static let cases = "/supervision/cases"

    /// The cases behind a number.
    static func cases(_ query: CaseListQuery) -> String { "\(cases)\(query.text)" }

    package static let orders = "/supervision/orders"

    package static func order(_ id: CorrectionOrder.ID) -> String { "\(orders)/\(URLText.encode(id.text))" }

    static func order(_ id: CorrectionOrder.ID, _ act: OrderAct) -> String { "\(order(id))/\(act.rawValue)" }

    static func orderDocument(_ id: CorrectionOrder.ID) -> String { "\(order(id))/document" }

    /// Where an order about a finding is drafted; a decision follows an opinion.
    static func draftOrder(_ matter: FindingMatter, _ number: Int, follows: CorrectionOrder.ID? = nil) -> String {
        "\(finding(matter, number))/order" + (follows.map { "?follows=\(URLText.encode($0.text))" } ?? "")
    }

    /// Complaints and reports that were upheld.
    package static let complaints = "/supervision/complaints"

    /// One of them, by its number; a decision follows an opinion.
    static func complaint(_ number: String, follows: CorrectionOrder.ID? = nil) -> String {
        "\(complaints)/\(URLText.encode(number))" + (follows.map { "?follows=\(URLText.encode($0.text))" } ?? "")
    }

    static func draftOrder(complaint number: String) -> String { "\(complaint(number))/order" }

    static func rule(_ code: String) -> String { "\(rules)#\(code)" }

    /// The parameters of one rule, by scope.
    static func parameters(_ rule: RuleCode) -> String { "\(rules)/\(rule.rawValue)" }

    static func endParameters(_ rule: RuleCode, _ number: Int) -> String { "\(parameters(rule))/\(number)/end" }

    package static let steps = "/supervision/steps"

    /// The steps as asked for.
    static func steps(_ query: StepQuery) -> String { "\(steps)\(query.text)" }

    /// The steps behind one of the four numbers.
    static func stepList(_ query: StepQuery, _ figure: StepFigure, _ trail: Trail = Trail()) -> String {
        "\(steps)/list\(query.text(of: figure, trail))"
    }

    package static let comparisons = "/supervision/comparisons"

    static func comparisons(_ days: StepQuery.Span) -> String { "\(comparisons)?days=\(days.rawValue)" }

    package static let writtenRules = "/supervision/written-rules"

    static func writtenRule(_ rule: RuleCode) -> String { "\(writtenRules)/\(rule.rawValue)" }

    static func writtenRule(_ rule: RuleCode, _ number: Int, _ act: String) -> String {
        "\(writtenRule(rule))/\(number)/\(act)"
    }

    package static let publicSupervisors = "/supervision/public-supervisors"

    static func publicSupervisor(_ id: PublicSupervisor.ID) -> String {
        "\(publicSupervisors)/\(URLText.encode(id.text))"
    }

    static func drawSample(_ id: PublicSupervisor.ID) -> String { "\(publicSupervisor(id))/draw" }

    static func endSupervisor(_ id: PublicSupervisor.ID) -> String { "\(publicSupervisor(id))/end" }

    package static let scores = "/supervision/scores"

    /// Where a division chooses its scheme.
    static let scoreScheme = "\(scores)/scheme"

    static func scores(_ month: ScoreMonth) -> String { "\(scores)/\(month.text)" }

    static func scores(_ month: ScoreMonth, _ act: ScoreAct) -> String { "\(scores(month))/\(act.rawValue)" }

    static func scoreSheet(_ month: ScoreMonth, _ index: Int) -> String { "\(scores(month))/sheets/\(index)" }

    /// The facts of a sheet, all or those of one part.
    static func scoreFacts(_ month: ScoreMonth, _ index: Int, part: String? = nil) -> String {
        "\(scoreSheet(month, index))\(queryText([("part", part)]))#facts"
    }

    /// The decided cases by which a sheet's bonus is measured, all or those decided before their promised day.
    static func scoreCases(_ month: ScoreMonth, _ index: Int, isEarly: Bool, _ trail: Trail = Trail()) -> String {
        "\(scoreSheet(month, index))/cases\(queryText([("early", isEarly ? "1" : nil), ("trail", trail.text)]))"
    }

    static func scoreBulletin(_ month: ScoreMonth) -> String { "\(scores(month))/bulletin" }

    package static let patrols = "/supervision/patrols"

    static func patrols(_ month: ScoreMonth) -> String { "\(patrols)?month=\(month.text)" }

    package static let zeroMonths = "/supervision/zero-months"
    static let explainZeroMonth = "/supervision/zero-months/explain"

    static func zeroMonths(_ month: ScoreMonth) -> String { "\(zeroMonths)?month=\(month.text)" }

    package static let bulletins = "/supervision/bulletins"

    static func bulletin(_ period: BulletinPeriod) -> String { "\(bulletins)/\(period.text)" }

    static func bulletin(_ period: BulletinPeriod, _ act: BulletinAct) -> String {
        "\(bulletin(period))/\(act.rawValue)"
    }

    static func bulletinPaper(_ period: BulletinPeriod) -> String { "\(bulletin(period))/paper" }

    /// What can be done about the bulletin of a period.
    enum BulletinAct: String, Sendable {
        case propose, review, withdraw
    }

    /// What can be done about the scores of a month.
    enum ScoreAct: String, Sendable {
        case draft, object, answer, freeze
    }

    /// What can be done about a finding.
    package enum FindingAct: String, Sendable, CaseIterable {
        case explain, accept, withdraw

        /// The field in which is written what is said.
        var field: String {
            switch self {
            case .explain: "explanation"
            case .accept: "opinion"
            case .withdraw: "reason"
            }
        }
    }

    enum Pattern {
        static let wall: RoutePath = "/supervision"
        static let live: RoutePath = "/supervision/live"
        static let findings: RoutePath = "/supervision/findings"
        static let finding: RoutePath = "/supervision/findings/{finding}"
        static let explain: RoutePath = "/supervision/findings/{finding}/explain"
        static let evidence: RoutePath = "/supervision/findings/{finding}/evidence/{piece}"
        static let accept: RoutePath = "/supervision/findings/{finding}/accept"
        static let withdraw: RoutePath = "/supervision/findings/{finding}/withdraw"
        static let caseFile: RoutePath = "/supervision/cases/{number}"
        static let cases: RoutePath = "/supervision/cases"
        static let rules: RoutePath = "/supervision/rules"
        static let parameters: RoutePath = "/supervision/rules/{rule}"
        static let endParameters: RoutePath = "/supervision/rules/{rule}/{number}/end"
        static let steps: RoutePath = "/supervision/steps"
        static let stepList: RoutePath = "/supervision/steps/list"
        static let comparisons: RoutePath = "/supervision/comparisons"
        static let writtenRules: RoutePath = "/supervision/written-rules"
        static let writtenRule: RoutePath = "/supervision/written-rules/{rule}"
        static let moveWrittenRule: RoutePath = "/supervision/written-rules/{rule}/{number}/{step}"
        static let publicSupervisors: RoutePath = "/supervision/public-supervisors"
        static let publicSupervisor: RoutePath = "/supervision/public-supervisors/{supervisor}"
        static let drawSample: RoutePath = "/supervision/public-supervisors/{supervisor}/draw"
        static let endSupervisor: RoutePath = "/supervision/public-supervisors/{supervisor}/end"
        static let scores: RoutePath = "/supervision/scores"
        static let scoreScheme: RoutePath = "/supervision/scores/scheme"
        static let monthScores: RoutePath = "/supervision/scores/{month}"
        static let scoreSheet: RoutePath = "/supervision/scores/{month}/sheets/{sheet}"
        static let scoreCases: RoutePath = "/supervision/scores/{month}/sheets/{sheet}/cases"
        static let scoreBulletin: RoutePath = "/supervision/scores/{month}/bulletin"
        static let patrols: RoutePath = "/supervision/patrols"
        static let zeroMonths: RoutePath = "/supervision/zero-months"
        static let explainZeroMonth: RoutePath = "/supervision/zero-months/explain"
        static let bulletins: RoutePath = "/supervision/bulletins"
        static let bulletin: RoutePath = "/supervision/bulletins/{period}"
        static let bulletinPaper: RoutePath = "/supervision/bulletins/{period}/paper"

        static func bulletin(_ act: BulletinAct) -> RoutePath {
            switch act {
            case .propose: "/supervision/bulletins/{period}/propose"
            case .review: "/supervision/bulletins/{period}/review"
            case .withdraw: "/supervision/bulletins/{period}/withdraw"
            }
        }

        static func scores(_ act: ScoreAct) -> RoutePath {
            switch act {
            case .draft: "/supervision/scores/{month}/draft"
            case .object: "/supervision/scores/{month}/object"
            case .answer: "/supervision/scores/{month}/answer"
            case .freeze: "/supervision/scores/{month}/freeze"
            }
        }

        static let orders: RoutePath = "/supervision/orders"
        static let order: RoutePath = "/supervision/orders/{order}"
        static let orderDocument: RoutePath = "/supervision/orders/{order}/document"
        static let complaints: RoutePath = "/supervision/complaints"
        static let complaint: RoutePath = "/supervision/complaints/{number}"
        static let orderAboutComplaint: RoutePath = "/supervision/complaints/{number}/order"
        static let draftOrder: RoutePath = "/supervision/findings/{finding}/order"

        static func order(_ act: OrderAct) -> RoutePath {
            switch act {
            case .cosign: "/supervision/orders/{order}/cosign"
            case .receive: "/supervision/orders/{order}/receive"
            case .reply: "/supervision/orders/{order}/reply"
            case .object: "/supervision/orders/{order}/object"
            case .answer: "/supervision/orders/{order}/answer"
            case .conclude: "/supervision/orders/{order}/conclude"
            }
        }
    }
}
