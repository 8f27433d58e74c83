import BlobStore
import Casework
import Decisions
import Directory
import Documents
import EventLog
import Interchange
import Kernel
import Processes
import TestHouse
import TestSupport
import Testing

@Suite("A division's own words in official documents")
struct WordingTests {
    @Test(
        "they name only what is declared",
        arguments: [
            ("催告书", "请你（单位）依据{行政强制法§35}履行。", "咨询电话：0826-0000000。", nil),
            ("催告书", "", "{party}可以到演示路一百号咨询。", nil), ("催告书", "请尽快履行。", "", nil),
            ("催告书", "{applicant}依据{行政强制法§35}履行。", "", .unknown("applicant")),
            ("催告书", "依据{行政强制法§35}履行{。", "", .brace), ("催告书", "", "", .empty),
            ("解除查封、扣押决定书", "依据{ground}，予以解除，财物退还。", "", nil),
            ("解除查封、扣押决定书", "", "依据{ground}解除。", .unknown("ground")),
            ("准予行政许可决定书", "本机关决定。", "", .noOpening("准予行政许可决定书")),
            ("准予行政许可决定书", "", "请到窗口领取证件。", nil),
        ] as [(String, String, String, WordingFault?)]
    )
    func checked(name: String, opening: String, closing: String, fault: WordingFault?) throws {
        let document = try #require(try WordedDocument.named(name))
        #expect(DocumentWording(opening: opening, closing: closing).fault(for: document) == fault)
    }

    @Test(
        "they stand before the shipped beginning and never in its place: what the law wants to be said stays",
        arguments: [
            ("申请强制执行催告书", .courtEnforcement), ("解除查封、扣押决定书", .coerciveMeasure), ("代履行催告书", .substituteExecution),
            ("先行登记保存通知书", .penalty),
        ] as [(String, ProcessDefinition.Category)]
    )
    func added(name: String, category: ProcessDefinition.Category) throws {
        let own = "本机关地址：演示路一百号（演示）。"
        let matter = Paper.Matter.written(name)
        func words(_ wording: DocumentWording?) throws -> [String] {
            let facts = CaseDocumentFacts.sample(of: category, number: "演示〔2026〕1号", wording: wording)
            return try matter.document.content(facts).blocks.map(\.words)
        }
        let shipped = try words(nil)
        let worded = try words(DocumentWording(opening: own, closing: ""))
        let place = try #require(worded.firstIndex(of: own))
        #expect(worded.filter { $0 != own } == shipped)
        let document = try #require(try WordedDocument.named(name))
        let beginning = String(document.opening.prefix { $0 != "{" })
        #expect(worded[place + 1].hasPrefix(beginning))
        let preview = document.preview(
            DocumentWording(opening: own, closing: ""),
            by: "演示区教育局",
            on: "2026-03-02",
            at: Instant("2026-03-02", hour: 9)
        )
        let shown = preview.blocks.map(\.words)
        let first = try #require(shown.firstIndex(of: own))
        #expect(shown[first + 1].hasPrefix(beginning))
    }

    @Test("what is shipped can be used as it is, and every document can be looked at before it is used")
    func shipped() throws {
        let documents = try WordedDocument.all()
        #expect(Set(documents.map(\.name)).count == documents.count)
        for document in documents where !document.opening.isEmpty {
            let wording = DocumentWording(opening: document.opening, closing: "")
            #expect(wording.fault(for: document) == nil, "\(document.name)")
            let preview = document.preview(wording, by: "演示区教育局", on: "2026-03-02", at: Instant("2026-03-02", hour: 9))
            let words = preview.blocks.map(\.words).joined(separator: "\n")
            #expect(!words.contains("{") && words.contains(document.name))
        }
    }

    @Test("one drafts, another puts in force; documents bear the words from that day on and say with which version")
    func used() async throws {
        let house = try await TestHouse.open(families: DecisionsModule.families)
        let folder = try TemporaryFolder()
        let issuer = try DocumentIssuerTests.issuer(house, folder.path)
        let receipt = try await house.apply()
        let opening = try #require(try await house.state(receipt.caseFile).state.opening)
        let division = try #require(Division.Code(opening.item.division))
        let name = "准予行政许可决定书"
        let (reviewer, approver) = (try house.officer(.review), try house.officer(.approve))
        let words = "咨询电话：0826-0000000（演示）。"
        let draft = DraftWording(
            document: name,
            division: division,
            wording: DocumentWording(opening: "", closing: words),
            reason: "写明咨询电话",
            seen: 0
        )
        try await house.submit(draft, by: reviewer)
        let today = house.clock.now.day
        let enact = EnactWording(document: name, division: division, inForceFrom: today + 1, seen: 1)
        await #expect(throws: DecisionsError.wording(.samePerson(reviewer.id))) {
            try await house.submit(enact, by: reviewer)
        }
        // What was done this morning keeps the words it had, whenever its document is made.
        let early = EnactWording(document: name, division: division, inForceFrom: today, seen: 1)
        await #expect(throws: DecisionsError.wording(.dayTooEarly(found: today, earliest: today + 1))) {
            try await house.submit(early, by: approver)
        }
        let late = EnactWording(document: name, division: division, inForceFrom: today + 367, seen: 1)
        await #expect(throws: DecisionsError.wording(.dayTooLate(found: today + 367, latest: today + 366))) {
            try await house.submit(late, by: approver)
        }
        try await house.submit(enact, by: approver)
        house.clock.set(today + 1)

        let grant = StepDetails.decision(
            DecisionDetails(reasons: "符合法定条件，材料齐全", content: "准予设立", validFrom: nil, validThrough: nil)
        )
        for (step, outcome, officer, details) in [
            ("receive", "registered", .reception, .none), ("accept", "accepted", .reception, .none),
            ("examine", "proposed", .handle, .none), ("review", "agreed", .review, .none),
            ("decide", "granted", .approve, grant),
        ] as [(Step.ID, StepOutcome.ID, Responsibility, StepDetails)] {
            let command = CompleteStep(
                caseFile: receipt.caseFile,
                seen: try await house.state(receipt.caseFile).version,
                step: step,
                outcome: outcome,
                opinion: "材料齐全",
                details: details,
                companions: officer == .handle ? [try house.officer(.handle, 1).id] : []
            )
            try await house.submit(command, by: house.officer(officer))
        }
        _ = try await issuer.issue(for: receipt.caseFile, in: TestHouse.realm)
        let documents = try await house.state(receipt.caseFile).state.documents
        let index = try #require(documents.firstIndex { $0.name == name })
        #expect(documents[index].template == "\(name)@\(division.padded)@1")
        #expect(documents.filter { $0.name != name }.allSatisfy { $0.template == nil })
        let file = try await issuer.draft(of: index, in: receipt.caseFile, in: TestHouse.realm)
        var parts = try PartArchive(try #require(file).bytes, limits: SpreadsheetLimits())
        let text = String(decoding: try #require(try parts.part("word/document.xml")), as: UTF8.self)
        #expect(text.contains(words))
        let before = try await house.log.read(TestHouse.realm) { reading in
            try reading.wording(of: name, in: division, on: today)
        }
        #expect(before == nil)
    }

    @Test("a draft that was sent back is written anew before it is put in force, and words in force can be taken back")
    func takenBack() async throws {
        let house = try await TestHouse.open(families: DecisionsModule.families)
        let (name, division): (String, Division.Code) = ("催告书", "511602")
        let (reviewer, approver) = (try house.officer(.review), try house.officer(.approve))
        func draft(_ closing: String, seen: Int) -> DraftWording {
            let wording = DocumentWording(opening: "", closing: closing)
            return DraftWording(document: name, division: division, wording: wording, reason: "写明咨询电话", seen: seen)
        }
        func enact(on day: Day, seen: Int) -> EnactWording {
            EnactWording(document: name, division: division, inForceFrom: day, seen: seen)
        }
        func wordings() async throws -> WordingsInReach {
            try await house.log.read(TestHouse.realm) { try $0.wordings(of: [name, "征收决定书"], in: division) }
        }
        let today = house.clock.now.day
        await #expect(throws: DecisionsError.wording(.empty)) {
            try await house.submit(draft("", seen: 0), by: reviewer)
        }
        try await house.submit(draft("咨询电话：0826-0000000。", seen: 0), by: reviewer)
        let back = ReturnWording(document: name, division: division, reason: "请写明咨询时间", seen: 1)
        try await house.submit(back, by: approver)
        await #expect(throws: DecisionsError.wording(.returned)) {
            try await house.submit(enact(on: today + 1, seen: 2), by: approver)
        }
        try await house.submit(draft("咨询电话：0826-0000000，工作日。", seen: 2), by: reviewer)
        #expect(try await wordings().hasDraft(name))
        try await house.submit(enact(on: today + 1, seen: 3), by: approver)

        try await house.submit(draft("", seen: 4), by: reviewer)
        try await house.submit(enact(on: today + 2, seen: 5), by: approver)
        let found = try await wordings()
        #expect(found.inForce(name, on: today) == nil)
        #expect(found.inForce(name, on: today + 1)?.citation == "\(name)@\(division.padded)@1")
        #expect(found.inForce(name, on: today + 2) == nil)
        #expect(!found.hasDraft(name) && found.inForce("征收决定书", on: today + 1) == nil)
    }
}
