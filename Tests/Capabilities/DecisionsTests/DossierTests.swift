import BlobStore
import Codes
import Cryptography
import Database
import Directory
import Documents
import EventLog
import Kernel
import Parties
import Processes
import TestHouse
import TestSupport
import Testing

@testable import Casework
@testable import Decisions

@Suite("The dossier of a closed case")
struct DossierTests {
    @Test(
        "a closed case is bound: one file with every paper numbered, one package whose every file has its hash",
        arguments: StorageEngine.allCases
    )
    func bound(engine: StorageEngine) async throws {
        let archive = try await Archive(on: engine)
        let id = try await archive.withdrawn()
        try await archive.archive(id)
        let record = try await archive.record(id)
        let archived = try #require(record.archived)
        #expect(archived.retention == .period(.months(120)))
        #expect(archived.keptThrough == "2036-12-31")

        let bytes = try await archive.keeper.open(archived.bound.value, of: archived.number)
        #expect(DossierPackage.digest(of: bytes) == archived.boundDigest)
        let printed = try Printed(bytes)
        for words in ["行政许可案卷", "卷内目录", "申请内容和材料清单", "终止办理通知书", "备考表", "正卷1", "办园章程.pdf", "开办民办幼儿园"] {
            #expect(printed.text.contains(words), "\(words)")
        }
        #expect(printed.text.contains("共有文书材料3件、\(archived.pages)页"))

        let package = try await archive.keeper.open(archived.packed.value, of: archived.number)
        #expect(DossierPackage.digest(of: package) == archived.digest)
        let checked = DossierPackage.check(package)
        #expect(checked.faults.isEmpty)
        let manifest = try #require(checked.manifest)
        #expect(manifest.files.map(\.path) == ["dossier.pdf", "documents/001.pdf", "materials/001-1.pdf"])
        #expect(manifest.checkpoint == "note\n")
        let history = try await archive.house.log.read(TestHouse.realm) { try $0.history(of: id) }
        #expect(manifest.events.map(\.position) == history.map(\.position))
        #expect(try await archive.house.log.rebuild(TestHouse.realm, keeping: false).allSatisfy(\.isEqual))
        await archive.house.database.close()
    }

    @Test("what party and officers wrote to each other is bound, with its files")
    func messages() async throws {
        let archive = try await Archive()
        let house = archive.house
        let id = try await archive.apply()
        let file = try await archive.blobs.keep(
            Array("证明".utf8),
            name: "在读证明.pdf",
            mediaType: "application/pdf",
            randomness: SystemRandomness()
        )
        let party = Actor(kind: .party, id: "party")
        try await house.submit(SendCaseMessage(caseFile: id, text: "补一份证明可以吗？", files: [file]), by: party)
        try await house.submit(SendCaseMessage(caseFile: id, text: "可以，请上传。"), by: house.officer(.reception))
        let withdraw = WithdrawApplication(caseFile: id, seen: 1, reason: "另行选址")
        try await house.submit(withdraw, by: Actor(kind: .visitor, id: "visitor"))
        _ = try await archive.issuer.issue(for: id, in: TestHouse.realm)
        try await archive.archive(id)
        let archived = try #require(try await archive.record(id).archived)
        let printed = try Printed(try await archive.keeper.open(archived.bound.value, of: archived.number))
        for words in ["办件留言", "补一份证明可以吗", "可以，请上传", "在读证明.pdf"] {
            #expect(printed.text.contains(words), "\(words)")
        }
        let package = try await archive.keeper.open(archived.packed.value, of: archived.number)
        let manifest = try #require(DossierPackage.check(package).manifest)
        #expect(manifest.files.map(\.path).contains("messages/001-1.pdf"))
    }

    @Test("the same case bound again has the same bytes")
    func repeatable() async throws {
        let archive = try await Archive()
        let id = try await archive.withdrawn()
        let seen = try await archive.house.state(id).version
        let reading = try await archive.house.log.read(TestHouse.realm) {
            try DossierReading(id, seen: seen, on: "2026-03-02", in: $0)
        }
        let first = try await DossierBinding(archive.keeper, reading, checkpoint: "").make()
        let second = try await DossierBinding(archive.keeper, reading, checkpoint: "").make()
        #expect(first.packed.bytes == second.packed.bytes)
    }

    @Test("a copy that was changed is found out, and the file named")
    func copies() async throws {
        let archive = try await Archive()
        let id = try await archive.withdrawn()
        try await archive.archive(id)
        let archived = try #require(try await archive.record(id).archived)
        let package = try await archive.keeper.open(archived.packed.value, of: archived.number)
        let manifest = try #require(DossierPackage.check(package).manifest)
        let other = try DossierPackage(
            manifest,
            [("dossier.pdf", Array("%PDF".utf8)), ("documents/001.pdf", []), ("../../etc/passwd", [])]
        )
        #expect(
            DossierPackage.check(other.bytes).faults == [
                .changed(path: "dossier.pdf"), .changed(path: "documents/001.pdf"),
                .missing(path: "materials/001-1.pdf"), .stranger(path: "../../etc/passwd"),
            ]
        )
        for end in stride(from: 0, to: package.count, by: package.count / 40) {
            #expect(DossierPackage.check(Array(package[..<end])).faults == [.unreadable])
        }
    }

    @Test("an open case, and one bound already, is not bound; the same act twice is one")
    func order() async throws {
        let archive = try await Archive()
        let open = try await archive.apply()
        await #expect(throws: DecisionsError.notClosed(open)) { try await archive.archive(open) }
        let id = try await archive.withdrawn()
        try await archive.archive(id, key: "once-and-only-once")
        // Whoever asks again is told before anything is made.
        await #expect(throws: DecisionsError.alreadyArchived(on: "2026-03-02")) { try await archive.archive(id) }
    }

    @Test("papers that are missing are made first, and whoever archives looks at them before going on")
    func incomplete() async throws {
        let archive = try await Archive()
        let id = try await archive.apply()
        let withdraw = WithdrawApplication(caseFile: id, seen: 1, reason: "另行选址")
        try await archive.house.submit(withdraw, by: Actor(kind: .visitor, id: "visitor"))
        await #expect(throws: DecisionsError.papersMade(["终止办理通知书"])) { try await archive.archive(id) }
        try await archive.archive(id)
        #expect(try await archive.record(id).archived != nil)
    }

    @Test("a penalty is bound once it can no longer be brought before reconsideration")
    func remedies() async throws {
        let run = try await PenaltyPapersTests.decided(
            migrations: DecisionsModule.migrations,
            families: DecisionsModule.families,
            projections: DecisionsModule.projections
        )
        let archive = try await Archive(run.house)
        try await archive.finish(run.id)
        _ = try await archive.issuer.issue(for: run.id, in: TestHouse.realm)
        let until = DecisionsError.waitsForRemedies(until: "2026-05-02", source: "行政复议法§20")
        await #expect(throws: until) { try await archive.archive(run.id) }
        run.house.clock.set("2026-05-02")
        try await archive.archive(run.id)
        let archived = try #require(try await archive.record(run.id).archived)
        let bytes = try await archive.keeper.open(archived.bound.value, of: archived.number)
        let text = try Printed(bytes).text
        for words in ["行政处罚（简易程序）案卷", "正卷1", "副卷1"] { #expect(text.contains(words), "\(words)") }
        // The receipt of service follows the decision that it is about.
        let titles = try DossierOrder.shipped().placed(
            try await run.house.state(run.id).state.documents,
            of: .penaltySimple
        )
        .map(\.document.name)
        let decision = try #require(titles.firstIndex(of: "当场行政处罚决定书"))
        #expect(titles[decision + 1] == "送达回证")
    }

    @Test("who may not keep dossiers is refused", arguments: [Responsibility.review, .approve])
    func strangers(_ responsibility: Responsibility) async throws {
        let archive = try await Archive()
        let id = try await archive.withdrawn()
        let officer = try archive.house.officer(responsibility)
        await #expect(throws: DecisionsError.notKeeper(["承办", "窗口受理"])) { try await archive.archive(id, by: officer) }
        await #expect(throws: CaseworkError.self) {
            try await archive.archive(id, by: Actor(kind: .visitor, id: "visitor"))
        }
    }

    @Test("an officer of another agency neither archives nor lends nor takes back")
    func foreign() async throws {
        let archive = try await Archive()
        let id = try await archive.withdrawn()
        let stranger = try await archive.foreigner(.handle)
        await #expect(throws: CaseworkError.otherAgency("演示区教育局")) { try await archive.archive(id, by: stranger) }
        try await archive.archive(id)
        let foreignHead = try await archive.foreigner(.approve)
        await #expect(throws: CaseworkError.otherAgency("演示区教育局")) { try await archive.lend(id, by: foreignHead) }
        // Nor is a dossier lent to one.
        let head = try archive.house.officer(.approve)
        await #expect(throws: DecisionsError.borrowerUnknown(stranger.id)) {
            try await archive.lend(id, to: stranger.id, by: head)
        }
        try await archive.lend(id, by: head)
        await #expect(throws: CaseworkError.otherAgency("演示区教育局")) { try await archive.giveBack(id, by: stranger) }
    }

    @Test(
        "a dossier is lent once at a time, comes back, and is listed as overdue meanwhile",
        arguments: StorageEngine.allCases
    )
    func lending(engine: StorageEngine) async throws {
        let archive = try await Archive(on: engine)
        let id = try await archive.withdrawn()
        let (head, keeper) = (try archive.house.officer(.approve), try archive.house.officer(.handle))
        await #expect(throws: DecisionsError.notArchived(id)) { try await archive.lend(id, by: head) }
        try await archive.archive(id)
        await #expect(throws: DecisionsError.notLent(id)) { try await archive.giveBack(id, by: keeper) }
        await #expect(throws: DecisionsError.ownLoan) { try await archive.lend(id, to: head.id, by: head) }
        for days in [0, 31, -1] {
            await #expect(throws: DecisionsError.loanTooLong(limit: 30, found: days)) {
                try await archive.lend(id, days: days, by: head)
            }
        }
        await #expect(throws: CaseworkError.self) { try await archive.lend(id, reason: " ", by: head) }
        try await archive.lend(id, days: 5, by: head)
        await #expect(throws: DecisionsError.alreadyLent(due: "2026-03-07")) { try await archive.lend(id, by: head) }
        #expect(try await archive.listed(.lent, on: "2026-03-07").map(\.caseFile) == [id])
        #expect(try await archive.listed(.overdue, on: "2026-03-07").isEmpty)
        #expect(try await archive.listed(.overdue, on: "2026-03-08").map(\.caseFile) == [id])
        // Who has it does not say that it came back.
        let borrower = try archive.house.officer(.handle, 1)
        await #expect(throws: DecisionsError.ownReturn) { try await archive.giveBack(id, by: borrower) }
        try await archive.giveBack(id, by: keeper)
        #expect(try await archive.listed(.lent, on: "2026-03-08").isEmpty)
        let loan = try #require(try await archive.record(id).loans.first)
        #expect(loan.approver == head.id && loan.finding == "页数相符，完好")
        #expect(try await archive.house.log.rebuild(TestHouse.realm, keeping: false).allSatisfy(\.isEqual))
        await archive.house.database.close()
    }

    @Test(
        "what has served its time is proposed for appraisal, and nothing is thrown away",
        arguments: StorageEngine.allCases
    )
    func expired(engine: StorageEngine) async throws {
        let archive = try await Archive(on: engine)
        let id = try await archive.withdrawn()
        try await archive.archive(id)
        #expect(try await archive.listed(.expired, on: "2036-12-31").isEmpty)
        #expect(try await archive.listed(.expired, on: "2037-01-01").map(\.caseFile) == [id])
        #expect(try await archive.listed(.all, on: "2037-01-01").count == 1)
        await archive.house.database.close()
    }
}
