import Directory
package import EventLog
import Kernel
import TimeLimits

/// Drafts the scores of a month that is over; agencies may object for some working days.
package struct DraftScores: Command {
    package static let name = "DraftScores"
    package let month: ScoreMonth
    package let division: String
    package let scheme: ScoreScheme
    package let sheets: [ScoreSheet]
    package let objectionWorkingDays: Int

    package init(
        _ month: ScoreMonth,
        of division: String,
        under scheme: ScoreScheme,
        _ sheets: [ScoreSheet],
        objectionWorkingDays: Int
    ) {
        self.month = month
        self.division = division
        self.scheme = scheme
        self.sheets = sheets
        self.objectionWorkingDays = objectionWorkingDays
    }

    /// Answers the last day to object.
    package func run(in session: CommandSession) throws -> String {
        try SupervisionAuthority.requireSupervisor(over: RuleScope(division: division), in: session)
        guard session.today > month.days.upperBound else { throw SupervisionError.monthNotOver(month) }
        let key = MonthlyScores.key(division, month)
        guard case .open = try session.load(MonthlyScores.self, key).state.status else {
            throw SupervisionError.alreadyDrafted(month)
        }
        let last = try NationalCalendar.load().day(objectionWorkingDays, workingDaysAfter: session.today)
        let drafted = ScoresDrafted(
            month: month,
            division: division,
            scheme: scheme,
            sheets: sheets,
            objectionsThrough: last
        )
        try session.append(.drafted(drafted), to: MonthlyScores.self, key)
        return last.description
    }
}

/// Objects to a fact in the draft, as an officer of the agency it costs points.
package struct ObjectToScore: Command {
    package static let name = "ObjectToScore"
    package let month: ScoreMonth
    package let division: String
    package let position: Int64
    package let text: String

    package init(_ month: ScoreMonth, of division: String, position: Int64, text: String) {
        self.month = month
        self.division = division
        self.position = position
        self.text = text
    }

    /// Answers the objection's number.
    package func run(in session: CommandSession) throws -> Int {
        let key = MonthlyScores.key(division, month)
        let scores = try session.load(MonthlyScores.self, key).state
        guard let draft = scores.draft, case .drafted = scores.status else {
            throw SupervisionError.scoresNotOpen(month)
        }
        guard let fact = draft.sheets.flatMap(\.lines).first(where: { $0.fact.position == position })?.fact else {
            throw SupervisionError.noSuchPoint
        }
        try SupervisionAuthority.requireAgency(of: fact.matter, in: session)
        guard session.today <= draft.objectionsThrough else {
            throw SupervisionError.objectionTooLate(last: draft.objectionsThrough)
        }
        guard !scores.objections.contains(where: { $0.position == position }) else {
            throw SupervisionError.alreadyObjected
        }
        let objected = ScoreObjected(
            number: scores.objections.count + 1,
            agency: fact.agency,
            position: position,
            text: try SupervisionText.require(text, "异议理由")
        )
        try session.append(.objected(objected), to: MonthlyScores.self, key)
        return objected.number
    }
}

/// Answers an objection; upheld, the fact costs nobody points.
package struct AnswerScoreObjection: Command {
    package static let name = "AnswerScoreObjection"
    package let month: ScoreMonth
    package let division: String
    package let number: Int
    package let isUpheld: Bool
    package let text: String

    package init(_ month: ScoreMonth, of division: String, number: Int, isUpheld: Bool, text: String) {
        self.month = month
        self.division = division
        self.number = number
        self.isUpheld = isUpheld
        self.text = text
    }

    package func run(in session: CommandSession) throws -> Int {
        try SupervisionAuthority.requireSupervisor(over: RuleScope(division: division), in: session)
        let key = MonthlyScores.key(division, month)
        let scores = try session.load(MonthlyScores.self, key).state
        guard case .drafted = scores.status else { throw SupervisionError.scoresNotOpen(month) }
        guard scores.objections.indices.contains(number - 1), scores.objections[number - 1].answer == nil else {
            throw SupervisionError.noObjection
        }
        let answered = ScoreObjectionAnswered(
            number: number,
            isUpheld: isUpheld,
            text: try SupervisionText.require(text, "答复")
        )
        try session.append(.answered(answered), to: MonthlyScores.self, key)
        return number
    }
}

/// Freezes the scores after the audit: the time to object is over, all objections are answered, and who audits is not
/// who drafted.
package struct FreezeScores: Command {
    package static let name = "FreezeScores"
    package let month: ScoreMonth
    package let division: String
    package let opinion: String

    package init(_ month: ScoreMonth, of division: String, opinion: String) {
        self.month = month
        self.division = division
        self.opinion = opinion
    }

    package func run(in session: CommandSession) throws -> String {
        try SupervisionAuthority.requireSupervisor(over: RuleScope(division: division), in: session)
        let key = MonthlyScores.key(division, month)
        let scores = try session.load(MonthlyScores.self, key).state
        guard let draft = scores.draft, case .drafted = scores.status else {
            throw SupervisionError.scoresNotOpen(month)
        }
        guard session.actor.id != scores.drafter else { throw SupervisionError.sameSupervisor }
        guard session.today > draft.objectionsThrough else {
            throw SupervisionError.mayStillObject(through: draft.objectionsThrough)
        }
        guard scores.objections.allSatisfy({ $0.answer != nil }) else { throw SupervisionError.objectionsOpen }
        let frozen = ScoresFrozen(opinion: try SupervisionText.require(opinion, "审定意见"))
        try session.append(.frozen(frozen), to: MonthlyScores.self, key)
        return month.text
    }
}
