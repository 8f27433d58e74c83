import BlobStore
import Casework
import Catalog
import Directory
import EventLog
import Kernel
import Participation
import TestHouse
import TestSupport
import Testing

@testable import Supervision

@Suite("What an agency keeps beside its cases is watched")
struct UpkeepTests {
    private static let today: Day = "2026-03-02"
    private static let scan = Attachment(
        blob: "b2",
        key: "c0ffee",
        digest: "00:11",
        size: 2_048,
        name: "决定.pdf",
        mediaType: "application/pdf"
    )

    private static func concern(
        _ kind: UpkeepConcern.Kind,
        _ subject: FindingSubject,
        _ name: String,
        _ detail: String = ""
    )
        -> UpkeepConcern
    {
        UpkeepConcern(kind, of: Agency.ID("01A1"), subject, name: name, detail: detail, due: "2026-02-27")
    }

    private static func judge(
        _ concerns: [UpkeepConcern],
        _ findings: Findings = Findings(),
        on day: Day = today
    ) throws -> Supervisor.Outcome {
        try SupervisionModule.supervisor().judge(concerns, in: "511602", findings, on: day)
    }

    @Test(
        "each lack is found at its level, about its subject and in its words",
        arguments: [
            (
                concern(.fieldMissing, .item("01I1"), "教师资格认定", "办理条件、申请材料"), .catalogField, .reminder, "item:01I1",
                "“教师资格认定”缺少或者不符合要求：办理条件、申请材料"
            ),
            (
                concern(.chartOverdue, .item("01I1"), "教师资格认定"), .chart, .yellowCard, "item:01I1",
                "“教师资格认定”的流程图有改变，应在2026年2月27日前重新公布"
            ),
            (
                concern(.legalTaskOverdue, .item("01I1"), "教师资格认定"), .legalTask, .yellowCard, "item:01I1",
                "“教师资格认定”的依据已变更，应在2026年2月27日前提出调整意见"
            ),
            (
                concern(.standardOutdated, .item("01I1"), "教师资格认定", "第 1 版（现行第 2 版）"), .standard, .yellowCard,
                "item:01I1", "“教师资格认定”仍按基本目录第 1 版（现行第 2 版），应在2026年2月27日前采用新的版本"
            ),
            (
                concern(.adjustmentOverdue, .item("01I1"), "教师资格认定", "变更：川府发〔2026〕1号"), .adjustment, .yellowCard,
                "item:01I1", "“教师资格认定”的调整（变更：川府发〔2026〕1号）应在2026年2月27日前报送，至今未报送"
            ),
            (
                concern(.confirmationOverdue, .item("01I1"), "教师资格认定", "审核确认或者退回"), .confirmation,
                .yellowCard, "item:01I1", "“教师资格认定”应在2026年2月27日前审核确认或者退回，至今没有"
            ),
            (
                concern(.legalDecisionOverdue, .item("01I1"), "教师资格认定"), .legalDecision, .yellowCard, "item:01I1",
                "“教师资格认定”对依据变更的意见应在2026年2月27日前审核，至今未审核"
            ),
            (
                concern(.benchmarkFallen, .item("01I1"), "对无证办学的处罚", "川教规〔2023〕1号"), .benchmarkFallen, .yellowCard,
                "item:01I1", "“对无证办学的处罚”的裁量基准（川教规〔2023〕1号）所依据的条文失效，应在2026年2月27日前修订报送，至今未报送"
            ),
            (
                concern(.benchmarkUnanswered, .item("01I1"), "对无证办学的处罚", "川教规〔2023〕1号"), .benchmarkUnanswered,
                .yellowCard, "item:01I1", "“对无证办学的处罚”修订的裁量基准应在2026年2月27日前审核公布或者退回，至今没有"
            ),
            (
                concern(.itemIdle, .item("01I1"), "教师资格认定", "2024年2月27日"), .idle, .reminder, "item:01I1",
                "“教师资格认定”自2024年2月27日起没有办件，应当评估是否保留、合并或者取消"
            ),
            (
                concern(.listMissing, .agency(Agency.ID("01A1")), "收费清单、责任清单"), .listMissing, .reminder, "agency:01A1",
                "未公布收费清单、责任清单"
            ),
            (
                concern(.listNotFiled, .list("charges"), "收费清单"), .listNotFiled, .reminder, "list:charges",
                "收费清单应在2026年2月27日前报送备案，至今未报送"
            ),
            (
                concern(.filingUnanswered, .list("reviews-01A1"), "区教科体局审核目录"), .filingUnanswered, .reminder,
                "list:reviews-01A1", "区教科体局审核目录的备案应在2026年2月27日前准予或者退回，至今没有"
            ),
            (
                concern(.listOutdated, .list("guides"), "服务指南目录", "“风筝放飞许可”已经取消"), .listOutdated, .reminder,
                "list:guides", "服务指南目录所列的“风筝放飞许可”已经取消，清单应在2026年2月27日前更新，至今未更新"
            ),
            (
                concern(.listAdjustmentOverdue, .list("charges"), "收费清单", "川府发〔2026〕1号"), .listAdjustment,
                .yellowCard, "list:charges", "收费清单的调整（川府发〔2026〕1号）应在2026年2月27日前报送，至今未报送"
            ),
            (
                concern(.listConfirmationOverdue, .list("reviews-01A1"), "区教科体局审核目录"), .listConfirmation,
                .yellowCard, "list:reviews-01A1", "区教科体局审核目录应在2026年2月27日前审核公布或者退回，至今没有"
            ),
            (
                concern(.letterOverdue, .letter("01L1"), "LX001", "投诉"), .letter, .yellowCard, "letter:01L1",
                "投诉LX001应在2026年2月27日前办理，至今未办理"
            ),
            (
                concern(.outcomeUnpublished, .letter("01L2"), "LX002", "举报"), .outcome, .yellowCard, "letter:01L2",
                "举报LX002的处理结果应在2026年2月27日前公开，至今未公开"
            ),
            (
                concern(.informationOverdue, .letter("01N1"), "GK001"), .information, .yellowCard, "letter:01N1",
                "政府信息公开申请GK001应在2026年2月27日前答复，至今未答复"
            ),
            (
                concern(.ratingUnanswered, .letter("01C1"), "511602-1"), .rating, .yellowCard, "letter:01C1",
                "办件511602-1的差评应在2026年2月27日前回应，至今未回应"
            ),
            (
                concern(.opinionUnanswered, .letter("01O1"), "YJ001"), .opinion, .yellowCard, "letter:01O1",
                "社会监督员意见YJ001应在2026年2月27日前答复，至今未答复"
            ),
            (
                concern(.disputeOverdue, .caseNumber("511602-1"), "511602-1", "协商解决"), .dispute, .reminder,
                "case:511602-1", "办件511602-1的管辖权争议应在2026年2月27日前协商解决，至今没有"
            ),
        ] as [(UpkeepConcern, RuleCode, FindingLevel, String, String)]
    )
    func finding(
        _ concern: UpkeepConcern,
        _ rule: RuleCode,
        _ level: FindingLevel,
        _ subject: String,
        _ message: String
    ) throws {
        let outcome = try Self.judge([concern])
        let breach = try #require(outcome.raised.first)
        #expect(outcome.raised.count == 1)
        #expect(breach.rule == rule)
        #expect(breach.level == level)
        #expect(breach.subject.text == subject)
        #expect(FindingSubject(subject) == breach.subject)
        #expect(breach.message == message)
        #expect(breach.since == Instant("2026-02-28"))
        var findings = Findings()
        findings.take(outcome, at: Instant(Self.today, hour: 9))
        #expect(try Self.judge([concern], findings).raised.isEmpty)
        #expect(try Self.judge([], findings).releases.map(\.reason) == [.mended])
    }

    @Test("every kind of concern has exactly one rule")
    func complete() throws {
        let kinds = try RuleSet(.defaults).upkeep.map { type(of: $0).kind.rawValue }
        #expect(kinds.sorted() == UpkeepConcern.Kind.allCases.map(\.rawValue).sorted())
    }

    @Test(
        "lists that are missing or not filed, and letters beyond their clock, are findings until they are mended",
        arguments: StorageEngine.allCases
    )
    func log(on engine: StorageEngine) async throws {
        let house = try await TestHouse.open(
            on: engine,
            migrations: ParticipationModule.migrations + SupervisionModule.migrations,
            families: ParticipationModule.families + SupervisionModule.families,
            projections: ParticipationModule.projections + SupervisionModule.projections
        )
        let lists = try OfficialListKind.shipped().filter { $0.keeper == .agency && $0.filing != nil }
        let kind = try #require(lists.first)
        let terms = UpkeepTerms(lists: [kind])
        let supervisor = try SupervisionModule.supervisor()
        func standing() async throws -> [RuleCode] {
            try await house.log.read(TestHouse.realm) { reading in
                try reading.openFindings(OpenFindings(agency: house.agency.text), limit: 10).compactMap {
                    $0.matter == .upkeep(house.agency) ? RuleCode(rawValue: $0.rule) : nil
                }.sorted { $0.rawValue < $1.rawValue }
            }
        }
        func fire(on day: Day) async throws -> Int {
            house.clock.set(day)
            return try await UpkeepTimers(house.log, supervisor, terms).fire(TestHouse.realm, now: house.clock.now)
        }
        #expect(try await fire(on: "2026-03-02") == 1)
        #expect(try await standing() == [.listMissing])
        #expect(try await fire(on: "2026-03-02") == 0)

        let row = kind.columns.map { $0.choices?.first ?? "100" }
        let deeds: [(KeepOfficialList.Deed, Actor)] = [
            (.draft([row], reason: "初次编制"), try house.officer(.handle)),
            (
                .submit(SubmissionReport(document: "演示〔2026〕1号", head: "李明", signedOn: "2026-03-02")),
                try house.officer(.handle)
            ),
            (.publish(from: "2026-03-02"), try house.officer(.approve)),
        ]
        for (deed, actor) in deeds {
            try await house.submit(KeepOfficialList(kind, of: house.agency.text, deed), by: actor)
        }
        let clocks = try ParticipationClocks.shipped()
        let letter = FileLetter(
            .question,
            about: .agency(house.agency),
            title: "教师资格怎么认定",
            text: "请问非师范专业毕业，怎样申请认定教师资格？",
            writer: nil,
            queryDigest: "digest",
            clocks
        )
        let filed = try await house.submit(letter, by: Actor(kind: .visitor, id: "hall"))
        #expect(try await fire(on: "2026-03-03") == 1)
        #expect(try await standing().isEmpty)
        #expect(try await fire(on: "2026-06-01") == 1)
        #expect(try await standing() == [.listNotFiled, .letter])

        let reply = ReplyToLetter(letter: filed.letter, seen: 1, reply: "可以。请在每年春季向我局提出申请，材料见办事指南。", clocks)
        try await house.submit(reply, by: house.officer(.approve))
        #expect(try await fire(on: "2026-06-02") == 1)
        #expect(try await standing() == [.listNotFiled])
        // What was mended costs nothing; what was answered late was answered late.
        let facts = try await house.log.read(TestHouse.realm) { reading in
            try reading.scoreMaterial(of: [house.agency.text: ""], in: "2026-03-01"..."2026-06-30").facts
        }
        #expect(facts.compactMap(\.rule).sorted { $0.rawValue < $1.rawValue } == [.listNotFiled, .letter])
    }

    @Test(
        "a filing is the keeper's until it is handed in and the legal office's until it answers; what names an ended item is outdated",
        arguments: StorageEngine.allCases
    )
    func filing(on engine: StorageEngine) async throws {
        let house = try await TestHouse.open(
            on: engine,
            migrations: ParticipationModule.migrations + SupervisionModule.migrations,
            families: ParticipationModule.families + SupervisionModule.families,
            projections: ParticipationModule.projections + SupervisionModule.projections
        )
        let office = try await house.neighbor().agency
        let kinds = try OfficialListKind.shipped().filter { $0.code == "guides" || $0.code == "charges" }
        let terms = UpkeepTerms(lists: kinds) { _, _ in
            [ConfirmingOffice(agency: office, division: "511602")]
        }
        let supervisor = try SupervisionModule.supervisor()
        func found(on day: Day) async throws -> [String] {
            house.clock.set(day)
            try await UpkeepTimers(house.log, supervisor, terms).fire(TestHouse.realm, now: house.clock.now)
            let rules: [RuleCode] = [.listNotFiled, .filingUnanswered, .listOutdated]
            return try await house.log.read(TestHouse.realm) { reading in
                try [house.agency, office].flatMap { agency in
                    try reading.openFindings(OpenFindings(agency: agency.text), limit: 20)
                        .filter { found in rules.contains { $0.rawValue == found.rule } }
                        .map { "\(agency == office ? "office" : "keeper") \($0.rule)" }
                }.sorted()
            }
        }
        let item = try await house.log.read(TestHouse.realm) { try $0.powerItem(house.license)?.state }
        let code = try #require(item?.versions.last?.content.code)
        house.clock.set("2026-03-02")
        for kind in kinds {
            let row = kind.columns.map { $0.name == "事项编码" ? code : $0.choices?.first ?? "100" }
            let owner = kind.keeper == .agency ? house.agency.text : "511602"
            try await house.publish(kind.code, [row], of: owner, from: "2026-03-02")
        }
        #expect(try await found(on: "2026-03-30").isEmpty)
        #expect(try await found(on: "2026-03-31") == ["keeper LST-FILED", "office LST-FILED"])
        for kind in kinds {
            let owner = kind.keeper == .agency ? house.agency.text : "511602"
            let deed = KeepOfficialList.Deed.handIn(note: nil, files: [Self.scan])
            try await house.submit(KeepOfficialList(kind, of: owner, deed), by: house.officer(.handle))
        }
        #expect(try await found(on: "2026-04-01").isEmpty)
        // Ten working days from 31 March, past the Tomb-Sweeping holiday, end on 15 April.
        #expect(try await found(on: "2026-04-15").isEmpty)
        #expect(try await found(on: "2026-04-16") == ["office LST-ANSWER", "office LST-ANSWER"])
        for kind in kinds {
            let owner = kind.keeper == .agency ? house.agency.text : "511602"
            let receive = KeepOfficialList(kind, of: owner, .receive(comment: nil))
            try await house.submit(receive, by: house.officer(.approve))
        }
        #expect(try await found(on: "2026-04-17").isEmpty)
        try await Self.end(house.license, in: house, from: "2026-04-20")
        #expect(try await found(on: "2026-05-01").isEmpty)
        #expect(try await found(on: "2026-06-01") == ["keeper LST-OUTDATED"])
    }

    /// Takes an item out of the catalog.
    private static func end(_ item: PowerItem.ID, in house: TestHouse, from day: Day) async throws {
        let content = try #require(
            try await house.log.read(TestHouse.realm) { try $0.powerItem(item)?.state.versions.last?.content }
        )
        let adjustment = ItemAdjustment(.abolished, for: .operation, evidence: "区教〔2026〕3号")
        let draft = DraftPowerItem(item: item, content: content, reason: "法律修改", adjustment: adjustment)
        try await house.submit(draft, by: Actor(kind: .officer, id: "founder"))
        try await publish(item, in: house, from: day)
    }

    /// An item of its own standard, defined by the legal office; another agency's item adopts it.
    private static func adopted(
        _ standard: PowerItem.ID,
        by agency: Agency.ID,
        in house: TestHouse
    ) async throws
        -> PowerItem.ID
    {
        let clerk = Actor(kind: .officer, id: "founder")
        let version = try #require(
            try await house.log.read(TestHouse.realm) { try $0.state(StandardItem.self, standard.text).state.current }
        )
        let reference = AgencyReference(id: agency.text, code: "11511602MB1234567X", name: "演示区民政局")
        var content = version.implementation(of: standard, by: reference, in: TestHouse.division)
        content.code = "DEMO-STANDARD"
        let item = try await house.submit(DraftPowerItem(item: nil, content: content), by: clerk)
        try await publish(item, in: house, from: "2026-03-02")
        return item
    }

    private static func publish(_ item: PowerItem.ID, in house: TestHouse, from day: Day) async throws {
        let clerk = Actor(kind: .officer, id: "founder")
        try await house.submit(SubmitPowerItem(item: item), by: clerk)
        try await house.submit(ConfirmPowerItem(item: item), by: Actor(kind: .officer, id: "legal"))
        let publisher = Actor(kind: .officer, id: "publisher")
        try await house.submit(PublishPowerItem(item: item, inForceFrom: day), by: publisher)
    }

    @Test(
        "who goes on with an older version of a standard is found when the days for adopting are over, until it adopts",
        arguments: StorageEngine.allCases
    )
    func standardChanged(on engine: StorageEngine) async throws {
        let house = try await TestHouse.open(
            on: engine,
            migrations: ParticipationModule.migrations + SupervisionModule.migrations,
            families: ParticipationModule.families + SupervisionModule.families,
            projections: ParticipationModule.projections + SupervisionModule.projections
        )
        let (office, own) = (Actor(kind: .officer, id: "legal"), try await house.neighbor().agency)
        let terms = UpkeepTerms(lists: [])
        let supervisor = try SupervisionModule.supervisor()
        func found(on day: Day) async throws -> [String] {
            house.clock.set(day)
            try await UpkeepTimers(house.log, supervisor, terms).fire(TestHouse.realm, now: house.clock.now)
            return try await house.log.read(TestHouse.realm) { reading in
                try reading.openFindings(OpenFindings(agency: own.text), limit: 10)
                    .filter { $0.rule == RuleCode.standard.rawValue }.map(\.message)
            }
        }
        let define = DefineStandard(item: house.license, locked: [.name, .bases])
        try await house.submit(define, by: office)
        let item = try await Self.adopted(house.license, by: own, in: house)
        #expect(try await found(on: "2026-03-02").isEmpty)
        try await house.submit(DefineStandard(item: house.license, locked: [.name, .bases, .conditions]), by: office)
        // Twenty working days from 2 March, past the Tomb-Sweeping holiday, end on 30 March.
        #expect(try await found(on: "2026-03-30").isEmpty)
        let late = try await found(on: "2026-03-31")
        #expect(late == ["“民办幼儿园设立审批”仍按基本目录第 1 版（现行第 2 版），应在2026年3月30日前采用新的版本"])
        #expect(try await found(on: "2026-04-01") == late, "once found, it is not found again")
        var content = try #require(
            try await house.log.read(TestHouse.realm) { try $0.state(PowerItem.self, item.text).state.versions.last }
        ).content
        content.standard = StandardReference(item: house.license, version: 2)
        let draft = DraftPowerItem(item: item, content: content, reason: "采用基本目录第 2 版")
        try await house.submit(draft, by: Actor(kind: .officer, id: "founder"))
        #expect(try await found(on: "2026-04-02") == late, "a draft adopts nothing yet")
        try await Self.publish(item, in: house, from: "2026-04-02")
        #expect(try await found(on: "2026-04-03").isEmpty)
        #expect(try await house.log.rebuild(TestHouse.realm, keeping: false).allSatisfy(\.isEqual))
    }

    @Test(
        "an adjustment not handed in within twenty days is the agency's, one not answered in ten working days the office's",
        arguments: StorageEngine.allCases
    )
    func adjustmentsAndConfirmations(on engine: StorageEngine) async throws {
        let house = try await TestHouse.open(
            on: engine,
            migrations: ParticipationModule.migrations + SupervisionModule.migrations,
            families: ParticipationModule.families + SupervisionModule.families,
            projections: ParticipationModule.projections + SupervisionModule.projections
        )
        let office = try await house.neighbor().agency
        let division: Division.Code = "511602"
        let routes = try ConfirmationRoutes.shipped()
        let terms = UpkeepTerms(confirmation: routes, lists: []) { _, _ in
            [
                ConfirmingOffice(agency: Agency.ID("provincial"), division: "51"),
                ConfirmingOffice(agency: office, division: division),
            ]
        }
        let supervisor = try SupervisionModule.supervisor()
        func found(of agency: Agency.ID, on day: Day) async throws -> [String] {
            house.clock.set(day)
            try await UpkeepTimers(house.log, supervisor, terms).fire(TestHouse.realm, now: house.clock.now)
            return try await house.log.read(TestHouse.realm) { reading in
                try reading.openFindings(OpenFindings(agency: agency.text), limit: 10)
                    .filter { [.adjustment, .confirmation].contains(RuleCode(rawValue: $0.rule)) }.map(\.message)
            }
        }
        let clerk = Actor(kind: .officer, id: "founder")
        var content = try #require(
            try await house.log.read(TestHouse.realm) {
                try $0.state(PowerItem.self, house.license.text).state.versions.last
            }
        ).content
        content.phone = "0826-1234567"
        let adjustment = ItemAdjustment(
            .changed,
            for: .decision,
            evidence: "川府发〔2026〕1号",
            on: "2026-03-02",
            files: [Self.scan]
        )
        let draft = DraftPowerItem(item: house.license, content: content, reason: "上级决定", adjustment: adjustment)
        try await house.submit(draft, by: clerk)
        #expect(try await found(of: house.agency, on: "2026-03-22").isEmpty)
        let late = "“民办幼儿园设立审批”的调整（变更：川府发〔2026〕1号）应在2026年3月22日前报送，至今未报送"
        #expect(try await found(of: house.agency, on: "2026-03-23") == [late])
        let report = SubmissionReport(document: "区审〔2026〕3号", head: "张某", signedOn: "2026-03-23", files: [Self.scan])
        try await house.submit(SubmitPowerItem(item: house.license, report: report, along: routes), by: clerk)
        #expect(try await found(of: house.agency, on: "2026-03-24").isEmpty)
        // Ten working days from 23 March, past the Tomb-Sweeping holiday, end on 7 April.
        #expect(try await found(of: office, on: "2026-04-07").isEmpty)
        let unanswered = "“民办幼儿园设立审批”应在2026年4月7日前审核确认或者退回，至今没有"
        #expect(try await found(of: office, on: "2026-04-08") == [unanswered])
        let legal = Actor(kind: .officer, id: "legal")
        try await house.submit(ReturnPowerItem(item: house.license, reason: "电话有误"), by: legal)
        #expect(try await found(of: office, on: "2026-04-09").isEmpty)
        #expect(try await found(of: house.agency, on: "2026-06-01").isEmpty, "it was handed in before it came back")
    }

    @Test("an item under which nothing was received for two years is asked about, one that was used is not")
    func idle() async throws {
        let house = try await TestHouse.open(
            migrations: ParticipationModule.migrations + SupervisionModule.migrations,
            families: ParticipationModule.families + SupervisionModule.families,
            projections: ParticipationModule.projections + SupervisionModule.projections
        )
        let terms = UpkeepTerms(lists: [])
        func idle(on day: Day) async throws -> [String] {
            let supervisor = try SupervisionModule.supervisor()
            let calendar = supervisor.calendar
            return try await house.log.read(TestHouse.realm) { reading in
                var memory = UpkeepMemory()
                return try reading.upkeepConcerns(on: day, terms, in: calendar, &memory)
                    .filter { $0.kind == .itemIdle }.map(\.name)
            }
        }
        let all = try await idle(on: "2028-06-01")
        #expect(all.contains("民办幼儿园设立审批"))
        #expect(try await idle(on: "2027-06-01").isEmpty)
        house.clock.set("2026-12-01")
        _ = try await house.apply(name: "申请人")
        #expect(try await idle(on: "2028-06-01").count == all.count - 1)
        #expect(try await idle(on: "2028-12-02").contains("民办幼儿园设立审批"))
    }
}
