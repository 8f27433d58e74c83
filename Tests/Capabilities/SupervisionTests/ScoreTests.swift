import Documents
import EventLog
import Foundation
import Kernel
import Testing

@testable import Casework
@testable import Supervision

@Suite("Efficiency scores")
struct ScoreTests {
    private static func fact(
        _ level: FindingLevel,
        _ dimension: Supervision.Dimension = .time,
        rule: RuleCode = .yellow,
        at position: Int64 = 1,
        officer: String? = nil
    ) -> ScoreFact {
        ScoreFact(
            position: position,
            kind: .finding,
            on: "2026-10-12",
            matter: .caseFile("01C1"),
            caseNumber: "1",
            finding: 1,
            rule: rule,
            level: level,
            dimension: dimension,
            text: "逾期",
            agency: "01A1",
            item: "510105001000",
            post: nil,
            officer: officer
        )
    }

    private static func base(decided: Int, early: Int, promised: Int = 10, statutory: Int = 10) -> ScoreBase {
        var base = ScoreBase()
        base.decided = decided
        base.early = early
        base.promisedDays = promised
        base.statutoryDays = statutory
        return base
    }

    private static func result(
        _ scheme: String,
        _ facts: [ScoreFact],
        _ base: ScoreBase = ScoreBase()
    ) throws -> ScoreResult {
        let scheme = try #require(try ScoreSchemes.shipped().scheme(scheme))
        return ScoreSheet(.agency("01A1"), name: "教育局", agency: "01A1", facts: facts, base: base, under: scheme)
            .result(under: scheme)
    }

    @Test(
        "the schemes of the measures, worked",
        arguments: [
            // A: a point for a yellow card, a point and a half for a red one, half a point for missing reasons.
            ("A", [fact(.yellowCard), fact(.redCard)], 9750, "优秀"),
            ("A", [fact(.reminder, .content, rule: .reasons)], 9950, "优秀"),
            ("A", [fact(.reminder, .content, rule: .acceptanceDocument)], 10000, "优秀"),
            ("A", Array(repeating: fact(.redCard), count: 30), 5500, "不合格"),
            ("A", Array(repeating: fact(.redCard), count: 70), 0, "不合格"),
            // Half a point for a complaint that was not handled in time.
            ("A", [fact(.yellowCard, rule: .letter)], 9950, "优秀"),
            ("standard", [fact(.yellowCard, rule: .letter)], 9950, "优秀"),
            // B: five and ten points; an element never falls below nothing, so fourteen points of time are all.
            ("B", [fact(.yellowCard)], 9500, "优秀"),
            ("B", [fact(.redCard), fact(.redCard)], 8600, "良好"),
            ("B", [fact(.redCard), fact(.redCard, .publicity)], 8000, "良好"),
            ("standard", [fact(.yellowCard), fact(.redCard, .conduct)], 9750, "优秀"),
            // B: three points for every third warning.
            ("B", Array(repeating: fact(.warning), count: 5), 9700, "优秀"),
            ("B", Array(repeating: fact(.warning), count: 6), 9400, "优秀"),
            // C: a month has points, a grade only the quarter.
            ("C", Array(repeating: fact(.yellowCard), count: 6), 9400, "按季评定"),
        ] as [(String, [ScoreFact], Int, String)]
    )
    func worked(scheme: String, facts: [ScoreFact], total: Int, grade: String) throws {
        let result = try Self.result(scheme, facts)
        #expect(result.total == total)
        #expect(result.grade == grade)
    }

    @Test(
        "scheme C gives its grade for a quarter: for the mean of its months, once all three are audited",
        arguments: [
            (cards: [1, 6, 5], audited: 3, months: [9_900, 9_400, 9_500], mean: 9_600, grade: "优秀"),
            (cards: [1, 6, 9], audited: 3, months: [9_900, 9_400, 9_100], mean: 9_466, grade: "良好"),
            (cards: [30, 30, 40], audited: 3, months: [7_000, 7_000, 6_000], mean: 6_666, grade: "不合格"),
            (cards: [1, 6, 9], audited: 2, months: [9_900, 9_400, nil], mean: 9_650, grade: nil),
        ] as [(cards: [Int], audited: Int, months: [Int?], mean: Int, grade: String?)]
    )
    func quarterly(cards: [Int], audited: Int, months: [Int?], mean: Int, grade: String?) throws {
        let scheme = try #require(try ScoreSchemes.shipped().scheme("C"))
        let names = ["2026-01", "2026-02", "2026-03"]
        let quarter = try zip(names, cards).enumerated().map { index, entry in
            try Self.scores(entry.0, Array(repeating: Self.fact(.yellowCard), count: entry.1), scheme, index < audited)
        }
        let standing = try #require(QuarterStanding.all(.agency, in: quarter, under: scheme).first)
        #expect(standing.months == months && standing.mean == mean)
        #expect(standing.grade == grade)
        #expect(QuarterStanding.all(.officer, in: quarter, under: scheme).isEmpty)
    }

    private static func scores(
        _ month: String,
        _ facts: [ScoreFact],
        _ scheme: ScoreScheme,
        _ isFrozen: Bool
    ) throws -> MonthlyScores {
        let month = try #require(ScoreMonth(month))
        let drafted = ScoresDrafted(
            month: month,
            division: "511602",
            scheme: scheme,
            sheets: [
                ScoreSheet(.agency("01A1"), name: "教育局", agency: "01A1", facts: facts, base: ScoreBase(), under: scheme)
            ],
            objectionsThrough: month.days.upperBound + 7
        )
        let envelope = Sample.envelope(
            MonthlyScores.stream(MonthlyScores.key("511602", month)),
            at: Instant(month.days.upperBound + 1),
            by: Actor(kind: .officer, id: "01O1")
        )
        var scores = MonthlyScores()
        scores.evolve(.drafted(drafted), envelope)
        if isFrozen { scores.evolve(.frozen(ScoresFrozen(opinion: "同意")), envelope) }
        return scores
    }

    @Test("the bulletin counts what costs points: not the warnings short of a number, nor what an objection took out")
    func bulletin() throws {
        let scheme = try #require(try ScoreSchemes.shipped().scheme("B"))
        let warnings = (1...5).map { Self.fact(.warning, at: Int64($0)) }
        let scores = try Self.scores("2026-10", warnings + [Self.fact(.yellowCard, at: 6)], scheme, true)
        let sheet = try #require(scores.draft?.sheets.first)
        #expect(sheet.lines.count == 6)
        #expect(sheet.costly(under: scheme, without: []) == 2, "the third warning and the card")
        #expect(sheet.costly(under: scheme, without: [6]) == 1)
        let content = try #require(scores.bulletin(issuer: "演示区", isDemonstration: false))
        let counts = content.blocks.compactMap { block -> [String]? in
            if case .table(let table) = block { table.rows.compactMap(\.last) } else { nil }
        }
        #expect(counts.first == ["2"])
    }

    @Test(
        "bonuses begin at their share, grow by steps, and never pass their cap",
        arguments: [
            (base(decided: 100, early: 9), 0), (base(decided: 100, early: 10), 10), (base(decided: 100, early: 29), 20),
            (base(decided: 10, early: 0, promised: 7, statutory: 10), 30),
            (base(decided: 10, early: 0, promised: 5, statutory: 10), 50),
            (base(decided: 10, early: 10, promised: 5, statutory: 10), 50),
            (base(decided: 0, early: 0, promised: 0, statutory: 0), 0),
        ] as [(ScoreBase, Int)]
    )
    func bonus(base: ScoreBase, tenths: Int) throws {
        let result = try Self.result("standard", [], base)
        #expect(result.bonus == tenths * 10)
        #expect(result.total == 10_000 + tenths * 10)
    }

    @Test(
        "a bad rating, and a decision that did not stand, cost a point where a scheme says so",
        arguments: [.dissatisfied, .reconsidered, .judged] as [ScoreScheme.Deduction.Kind],
        [("standard", 9_900), ("A", 9_900), ("B", 10_000), ("C", 10_000)]
    )
    func without(kind: ScoreScheme.Deduction.Kind, _ expected: (scheme: String, total: Int)) throws {
        let fact = ScoreFact(
            position: 3,
            kind: kind,
            on: "2026-10-12",
            matter: .caseFile("01C1"),
            caseNumber: "1",
            finding: 0,
            rule: nil,
            level: nil,
            dimension: nil,
            text: "当事人评价“不满意”",
            agency: "01A1",
            item: "510105001000",
            post: nil,
            officer: nil
        )
        #expect(try Self.result(expected.scheme, [fact]).total == expected.total)
    }

    @Test("half of half a point is a quarter, and is written so")
    func quarters() throws {
        var fact = Self.fact(.reminder, .content, rule: .reasons)
        fact.isSelfCorrected = true
        let result = try Self.result("standard", [fact])
        #expect(result.total == 9_975)
        #expect(ScoreResult.text(result.total) == "99.75")
        #expect([0, 5, 50, 10_000, -225].map { ScoreResult.text($0) } == ["0", "0.05", "0.5", "100", "−2.25"])
    }

    @Test(
        "of three warnings together one costs; when one is struck the rest counts anew",
        arguments: [
            (1, [], 10_000), (2, [], 10_000), (3, [], 9_700), (4, [], 9_700), (5, [], 9_700), (6, [], 9_400),
            (7, [], 9_400),
            (3, [1], 10_000), (3, [2], 10_000), (3, [3], 10_000), (4, [1], 9_700), (4, [2], 9_700), (4, [3], 9_700),
            (6, [1], 9_700), (6, [3], 9_700), (7, [1], 9_400), (7, [2], 9_400), (7, [3], 9_400), (7, [1, 3], 9_700),
            (7, [1, 2, 3, 4, 5], 10_000),
        ] as [(Int, Set<Int64>, Int)]
    )
    func thirds(warnings: Int, struck: Set<Int64>, total: Int) throws {
        let scheme = try #require(try ScoreSchemes.shipped().scheme("B"))
        let facts = (1...warnings).map { Self.fact(.warning, at: Int64($0)) }
        let sheet = ScoreSheet(.agency("01A1"), name: "", agency: nil, facts: facts, base: ScoreBase(), under: scheme)
        // Each can be objected to, also those that cost nothing as yet.
        #expect(sheet.lines.map(\.fact.position) == facts.map(\.position))
        #expect(sheet.result(under: scheme, without: struck).total == total)
    }

    @Test("a sheet says of each warning what it costs, or which one of three it is")
    func charges() throws {
        let scheme = try #require(try ScoreSchemes.shipped().scheme("B"))
        let facts = (1...4).map { Self.fact(.warning, at: $0) } + [Self.fact(.yellowCard, at: 5)]
        let sheet = ScoreSheet(.agency("01A1"), name: "", agency: nil, facts: facts, base: ScoreBase(), under: scheme)
        #expect(
            sheet.charges(under: scheme)
                == [.counted(1, of: 3), .counted(2, of: 3), .taken(300), .counted(1, of: 3), .taken(500)]
        )
        #expect(
            sheet.charges(under: scheme, without: [2])
                == [.counted(1, of: 3), .struck, .counted(2, of: 3), .taken(300), .taken(500)]
        )
    }

    @Test("an old draft, which has a line only for what cost something, costs what it cost then")
    func uncounted() throws {
        let scheme = try #require(try ScoreSchemes.shipped().scheme("B"))
        let facts = [Self.fact(.warning, at: 3)]
        let sheet = ScoreSheet(.agency("01A1"), name: "", agency: nil, facts: facts, base: ScoreBase(), under: scheme)
        let text = String(decoding: try JSONEncoder().encode(sheet), as: UTF8.self)
        let member = #","counted":0"#
        let old = text.replacing(member, with: "").replacing(#""counted":0,"#, with: "")
        #expect(text != old)
        let read = try JSONDecoder().decode(ScoreSheet.self, from: Data(old.utf8))
        #expect(sheet.result(under: scheme).total == 10_000)
        #expect(read.result(under: scheme).total == 9_700)
    }

    @Test("a line of an old draft, which knows tenths only, costs what it cost then")
    func old() throws {
        let line = ScoreSheet.Line(part: "flow", hundredths: 20, fact: Self.fact(.yellowCard))
        let text = String(decoding: try JSONEncoder().encode(line), as: UTF8.self)
        #expect(text.contains(#""tenths":2"#) && !text.contains("rest"))
        #expect(try JSONDecoder().decode(ScoreSheet.Line.self, from: Data(text.utf8)).cost == 20)
    }

    @Test("the scheme of a month is the one chosen for it or the latest before, else the general one")
    func chosen() throws {
        let schemes = try ScoreSchemes.shipped()
        var choices = SchemeChoices()
        let month = { (text: String) in try #require(ScoreMonth(text)) }
        #expect(schemes.scheme(for: try month("2026-03"), choices)?.id == schemes.inUse)
        let envelope = Sample.envelope(
            SchemeChoices.stream("511602"),
            at: Instant("2026-03-02"),
            by: Actor(kind: .officer, id: "01O1")
        )
        for (scheme, from) in [("A", "2026-04"), ("B", "2026-06"), ("C", "2026-06"), ("A", "2026-09")] {
            choices.evolve(
                .chosen(ScoreSchemeChosen(scheme: scheme, from: try month(from), reason: "试行")),
                envelope
            )
        }
        let used = try ["2026-03", "2026-04", "2026-05", "2026-06", "2026-08", "2026-10"].map { text in
            schemes.scheme(for: try month(text), choices)?.id
        }
        #expect(used == [schemes.inUse, "A", "A", "C", "C", "A"])
    }

    @Test("a fact costs whom it is put down to, once, and nobody when an objection is upheld")
    func attributed() throws {
        let scheme = try #require(try ScoreSchemes.shipped().scheme("A"))
        let facts = [Self.fact(.redCard, at: 5, officer: "01O1"), Self.fact(.yellowCard, at: 9)]
        let sheet = { (subject: ScoreSubject) in
            ScoreSheet(subject, name: "", agency: nil, facts: facts, base: ScoreBase(), under: scheme)
        }
        #expect(sheet(.agency("01A1")).lines.map(\.fact.position) == [5, 9])
        #expect(sheet(.officer("01O1")).lines.map(\.fact.position) == [5])
        #expect(sheet(.officer("01O2")).lines.isEmpty)
        #expect(sheet(.item("510105001000")).result(under: scheme, without: [5]).total == 9_900)
    }

    @Test("a month has its own days, and a text of another form is none")
    func months() throws {
        let month = try #require(ScoreMonth("2026-02"))
        #expect(month.days == "2026-02-01"..."2026-02-28")
        #expect(month.previous.text == "2026-01")
        #expect(try #require(ScoreMonth("2026-01")).previous.text == "2025-12")
        for text in ["2026-13", "2026-1", "2026", "2026-02-01", "x026-02"] { #expect(ScoreMonth(text) == nil) }
    }

    @Test("a scheme that takes points off a part it does not have, or gives no grade at the floor, stops the start")
    func unsound() {
        for wrong in [
            #""parts":[],"deductions":[{"fact":"order","part":"x","tenths":5}],"grades":[{"title":"合格","from":0}]"#,
            #""parts":[],"deductions":[],"grades":[{"title":"合格","from":10}]"#,
        ] {
            let text = #"""
                {"version":"1","inUse":"t","objectionWorkingDays":5,"schemes":[{"id":"t","title":"t","source":"s",
                "floor":0,"cap":1000,"bonusCap":0,"bonuses":[],\#(wrong)}]}
                """#
            #expect(throws: ScoreSchemes.Fault.self) { try ScoreSchemes(json: Array(text.utf8)) }
        }
    }
}
