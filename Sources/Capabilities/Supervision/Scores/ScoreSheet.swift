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
            scheme.deductions.first(where: fact.fits).map { deduction in
                Line(part: deduction.part, tenths: scheme.tenths(of: deduction, for: fact), fact: fact)
            }
        }
    }

    /// What comes of it: each part not below nothing, the sum between floor and cap, then the bonus up to its own cap.
    ///
    /// - Parameters:
    ///   - scheme: the scheme it was made under.
    ///   - struck: the positions of facts that an upheld objection took out.
    /// - Returns: the parts in the scheme's order, the bonuses, the sum, and the grade.
    package func result(under scheme: ScoreScheme, without struck: Set<Int64> = []) -> ScoreResult {
        let counted = lines.filter { !struck.contains($0.fact.position) }
        let parts = scheme.parts.map { part in
            (part: part, tenths: max(0, part.weight - counted.filter { $0.part == part.id }.map(\.tenths).reduce(0, +)))
        }
        let bonuses = scheme.bonuses.map { bonus in
            let percent = base.percent(bonus.measure)
            return (measure: bonus.measure, percent: percent, tenths: bonus.tenths(at: percent))
        }
        let sum = min(scheme.cap, max(scheme.floor, parts.map(\.tenths).reduce(0, +)))
        let bonus = min(scheme.bonusCap, bonuses.map(\.tenths).reduce(0, +))
        let total = sum + bonus
        return ScoreResult(
            parts: parts,
            bonuses: bonuses,
            bonus: bonus,
            total: total,
            grade: scheme.grades.first { total >= $0.from }?.title ?? ""
        )
    }
}

/// The points of one sheet, as they add up.
package struct ScoreResult: Sendable {
    package let parts: [(part: ScoreScheme.Part, tenths: Int)]
    package let bonuses: [(measure: ScoreScheme.Bonus.Measure, percent: Int, tenths: Int)]
    package let bonus: Int
    package let total: Int
    package let grade: String

    /// Tenths as people write them: 98.5.
    package static func text(_ tenths: Int) -> String {
        let (whole, rest) = tenths.magnitude.quotientAndRemainder(dividingBy: 10)
        return "\(tenths < 0 ? "−" : "")\(whole)" + (rest == 0 ? "" : ".\(rest)")
    }
}
