import Casework
import Catalog
import Codes
import Directory
import Discretion
import EventLog
import Kernel
import Law
import Processes
import Sanctions
import TestHouse
import Testing

@Suite("A penalty keeps to the grade of the benchmark (裁量基准, 行政处罚法 §34)")
struct WeighingTests {
    @Test("what the circumstances lead to is imposed, and the case remembers grade, range and reasons")
    func withinTheGrade() async throws {
        let run = try await ExOfficioRun.weighed()
        try await run.untilConclusion()
        try await run.complete("conclude", "violation", details: .weighed(yuan: 20_000))
        let weighed = try #require(try await run.state().weighed)
        #expect(weighed.grade == "较轻")
        #expect(weighed.reasons == ["是否初次违法：是", "违法持续时间：20日，属于“10日以上不满30日”"])
        #expect(weighed.measures == ["罚款1万元以上不满3.7万元"])
        #expect(!weighed.isDeparting)
        #expect(weighed.graded == "擅自举办民办学校：较轻")
        try await run.untilDecisionAfterConclusion()
        // The decision keeps to the grade of the proposal unless it states another.
        try await run.complete("decide", "imposed", details: .imposed(yuan: 15_000))
        #expect(try await run.state().weighed?.grade == "较轻")
    }

    @Test("an item with a benchmark is not penalized without weighing; one without has none to weigh by")
    func stated() async throws {
        let run = try await ExOfficioRun.weighed()
        try await run.untilConclusion()
        await #expect(throws: CaseworkError.weighing(.missing(benchmark: "《民办教育行政处罚裁量基准》"))) {
            try await run.complete("conclude", "violation", details: .proposed(yuan: 20_000))
        }
        let other = try await ExOfficioRun.open(.penaltyOrdinary, .penalty)
        try await other.untilConclusion()
        await #expect(throws: CaseworkError.weighing(.benchmarkMissing)) {
            try await other.complete("conclude", "violation", details: .weighed(yuan: 20_000))
        }
    }

    @Test(
        "what is no circumstance of the benchmark is refused",
        arguments: [
            (
                Weighing(version: 1, situation: "none", circumstances: []),
                WeighingRefusal.circumstances(.unknownSituation("none"))
            ),
            (
                Weighing(version: 1, situation: "open", circumstances: [Circumstance("first", .option("是"))]),
                .circumstances(.missing(factor: "days"))
            ),
            (
                Weighing(version: 1, situation: "open", circumstances: .sample(first: "不详", days: 20)),
                .circumstances(.unfitting(Circumstance("first", .option("不详"))))
            ),
            (
                Weighing(version: 1, situation: "open", circumstances: .sample(first: "是", days: -1)),
                .circumstances(.unfitting(Circumstance("days", .number(-1))))
            ),
            (
                Weighing(version: 2, situation: "open", circumstances: .sample()),
                .benchmarkNotStanding(found: 2, standing: [1])
            ),
        ]
    )
    func foreign(weighing: Weighing, refusal: WeighingRefusal) async throws {
        let run = try await ExOfficioRun.weighed()
        try await run.untilConclusion()
        await #expect(throws: CaseworkError.weighing(refusal)) {
            try await run.complete("conclude", "violation", details: .weighed(yuan: 20_000, weighing))
        }
        #expect(try await run.state().proposal == nil)
    }

    @Test(
        "nothing goes beyond the statute, whatever the reason (行政处罚法 §4, §32)",
        arguments: [(yuan: 90_001, days: 90), (yuan: 9_999, days: 20), (yuan: 90_001, days: 5), (yuan: 9_999, days: 5)]
    )
    func beyondTheStatute(yuan: Int64, days: Int64) async throws {
        let run = try await ExOfficioRun.weighed()
        try await run.untilConclusion()
        let given = Weighing(
            version: 1,
            situation: "open",
            circumstances: .sample(days: days),
            departure: "当事人态度恶劣，拒不配合调查"
        )
        let refusal = await #expect(throws: CaseworkError.self) {
            try await run.complete("conclude", "violation", details: .weighed(yuan: yuan, given))
        }
        guard case .weighing(.beyondStatute(let extent))? = refusal else {
            Issue.record("expected beyondStatute, found \(String(describing: refusal))")
            return
        }
        #expect(extent.range == .yuan(10_000) ... .yuan(90_000))
    }

    @Test("a kind of penalty that the statute does not know here is not imposed (行政处罚法 §4)")
    func unknownKind() async throws {
        let run = try await ExOfficioRun.weighed()
        try await run.untilConclusion()
        let closing = Proposal(
            broken: "民办教育促进法§12",
            basis: "民办教育促进法§64",
            sanctions: [Sanction(.fine, amount: .yuan(20_000)), Sanction(.criticism)],
            discretion: ""
        )
        let refusal = await #expect(throws: CaseworkError.self) {
            try await run.complete("conclude", "violation", details: .proposal(closing, weighing: .sample))
        }
        guard case .weighing(.beyondStatute(let extent))? = refusal else {
            Issue.record("expected beyondStatute, found \(String(describing: refusal))")
            return
        }
        #expect(extent.kind == .criticism)
        #expect(extent.range == nil)
    }

    @Test("illegal gains are confiscated beside the fine, though neither statute nor grade names them (行政处罚法 §28)")
    func gains() async throws {
        let run = try await ExOfficioRun.weighed()
        try await run.untilConclusion()
        let proposal = Proposal(
            broken: "民办教育促进法§12",
            basis: "民办教育促进法§64",
            sanctions: [
                Sanction(.fine, amount: .yuan(20_000)),
                Sanction(.confiscationOfIncome, amount: .yuan(8_000), object: "收取的保育费"),
            ],
            discretion: ""
        )
        try await run.complete("conclude", "violation", details: .proposal(proposal, weighing: .sample))
        #expect(try await run.state().weighed?.isDeparting == false)
    }

    @Test("who departs from the grade says why, and the head decides (国办发〔2022〕27号)")
    func departing() async throws {
        let run = try await ExOfficioRun.weighed()
        try await run.untilConclusion()
        let points = ["罚款应为10,000.00元至36,999.99元，实为50,000.00元"]
        await #expect(throws: CaseworkError.weighing(.departureUnreasoned(points))) {
            try await run.complete("conclude", "violation", details: .weighed(yuan: 50_000))
        }
        let reasoned = Weighing(
            version: 1,
            situation: "open",
            circumstances: .sample(),
            departure: "涉及幼儿人数多，社会影响大"
        )
        try await run.complete("conclude", "violation", details: .weighed(yuan: 50_000, reasoned))
        #expect(try await run.state().weighed?.departures == points)
        try await run.untilDecisionAfterConclusion()
        try await run.complete("decide", "imposed", details: .imposed(yuan: 50_000))
        let weighed = try #require(try await run.state().weighed)
        #expect(weighed.chinese.hasSuffix("调整适用：\(points[0])。理由：涉及幼儿人数多，社会影响大"))
    }

    @Test("on the spot nobody approves a departure, so that there is none (行政处罚法 §51)")
    func onTheSpot() async throws {
        let run = try await ExOfficioRun.weighed(.penaltySimple, by: .small)
        try await run.complete("identify", "shown")
        let given = Weighing(
            version: 1,
            situation: "open",
            circumstances: .sample(days: 20),
            departure: "当事人态度恶劣，拒不配合调查"
        )
        await #expect(
            throws: CaseworkError.weighing(.departureNotApproved(["罚款应为1,000.00元至1,999.99元，实为2,500.00元"]))
        ) {
            try await run.complete("notice", "notified", details: .weighed(yuan: 2_500, given))
        }
        try await run.complete("notice", "notified", details: .weighed(yuan: 1_500, given))
        // A reason for what is no departure is not kept.
        #expect(try await run.state().weighed?.weighing.departure == "")
    }

    @Test("a violation the benchmark does not know is penalized with a reason")
    func unforeseen() async throws {
        let run = try await ExOfficioRun.weighed()
        try await run.untilConclusion()
        let silent = Weighing(version: 1, situation: nil)
        await #expect(throws: CaseworkError.weighing(.departureUnreasoned(["基准没有规定本案的违法情形"]))) {
            try await run.complete("conclude", "violation", details: .weighed(yuan: 20_000, silent))
        }
        let reasoned = Weighing(version: 1, situation: nil, departure: "以合作办学名义变相举办，基准未列")
        try await run.complete("conclude", "violation", details: .weighed(yuan: 20_000, reasoned))
        #expect(try await run.state().weighed?.isDeparting == true)
    }

    @Test("of the benchmark of the day of the act and today's, the milder counts (行政处罚法 §37)")
    func milder() async throws {
        let clue = Clue(source: .inspection, facts: Clue.sample.facts, place: "演示路一百号", happenedOn: "2026-03-03")
        var house = try await TestHouse.open()
        try await house.appointReviewerAndChair()
        let item = try await house.publish(.penaltyOrdinary, .penalty, named: "对无证办学的处理")
        try await house.publish(.ofSchools, of: item, from: "2026-03-02")
        house.clock.set("2026-03-04")
        try await house.publish(.milder, of: item, from: "2026-03-05")
        house.clock.set("2026-03-05")
        let run = try await ExOfficioRun.open(item, .penaltyOrdinary, in: house, clue: clue)
        try await run.untilConclusion()
        // Forty days are 一般 in the first version and 较轻 in the second.
        let first = Weighing(version: 1, situation: "open", circumstances: .sample(days: 40))
        await #expect(throws: CaseworkError.weighing(.milderBenchmark(2, grade: "较轻"))) {
            try await run.complete("conclude", "violation", details: .weighed(yuan: 40_000, first))
        }
        let second = Weighing(version: 2, situation: "open", circumstances: .sample(days: 40))
        try await run.complete("conclude", "violation", details: .weighed(yuan: 20_000, second))
        #expect(try await run.state().weighed?.grade == "较轻")
    }

    /// Takes the article that is fined by out of the law, from a day on.
    private static func repealFine(from day: Day, in house: TestHouse) async throws {
        let clerk = Actor(kind: .officer, id: "founder")
        let fine = Article(number: 64, paragraphs: [Paragraph("擅自举办民办学校的，处一万元以上九万元以下的罚款。")])
        let other = Article(number: 12, paragraphs: [Paragraph("举办民办学校，应当申请许可。")])
        for (from, articles) in [("2003-09-01", [other, fine]), (day, [other])] as [(Day, [Article])] {
            let law = StatuteVersion(
                title: "民办教育促进法",
                level: .law,
                enactments: [],
                inForceFrom: from,
                articles: articles
            )
            try await house.submit(ImportStatute(law, source: "公报"), by: clerk)
        }
    }

    private static let fallen = ["裁量权基准《民办教育行政处罚裁量基准》第1版所依据的《民办教育促进法》第六十四条（自2026年3月3日起失效）已不再有效"]

    /// Returns what refused the act on account of the benchmark's basis, in words.
    private func fallen(_ act: () async throws -> Void) async throws -> [String]? {
        do {
            try await act()
            return nil
        } catch CaseworkError.weighing(.benchmarkFell(let grounds)) {
            return grounds.map(\.chinese)
        } catch CaseworkError.transitionUndecided(let grounds) {
            return grounds.map(\.chinese)
        }
    }

    @Test("by a benchmark whose basis fell nobody grades, until a new version is published (国办发〔2022〕27号)")
    func fallenBasis() async throws {
        let run = try await ExOfficioRun.weighed()
        try await run.untilConclusion()
        try await Self.repealFine(from: "2026-03-03", in: run.house)
        run.house.clock.set("2026-03-03")
        let refused = try await fallen {
            try await run.complete("conclude", "violation", details: .weighed(yuan: 20_000))
        }
        #expect(refused == Self.fallen)
        #expect(try await run.state().proposal == nil)
        try await run.house.publish(.milder, of: try await run.item(), from: "2026-03-03")
        let second = Weighing(version: 2, situation: "open", circumstances: .sample())
        try await run.complete("conclude", "violation", details: .weighed(yuan: 20_000, second))
        #expect(try await run.state().weighed?.grade == "较轻")
    }

    @Test("what was graded before its basis fell waits before it acts outward; the former law is decided on, or not")
    func fallenWhileRunning() async throws {
        let run = try await ExOfficioRun.weighed()
        try await run.untilConclusion()
        try await run.complete("conclude", "violation", details: .weighed(yuan: 20_000))
        try await Self.repealFine(from: "2026-03-03", in: run.house)
        run.house.clock.set("2026-03-03")
        #expect(try await fallen { try await run.untilDecisionAfterConclusion() } == Self.fallen)
        try await run.decideTransition(.present)
        try await run.untilDecisionAfterConclusion()
        #expect(
            try await fallen { try await run.complete("decide", "imposed", details: .imposed(yuan: 15_000)) }
                == Self.fallen,
            "under the present law nothing is graded by what fell"
        )
        #expect(try await run.state().transitions.map(\.grounds) == [["基准1@民办教育促进法@2"]])
    }

    @Test("a transition decision for the former law lets an open case be graded by it, and only that case")
    func formerLaw() async throws {
        let run = try await ExOfficioRun.weighed()
        try await run.untilConclusion()
        try await Self.repealFine(from: "2026-03-03", in: run.house)
        run.house.clock.set("2026-03-03")
        try await run.decideTransition(.former)
        try await run.complete("conclude", "violation", details: .weighed(yuan: 20_000))
        try await run.untilDecisionAfterConclusion()
        try await run.complete("decide", "imposed", details: .imposed(yuan: 15_000))
        let other = try await ExOfficioRun.open(try await run.item(), .penaltyOrdinary, in: run.house, clue: .sample)
        try await other.untilConclusion()
        let refused = try await fallen {
            try await other.complete("conclude", "violation", details: .weighed(yuan: 20_000))
        }
        #expect(refused == Self.fallen)
    }

    @Test("what a fine multiplies is stated, and is a number from zero", arguments: [nil, -1, Int64.max])
    func base(given: Int64?) async throws {
        let run = try await ExOfficioRun.weighed(by: .multiplying)
        try await run.untilConclusion()
        let weighing = Weighing(version: 1, situation: "open", circumstances: .sample(), base: given)
        await #expect(throws: CaseworkError.weighing(.baseMissing("违法所得"))) {
            try await run.complete("conclude", "violation", details: .weighed(yuan: 20_000, weighing))
        }
        // One to two times ten thousand yuan.
        let stated = Weighing(version: 1, situation: "open", circumstances: .sample(), base: 1_000_000)
        try await run.complete("conclude", "violation", details: .weighed(yuan: 20_000 - 1, stated))
        #expect(try await run.state().weighed?.grade == "较轻")
    }
}

extension ExOfficioRun {
    /// A case of an item whose benchmark is in force.
    fileprivate static func weighed(
        _ template: ProcessTemplate = .penaltyOrdinary,
        by benchmark: DiscretionBenchmark = .ofSchools
    ) async throws -> ExOfficioRun {
        var house = try await TestHouse.open()
        try await house.appointReviewerAndChair()
        let item = try await house.publish(template, .penalty, named: "对无证办学的处理")
        try await house.publish(benchmark, of: item, from: "2026-03-02")
        return try await ExOfficioRun.open(item, template, in: house)
    }

    /// Goes on to the decision; the party lets its time to answer pass.
    fileprivate func untilDecisionAfterConclusion() async throws {
        let day = house.clock.now.day
        try await complete("notice", "notified", details: .served(on: day))
        house.clock.set(day + 10)
        try await complete("statement", "waived")
        if try await state().position.steps.contains("legalReview") { try await complete("legalReview", "passed") }
        try await complete("review", "agreed")
    }
}

extension ExOfficioRun {
    fileprivate func item() async throws -> PowerItem.ID {
        PowerItem.ID(try #require(try await state().opening?.item.id))
    }

    fileprivate func decideTransition(_ law: TransitionDecided.Law) async throws {
        let command = DecideTransition(
            caseFile: id,
            seen: try await house.state(id).version,
            law: law,
            provision: "行政处罚法第三十七条",
            reasons: "违法行为发生在条文删去以前，按从旧兼从轻处理"
        )
        try await house.submit(command, by: house.officer(.approve))
    }
}

extension StepDetails {
    fileprivate static func weighed(yuan: Int64, _ weighing: Weighing = .sample) -> StepDetails {
        .proposal(
            Proposal(
                broken: "民办教育促进法§12",
                basis: "民办教育促进法§64",
                sanctions: [Sanction(.fine, amount: .yuan(yuan))],
                discretion: ""
            ),
            weighing: weighing
        )
    }
}

extension Weighing {
    fileprivate static let sample = Weighing(version: 1, situation: "open", circumstances: .sample())
}

extension [Circumstance] {
    fileprivate static func sample(first: String = "是", days: Int64 = 20) -> [Circumstance] {
        [Circumstance("first", .option(first)), Circumstance("days", .number(days))]
    }
}
