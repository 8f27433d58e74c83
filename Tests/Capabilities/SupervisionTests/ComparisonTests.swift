import Directory
import Kernel
import Testing
import TimeLimits

@testable import Supervision

@Suite("Rules that compare the steps of many cases")
struct ComparisonTests {
    private static let days: ClosedRange<Day> = "2025-10-09"..."2025-12-31"
    /// A Monday.
    private static let monday: Day = "2025-10-13"

    /// Steps in the order in which they were done.
    private struct Work {
        var agency = "A"
        var officer: String
        var step = "审核"
        var limit: Int? = 3
        var entered = ComparisonTests.monday
        var done = ComparisonTests.monday
        /// Minutes after nine.
        var enteredMinute = 0
        var minute: Int
        var party = ""
        /// Hours from the act to its entry.
        var delay = 0
    }

    /// Five steps of one officer within ten minutes, in each of some divisions, and what a scope sets apart.
    private static func scoped(_ scope: String, _ numbers: String) throws -> [(agency: String, count: Int)] {
        var works: [Work] = []
        for agency in ["A", "B"] {
            for minute in [0, 2, 4, 6, 9] {
                works.append(Work(agency: agency, officer: "01O\(agency)", minute: minute))
            }
        }
        var table = table(works)
        for (number, caseNumber) in table.cases.enumerated() {
            let agency = table.places[table[number].place].agency
            table.lay(
                caseNumber,
                on: .init(division: agency == "A" ? "511602" : "511603", category: "01", item: "i\(agency)")
            )
        }
        let parameters =
            #"{"version":"1","rules":{},"scopes":[{"scope":{\#(scope)},"rules":{"SEQ-BULK":\#(numbers)}}]}"#
        let book = try RuleBook(RuleParameters(json: Array(parameters.utf8)))
        let leads = try book.leads(in: table, Sample.calendar()) { _ in StepSlice(days: days) }.map(\.lead)
            .filter { $0.rule == .bulk }
        return ["A", "B"].map { agency in (agency, leads.count { $0.agency == agency }) }
    }

    @Test(
        "what is set for a division, a category or an item holds for what lies there, and nowhere else",
        arguments: [
            (#""division":"511602""#, #"{"numbers":{"count":6}}"#, [0, 1]),
            (#""division":"5116""#, #"{"numbers":{"count":6}}"#, [0, 0]),
            (#""item":"iB""#, #"{"numbers":{"minutes":8}}"#, [1, 0]),
            (#""category":"01""#, #"{"isOn":false}"#, [0, 0]), (#""category":"02""#, #"{"isOn":false}"#, [1, 1]),
            (#""division":"511602","item":"iB""#, #"{"isOn":false}"#, [1, 1]),
            // A step is about the rules of single cases.
            (#""step":"审核""#, #"{"isOn":false}"#, [1, 1]),
        ] as [(String, String, [Int])]
    )
    func scopes(scope: String, numbers: String, expected: [Int]) throws {
        #expect(try Self.scoped(scope, numbers).map(\.count) == expected)
    }

    @Test(
        "what lies with two items that have thresholds of their own is held to what their division set",
        arguments: [5, 6]
    )
    func overlapping(count: Int) throws {
        var table = Self.table([0, 2, 4, 6, 9].map { Work(agency: "A", officer: "01OA", minute: $0) })
        for (number, caseNumber) in table.cases.enumerated() {
            table.lay(
                caseNumber,
                on: .init(division: "511602", category: "01", item: number.isMultiple(of: 2) ? "i1" : "i2")
            )
        }
        let scopes = [#""division":"511602""#, #""item":"i1""#, #""item":"i2""#]
        let numbers = [#"{"count":\#(count)}"#, #"{"minutes":8}"#, #"{"minutes":8}"#]
        let set = zip(scopes, numbers).map { #"{"scope":{\#($0)},"rules":{"SEQ-BULK":{"numbers":\#($1)}}}"# }
        let parameters = #"{"version":"1","rules":{},"scopes":[\#(set.joined(separator: ","))]}"#
        let book = try RuleBook(RuleParameters(json: Array(parameters.utf8)))
        let leads = try book.leads(in: table, Sample.calendar()) { _ in StepSlice(days: Self.days) }
        #expect(leads.count { $0.lead.rule == .bulk } == (count == 5 ? 1 : 0))
    }

    private static func table(_ works: [Work]) -> StepTable {
        var table = StepTable()
        let seconds = { (day: Day, minute: Int) in Int(Instant(day, hour: 9).milliseconds / 1_000) + minute * 60 }
        let ordered = works.enumerated().sorted {
            (seconds($0.element.done, $0.element.minute), $0.offset)
                < (seconds($1.element.done, $1.element.minute), $1.offset)
        }
        for (number, work) in ordered {
            let place = StepTable.Place(
                item: "i",
                itemName: "教师资格认定",
                agency: work.agency,
                agencyName: "单位\(work.agency)",
                step: work.step,
                stepName: work.step,
                limit: work.limit
            )
            table.append(
                "\(number)",
                place,
                entered: seconds(work.entered, work.enteredMinute),
                done: seconds(work.done, work.minute),
                officer: work.officer,
                delay: work.delay
            )
            if !work.party.isEmpty { table.name(work.party, of: "\(number)") }
        }
        return table
    }

    /// A fine of a decision of 13 October and later.
    private struct Fine {
        var number: String
        var party = "P"
        var yuan: Int
        var day = ComparisonTests.monday
        var broken = "食品安全法§34(十)"
        var grade = "一般"
        var isCitizen = true
    }

    private static func leads(_ rule: some ComparisonRule, _ fines: [Fine], on day: Day) throws -> [Lead] {
        var table = StepTable()
        for fine in fines {
            table.append(
                ImposedDecision(
                    caseNumber: fine.number,
                    item: "i",
                    itemName: "对经营过期食品的处罚",
                    agency: "A",
                    agencyName: "市场监管局",
                    party: fine.party,
                    isCitizen: fine.isCitizen,
                    broken: fine.broken,
                    grade: fine.grade,
                    fine: Money(fen: Int64(fine.yuan) * 100),
                    decidedAt: Instant(fine.day, hour: 10)
                )
            )
        }
        return table.leads([rule], StepSlice(days: day...day), try Sample.calendar())
    }

    private static func leads(_ rule: some ComparisonRule, _ works: [Work]) throws -> [Lead] {
        table(works).leads([rule], StepSlice(days: days), try Sample.calendar())
    }

    @Test(
        "five like steps of one officer within ten minutes stand out, four or eleven minutes do not",
        arguments: [
            ([0, 2, 4, 6, 10], 1), ([0, 2, 4, 6, 11], 0), ([0, 2, 4, 6], 0),
            // Two stretches, each told once.
            ([0, 1, 2, 3, 4, 5, 60, 61, 62, 63, 64], 2), ([0, 30, 31, 32, 33, 34], 1),
        ] as [([Int], Int)]
    )
    func bulk(minutes: [Int], count: Int) throws {
        let works =
            minutes.map { Work(officer: "X", minute: $0) } + [0, 100, 105].map { Work(officer: "Y", minute: $0) }
        let leads = try Self.leads(BulkCompletion(), works)
        #expect(leads.count == count)
        for lead in leads {
            #expect(lead.subject == .person("X"))
            #expect(lead.comparison.members.map(\.subject) == [.person("X"), .person("Y")])
            #expect(lead.comparison.members.last?.value == 2)
        }
    }

    @Test("other officers, other steps and steps without a limit are not put together")
    func apart() throws {
        let works = (0..<10).flatMap { minute in
            [
                Work(officer: minute.isMultiple(of: 3) ? "X" : minute % 3 == 1 ? "Y" : "Z", minute: minute),
                Work(officer: "X", step: "归档", limit: nil, minute: minute), Work(officer: "", minute: minute),
            ]
        }
        #expect(try Self.leads(BulkCompletion(), works).isEmpty)
    }

    @Test(
        "an agency stands out when half of its steps wait for the last day and others do so half as often",
        arguments: [
            // Of 20 steps: own on the last day, others' on the last day, whether it stands out.
            (12, 4, true), (9, 0, false), (12, 7, false), (20, 10, true),
        ] as [(Int, Int, Bool)]
    )
    func atLimit(own: Int, others: Int, standsOut: Bool) throws {
        let works = [("A", own), ("B", others)].flatMap { agency, last in
            (0..<20).map { number in
                Work(
                    agency: agency,
                    officer: "X",
                    done: number < last ? "2025-10-16" : "2025-10-14",
                    minute: number
                )
            }
        }
        let leads = try Self.leads(ClusteredAtLimit(), works).filter { $0.agency == "A" }
        #expect(leads.isEmpty == !standsOut)
        guard let lead = leads.first else { return }
        #expect(lead.comparison.cases.count == own)
        #expect(lead.comparison.members.map(\.value) == [own * 5, others * 5])
    }

    @Test("an agency that nobody does the same as stands out of nothing")
    func alone() throws {
        let works = (0..<30).map { Work(officer: "X", done: "2025-10-16", minute: $0) }
        #expect(try Self.leads(ClusteredAtLimit(), works).isEmpty)
    }

    @Test(
        "an officer stands out whose median is at most a quarter of the others'",
        arguments: [(30, 120, true), (31, 120, false), (0, 120, true), (0, 0, false)] as [(Int, Int, Bool)]
    )
    func pace(own: Int, others: Int, standsOut: Bool) throws {
        let works = (0..<10).flatMap { number in
            [Work(officer: "X", minute: own), Work(officer: number.isMultiple(of: 2) ? "Y" : "Z", minute: others)]
        }
        let leads = try Self.leads(UnlikePace(), works)
        #expect(leads.map(\.subject) == (standsOut ? [.person("X")] : []))
        #expect(
            leads.first.map { $0.comparison.members.map(\.value) } ?? [own, others, others] == [own, others, others]
        )
    }

    @Test("who works before a weekend is not slow, and who works after it is not fast")
    func paceOverWeekends() throws {
        let friday: Day = "2025-10-17"
        let works = (0..<10).flatMap { number in
            [
                Work(officer: "X", entered: friday - 1, done: friday, minute: number),
                Work(officer: "Y", entered: friday, done: friday + 3, minute: number),
            ]
        }
        let twice = try RuleParameters(
            json: Array(#"{"version":"1","rules":{"SEQ-PACE":{"numbers":{"times":2}}}}"#.utf8)
        )
        #expect(try Self.leads(UnlikePace(twice), works).isEmpty)
    }

    @Test(
        "fines of one party for one breach that stay below the hearing threshold each and pass it together are one matter",
        arguments: [
            // Yuan and days after the first; whether the last day shows it.
            ([(6_000, 0), (5_000, 20)], true, true), ([(6_000, 0), (3_000, 20)], true, false),
            // Citizens: from 10,000 on a hearing is offered anyway.
            ([(10_000, 0), (5_000, 20)], true, false),
            // Sixty-one days apart.
            ([(6_000, 0), (5_000, 61)], true, false), ([(4_000, 0), (4_000, 30), (4_000, 50)], true, true),
            // Organizations: from 100,000 on.
            ([(6_000, 0), (5_000, 20)], false, false), ([(60_000, 0), (50_000, 20)], false, true),
        ] as [([(Int, Int)], Bool, Bool)]
    )
    func split(fines: [(Int, Int)], isCitizen: Bool, standsOut: Bool) throws {
        let all = fines.enumerated().map { place, fine in
            Fine(number: "\(place)", yuan: fine.0, day: Self.monday + fine.1, isCitizen: isCitizen)
        }
        let last = Self.monday + fines[fines.count - 1].1
        let leads = try Self.leads(SplitFine(), all, on: last)
        #expect(leads.map(\.subject) == (standsOut ? [.party("P")] : []))
        #expect(try Self.leads(SplitFine(), all, on: last + 1).isEmpty)
        if let lead = leads.first { #expect(lead.comparison.cases == all.map(\.number)) }
    }

    @Test("fines of two parties, or for two breaches, are not put together")
    func notSplit() throws {
        let first = Fine(number: "1", yuan: 6_000)
        let party = [first, Fine(number: "2", party: "Q", yuan: 6_000)]
        let breach = [first, Fine(number: "2", yuan: 6_000, broken: "食品安全法§33")]
        for fines in [party, breach] { #expect(try Self.leads(SplitFine(), fines, on: Self.monday).isEmpty) }
    }

    @Test(
        "a fine of three times, or a third of, what like cases cost stands out once there are five of them",
        arguments: [
            (5, 3_000, true), (5, 2_999, false), (4, 9_000, false), (5, 333, true), (5, 334, false),
        ] as [(Int, Int, Bool)]
    )
    func peers(count: Int, own: Int, standsOut: Bool) throws {
        let peers = (0..<count).map { Fine(number: "\($0)", party: "\($0)", yuan: 1_000) }
        let fines =
            peers + [
                Fine(number: "other grade", party: "R", yuan: 9_000, grade: "从重"),
                Fine(number: "own", yuan: own, day: Self.monday + 9),
            ]
        let leads = try Self.leads(FarFromPeers(), fines, on: Self.monday + 9)
        #expect(leads.map(\.subject) == (standsOut ? [.caseNumber("own")] : []))
        if let lead = leads.first {
            #expect(lead.comparison.members.map(\.value) == [own] + peers.map(\.yuan))
        }
    }

    @Test(
        "an officer stands out who does four fifths of a party's cases and far less of those of others",
        arguments: [(6, 0, true), (6, 1, true), (6, 2, false), (5, 0, false)] as [(Int, Int, Bool)]
    )
    func dealing(own: Int, others: Int, standsOut: Bool) throws {
        // Of the others' cases X does a quarter.
        let usual = (0..<12).map { Work(officer: $0 % 4 == 0 ? "X" : "Y", minute: $0, party: "other \($0)") }
        let works =
            usual + (0..<own).map { Work(officer: "X", minute: 60 + $0, party: "P") }
            + (0..<others).map { Work(officer: "Y", minute: 120 + $0, party: "P") }
        let leads = try Self.leads(RepeatedDealing(), works)
        #expect(leads.map(\.subject) == (standsOut ? [.dealing(Officer.ID("X"), party: "P")] : []))
        if let lead = leads.first { #expect(lead.comparison.members.map(\.value) == [own, others]) }
    }

    @Test("an officer who does most of everybody's cases does not stand out for one party")
    func busiest() throws {
        let usual = (0..<12).map { Work(officer: $0 == 0 ? "Y" : "X", minute: $0, party: "other \($0)") }
        let works = usual + (0..<6).map { Work(officer: "X", minute: 60 + $0, party: "P") }
        #expect(try Self.leads(RepeatedDealing(), works).isEmpty)
    }

    @Test(
        "an officer stands out who enters a fifth of the steps a day late, three times as often as others",
        arguments: [(5, 1, true), (4, 0, false), (5, 2, false), (5, 0, true)] as [(Int, Int, Bool)]
    )
    func enteredLate(own: Int, others: Int, standsOut: Bool) throws {
        let works = [("X", own), ("Y", others)].flatMap { officer, late in
            (0..<20).map { Work(officer: officer, minute: $0 * 30, delay: $0 < late ? 24 : 23) }
        }
        let leads = try Self.leads(OftenEnteredLate(), works)
        #expect(leads.map(\.subject) == (standsOut ? [.person("X")] : []))
        if let lead = leads.first { #expect(lead.comparison.cases.count == own) }
    }

    @Test("the same table gives the same leads, whatever the order of sets")
    func same() throws {
        let works = (0..<300).map { number in
            Work(officer: "O\(number % 7)", step: "步骤\(number % 3)", minute: number / 9)
        }
        let first = try Self.leads(BulkCompletion(), works)
        #expect(!first.isEmpty)
        #expect(try Self.leads(BulkCompletion(), works) == first)
    }
}
