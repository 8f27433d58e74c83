import BlobStore
import Casework
import Cryptography
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

@Suite("Issuing documents")
struct DocumentIssuerTests {
    @Test("what the facts call for is made once, numbered, kept and found again by its check code")
    func issued() async throws {
        let house = try await TestHouse.open()
        let folder = try TemporaryFolder()
        let issuer = try DocumentIssuerTests.issuer(house, folder.path)
        let receipt = try await house.apply()
        #expect(try await issuer.issue(for: receipt.caseFile, in: TestHouse.realm).isEmpty)

        for (step, outcome) in [("receive", "registered"), ("accept", "accepted")] {
            let command = CompleteStep(
                caseFile: receipt.caseFile,
                seen: try await house.state(receipt.caseFile).version,
                step: .init(step),
                outcome: .init(outcome),
                opinion: "材料齐全"
            )
            try await house.submit(command, by: house.officer(.reception))
        }
        #expect(try await issuer.issue(for: receipt.caseFile, in: TestHouse.realm) == ["受理通知书"])
        #expect(try await issuer.issue(for: receipt.caseFile, in: TestHouse.realm).isEmpty)

        let document = try #require(try await house.state(receipt.caseFile).state.documents.first)
        #expect(document.number == "演示教许受〔2026〕1号")
        #expect(try await issuer.file(of: document).starts(with: Array("%PDF".utf8)))
        let draft = try await issuer.draft(of: 0, in: receipt.caseFile, in: TestHouse.realm)
        var parts = try PartArchive(try #require(draft).bytes, limits: SpreadsheetLimits())
        let words = String(decoding: try #require(try parts.part("word/document.xml")), as: UTF8.self)
        #expect(words.contains("受理通知书") && words.contains("演示教许受〔2026〕1号"))
        #expect(try await issuer.draft(of: 1, in: receipt.caseFile, in: TestHouse.realm) == nil)

        let key = house.ring.key(for: .receipt)
        let code = CheckCode(
            caseNumber: receipt.number,
            document: document.name,
            number: document.number,
            under: key
        )
        let found = try await house.log.read(TestHouse.realm) { reading in
            try reading.checkedDocument(
                caseNumber: receipt.number,
                code: code.text.lowercased(),
                under: key,
                on: "2026-03-02"
            )
        }
        #expect(found?.name == "受理通知书")
        #expect(found?.agency == "演示区教育局")
        #expect(found?.standing == nil, "a receipt decides nothing")
        let wrong = try await house.log.read(TestHouse.realm) { reading in
            try reading.checkedDocument(caseNumber: receipt.number, code: "00000000", under: key, on: "2026-03-02")
        }
        #expect(wrong == nil)
    }

    @Test("the check says that a decision holds, and from the day it is revoked that it does not")
    func standing() async throws {
        let house = try await TestHouse.open()
        let key = house.ring.key(for: .receipt)
        let folder = try TemporaryFolder()
        let issuer = try DocumentIssuerTests.issuer(house, folder.path)
        let receipt = try await house.apply()
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
        let state = try await house.state(receipt.caseFile).state
        let document = try #require(state.documents.first { $0.number == state.decision?.number })
        let code = CheckCode(
            caseNumber: receipt.number,
            document: document.name,
            number: document.number,
            under: key
        )
        let today = house.clock.now.day
        func standing() async throws -> DecisionStanding? {
            try await house.log.read(TestHouse.realm) { reading in
                try reading.checkedDocument(caseNumber: receipt.number, code: code.text, under: key, on: today)?
                    .standing
            }
        }
        #expect(try await standing() == .holds)
        let revoke = RevokeDecision(
            caseFile: receipt.caseFile,
            seen: try await house.state(receipt.caseFile).version,
            ground: .unlawful,
            reasons: "违反法定程序作出，依法予以撤销"
        )
        try await house.submit(revoke, by: house.officer(.approve))
        #expect(try await standing() == .lostEffect(on: today, ground: DecisionRevoked.Ground.unlawful.chinese))
    }

    @Test("two that issue at the same moment make one document")
    func together() async throws {
        let house = try await TestHouse.open()
        let folder = try TemporaryFolder()
        let issuer = try DocumentIssuerTests.issuer(house, folder.path)
        let receipt = try await house.apply()
        let withdraw = WithdrawApplication(caseFile: receipt.caseFile, seen: 1, reason: "另行选址")
        try await house.submit(withdraw, by: Actor(kind: .visitor, id: "visitor"))
        async let first = issuer.issue(for: receipt.caseFile, in: TestHouse.realm)
        async let second = issuer.issue(for: receipt.caseFile, in: TestHouse.realm)
        #expect(try await (first + second) == ["终止办理通知书"])
        #expect(try await house.state(receipt.caseFile).state.documents.count == 1)
    }

    @Test("who follows the log makes what timers and applicants left open, and goes on from there")
    func followed() async throws {
        let house = try await TestHouse.open()
        let folder = try TemporaryFolder()
        let issuer = try DocumentIssuerTests.issuer(house, folder.path)
        let receipt = try await house.apply()
        let end = try await house.log.read(TestHouse.realm) { try $0.nextPosition() }
        let withdraw = WithdrawApplication(caseFile: receipt.caseFile, seen: 1, reason: "另行选址")
        try await house.submit(withdraw, by: Actor(kind: .visitor, id: "visitor"))
        let next = try await issuer.catchUp(in: TestHouse.realm, from: end)
        #expect(next > end)
        #expect(try await house.state(receipt.caseFile).state.documents.map(\.name) == ["终止办理通知书"])
        let last = try await issuer.catchUp(in: TestHouse.realm, from: next)
        #expect(try await issuer.catchUp(in: TestHouse.realm, from: last) == last)
    }

    static func issuer(_ house: TestHouse, _ folder: String) throws -> DocumentIssuer {
        DocumentIssuer(
            log: house.log,
            blobs: try BlobStore(folder: folder),
            renderer: DocumentRenderer(),
            checkKey: house.ring.key(for: .receipt),
            publicAddress: "https://example.org",
            isDemonstration: true
        )
    }
}
