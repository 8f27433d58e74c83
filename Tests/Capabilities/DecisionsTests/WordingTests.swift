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
        "they keep the articles of the shipped beginning, and name only what is declared",
        arguments: [
            ("催告书", "请你（单位）依据{行政强制法§35}履行。", "咨询电话：0826-0000000。", nil),
            ("催告书", "", "{party}可以到演示路一百号咨询。", nil), ("催告书", "请履行。", "", .lost("行政强制法§35")),
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
        let house = try await TestHouse.open()
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
        let enact = EnactWording(document: name, division: division, inForceFrom: today, seen: 1)
        await #expect(throws: DecisionsError.wording(.samePerson(reviewer.id))) {
            try await house.submit(enact, by: reviewer)
        }
        let early = EnactWording(document: name, division: division, inForceFrom: today - 1, seen: 1)
        await #expect(throws: DecisionsError.wording(.dayTooEarly(found: today - 1, earliest: today))) {
            try await house.submit(early, by: approver)
        }
        try await house.submit(enact, by: approver)

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
            try reading.wording(of: name, in: division, on: today - 1)
        }
        #expect(before == nil)
    }
}
