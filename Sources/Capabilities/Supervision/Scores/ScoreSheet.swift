package import Kernel

/// Whose work is scored.
package enum ScoreSubject: Hashable, Sendable, Codable {
    case agency(String)
    case post(String)
    case item(String)
    case officer(String)

    package enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
        case agency
        case post
        case item
        case officer

        package var chinese: String {
            switch self {
            case .agency: "单位"
            case .post: "岗位"
            case .item: "事项"
            case .officer: "人员"
            }
        }
    }

    package var kind: Kind {
        switch self {
        case .agency: .agency
        case .post: .post
        case .item: .item
        case .officer: .officer
        }
    }
}

/// Something that costs points, and the event that says so.
package struct ScoreFact: Hashable, Sendable, Codable {
    /// Where in the log it stands.
    package let position: Int64
    package let kind: ScoreScheme.Deduction.Kind
    package let on: Day
    package let matter: FindingMatter
    /// Empty where the matter is no case.
    package let caseNumber: String
    /// The number of the finding within the matter, also of the one an order is about.
    package let finding: Int
    package let rule: RuleCode?
    package let level: FindingLevel?
    package let dimension: Dimension?
    package let text: String
    package let agency: String
    package let item: String
    /// Where and by whom the step was done; `nil` while it is not, and for what belongs to no step.
    package let post: String?
    package let officer: String?
    /// Whether the agency corrected itself, and a supervisor agreed.
    package var isSelfCorrected: Bool?

    /// What the matter is called in the log, where it was once always a case.
    private enum CodingKeys: String, CodingKey {
        case position, kind, on
        case matter = "caseFile"
        case caseNumber, finding, rule, level, dimension, text, agency, item, post, officer, isSelfCorrected
    }

    func fits(_ deduction: ScoreScheme.Deduction) -> Bool {
        kind == deduction.fact && (deduction.rules.map { rules in rule.map(rules.contains) ?? false } ?? true)
            && (deduction.dimensions.map { all in dimension.map(all.contains) ?? false } ?? true)
            && (deduction.level.map { $0 == level } ?? true)
    }

    func concerns(_ subject: ScoreSubject) -> Bool {
        switch subject {
        case .agency(let id): agency == id
        case .item(let code): item == code
        case .post(let id): post == id
        case .officer(let id): officer == id
        }
    }
}

/// How much was done: what bonuses are measured by.
package struct ScoreBase: Hashable, Sendable, Codable {
    package var decided = 0
    package var early = 0
    /// Days promised and days of the law, of all decisions together.
    package var promisedDays = 0
    package var statutoryDays = 0

    package init() {}

    package func percent(_ measure: ScoreScheme.Bonus.Measure) -> Int {
        switch measure {
        case .earlyShare: decided > 0 ? early * 100 / decided : 0
        case .shortenedShare:
            statutoryDays > 0 ? max(0, statutoryDays - promisedDays) * 100 / statutoryDays : 0
        }
    }
}

/// The points of one subject in one month, each with the event it comes from.
package struct ScoreSheet: Hashable, Sendable, Codable {
    package struct Line: Hashable, Sendable, Codable {
        package let part: String
        package let tenths: Int
        package let fact: ScoreFact
        /// What it costs beyond the tenths, in hundredths; lines of old drafts have none.
        package private(set) var rest: Int?
        /// The place in the scheme of its deduction, where only every so manieth fact of it costs; `nil` where each does.
        ///
        /// Old drafts have a line only for what costs, and none of their lines is counted.
        package private(set) var counted: Int?

        init(part: String, hundredths: Int, fact: ScoreFact, counted: Int? = nil) {
            self.part = part
            self.fact = fact
            self.counted = counted
            tenths = hundredths / 10
            rest = hundredths % 10 == 0 ? nil : hundredths % 10
        }

        /// What it costs where it costs anything, in hundredths of a point.
        package var cost: Int { tenths * 10 + (rest ?? 0) }
    }

    /// What comes of a line.
    package enum Charge: Hashable, Sendable {
        /// So many hundredths of a point are taken off.
        case taken(Int)
        /// An upheld objection took it out.
        case struck
        /// Of so many together one costs, and this is one of the others: which one it is of how many.
        case counted(Int, of: Int)

        package var hundredths: Int {
            switch self {
            case .taken(let hundredths): hundredths
            case .struck, .counted: 0
            }
        }
    }

    package let subject: ScoreSubject
    package let name: String
    /// The agency it belongs to, which may object; `nil` for an item that several agencies handle.
    package let agency: String?
    package let base: ScoreBase
    package let lines: [Line]

    /// Scores one subject: pure, so that anyone with the same events finds the same points.
    package init(
        _ subject: ScoreSubject,
        name: String,
        agency: String?,
        facts: [ScoreFact],
        base: ScoreBase,
        under scheme: ScoreScheme
    ) {
        self.subject = subject
        self.name = name
        self.agency = agency
        self.base = base
        lines = facts.filter { $0.concerns(subject) }.sorted { $0.position < $1.position }.compactMap { fact in
            guard let index = scheme.deductions.firstIndex(where: fact.fits) else { return nil }
            let deduction = scheme.deductions[index]
            return Line(
                part: deduction.part,
                hundredths: scheme.hundredths(of: deduction, for: fact),
                fact: fact,
                counted: deduction.every == nil ? nil : index
            )
        }
    }

    /// What comes of every line, in their order: what is struck is not counted, so that the rest counts anew.
    ///
    /// - Parameters:
    ///   - scheme: the scheme it was made under.
    ///   - struck: the positions of facts that an upheld objection took out.
    /// - Returns: one charge a line.
    package func charges(under scheme: ScoreScheme, without struck: Set<Int64> = []) -> [Charge] {
        var counts: [Int: Int] = [:]
        return lines.map { line in
            guard !struck.contains(line.fact.position) else { return .struck }
            guard let index = line.counted, scheme.deductions.indices.contains(index),
                let every = scheme.deductions[index].every, every > 1
            else { return .taken(line.cost) }
            let count = counts[index, default: 0] + 1
            counts[index] = count % every
            return count == every ? .taken(line.cost) : .counted(count, of: every)
        }
    }

    /// How many of its facts cost points: neither what an upheld objection took out nor what is only counted.
    ///
    /// - Parameters:
    ///   - scheme: the scheme it was made under.
    ///   - struck: the positions of facts that an upheld objection took out.
    /// - Returns: not more than there are lines.
    package func costly(under scheme: ScoreScheme, without struck: Set<Int64>) -> Int {
        charges(under: scheme, without: struck).count { $0.hundredths > 0 }
    }

    /// What comes of it: each part not below nothing, the sum between floor and cap, then the bonus up to its own cap.
    ///
    /// - Parameters:
    ///   - scheme: the scheme it was made under.
    ///   - struck: the positions of facts that an upheld objection took out.
    /// - Returns: the parts in the scheme's order, the bonuses, the sum, and the grade.
    package func result(under scheme: ScoreScheme, without struck: Set<Int64> = []) -> ScoreResult {
        let charged = zip(lines, charges(under: scheme, without: struck))
        let parts = scheme.parts.map { part in
            let costs = charged.filter { $0.0.part == part.id }.map(\.1.hundredths).reduce(0, +)
            return (part: part, hundredths: max(0, part.weight * 10 - costs))
        }
        let bonuses = scheme.bonuses.map { bonus in
            let percent = base.percent(bonus.measure)
            return (measure: bonus.measure, percent: percent, hundredths: bonus.tenths(at: percent) * 10)
        }
        let sum = min(scheme.cap * 10, max(scheme.floor * 10, parts.map(\.hundredths).reduce(0, +)))
        let bonus = min(scheme.bonusCap * 10, bonuses.map(\.hundredths).reduce(0, +))
        let total = sum + bonus
        return ScoreResult(
            parts: parts,
            bonuses: bonuses,
            bonus: bonus,
            total: total,
            grade: scheme.monthGrade(of: total)
        )
    }
}

extension ScoreScheme {
    /// The grade of so many hundredths of a point.
    package func grade(of hundredths: Int) -> String {
        grades.first { hundredths >= $0.from * 10 }?.title ?? ""
    }

    /// The grade of a month's points, or in words that only a quarter has one.
    package func monthGrade(of hundredths: Int) -> String {
        switch gradedBy ?? .month {
        case .month: grade(of: hundredths)
        case .quarter: ScoreScheme.gradedByQuarter
        }
    }

    /// What stands in place of a grade where it is given by quarters.
    package static let gradedByQuarter = "按季评定"
}

/// The points of one sheet, as they add up, in hundredths.
package struct ScoreResult: Sendable {
    package let parts: [(part: ScoreScheme.Part, hundredths: Int)]
    package let bonuses: [(measure: ScoreScheme.Bonus.Measure, percent: Int, hundredths: Int)]
    package let bonus: Int
    package let total: Int
    package let grade: String

    /// Hundredths as people write them: 98.5, 99.75.
    package static func text(_ hundredths: Int) -> String {
        let (whole, rest) = hundredths.magnitude.quotientAndRemainder(dividingBy: 100)
        let digits = rest % 10 == 0 ? "\(rest / 10)" : "\(rest / 10)\(rest % 10)"
        return "\(hundredths < 0 ? "−" : "")\(whole)" + (rest == 0 ? "" : ".\(digits)")
    }

    /// Tenths, in which schemes count, written the same way.
    package static func text(tenths: Int) -> String { text(tenths * 10) }
}
