import Cryptography
import Database
import EventLog
import Kernel
import Law
import TestSupport
import Testing

@Suite("The library")
struct LibraryTests {
    private static let realm = Realm(1)
    private static let old = """
        # 中华人民共和国风筝法
        2003年8月27日 某会通过
        2004年7月1日 施行
        <!-- INFO END -->
        ## 第一章 总则
        第一条 旧的第一条。
        第二条 只有旧法有的一条。
        """
    private static let new = """
        # 中华人民共和国风筝法
        2003年8月27日 某会通过
        2019年4月23日 某会修订
        2019年7月1日 施行
        <!-- INFO END -->
        ## 第一章 总则
        第一条 新的第一条：
        （一）一项；
        （二）二项。
        """

    private func library(on engine: StorageEngine) async throws -> EventLog {
        let database = try await engine.open(EventLog.migrations + LawModule.migrations)
        let log = EventLog(
            database: database,
            registry: EventRegistry(LawModule.families),
            projections: LawModule.projections,
            reactors: [],
            ring: .ephemeral(randomness: SeededRandomness(seed: 1)),
            clock: FixedClock(Instant("2026-11-22", hour: 9)),
            randomness: SeededRandomness(seed: 7)
        )
        try await log.create(LibraryTests.realm, isDemonstration: true)
        return log
    }

    private func bring(
        _ text: String,
        into log: EventLog,
        _ key: String,
        isCorrection: Bool = false
    ) async throws -> Int {
        let version = try StatuteMarkdown.read(text.utf8).version
        let command = ImportStatute(version, source: "风筝法.md", isCorrection: isCorrection)
        let act = Act(realm: LibraryTests.realm, actor: .system("test"), key: key)
        return try await log.submit(command, as: act).answer
    }

    private func cited(_ text: String, on day: Day, in log: EventLog) async throws -> CitedArticle {
        let gists = try LawGists(Array(#"{"风筝法#9":"不得放飞。"}"#.utf8))
        let basis = try #require(LegalBasis(text))
        let answers = try await log.read(LibraryTests.realm) { try $0.citedArticles([basis], on: day, gists: gists) }
        return try #require(answers.first)
    }

    @Test(
        "a citation leads to the words of the version in force, else to the gist, else to nothing",
        arguments: StorageEngine.allCases
    )
    func citations(on engine: StorageEngine) async throws {
        let log = try await library(on: engine)
        #expect(try await cited("风筝法#9", on: "2026-01-01", in: log) == .gist("不得放飞。"))
        #expect(try await bring(LibraryTests.new, into: log, "1") == 1)
        #expect(try await bring(LibraryTests.old, into: log, "2") == 2)
        let title = "中华人民共和国风筝法"
        #expect(
            try await cited("《风筝法》第一条", on: "2010-01-01", in: log)
                == .text(title: title, version: 2, inForceFrom: "2004-07-01", lines: ["旧的第一条。"])
        )
        #expect(
            try await cited("风筝法#1(二)", on: "2019-07-01", in: log)
                == .text(title: title, version: 1, inForceFrom: "2019-07-01", lines: ["新的第一条：", "（二）二项。"])
        )
        // Before any version was in force the oldest one speaks.
        #expect(
            try await cited("风筝法#1", on: "1999-01-01", in: log)
                == .text(title: title, version: 2, inForceFrom: "2004-07-01", lines: ["旧的第一条。"])
        )
        #expect(try await cited("风筝法#9", on: "2026-01-01", in: log) == .gist("不得放飞。"))
        #expect(try await cited("没有的法#1", on: "2026-01-01", in: log) == .unknown)
        #expect(try await cited("风筝法#2", on: "2026-01-01", in: log) == .unknown)
        let statutes = try await log.read(LibraryTests.realm) { try $0.importedStatutes("风筝法") }
        #expect(statutes.map(\.articleCount) == [1, 2])
        #expect(try await log.rebuild(LibraryTests.realm, keeping: false).allSatisfy(\.isEqual))
    }

    @Test(
        "the same text is not taken twice, another of the same day only as a correction",
        arguments: StorageEngine.allCases
    )
    func doubles(on engine: StorageEngine) async throws {
        let log = try await library(on: engine)
        let title = "中华人民共和国风筝法"
        _ = try await bring(LibraryTests.old, into: log, "1")
        await #expect(throws: LawError.alreadyImported(title: title, version: 1)) {
            try await bring(LibraryTests.old, into: log, "2")
        }
        let corrected = LibraryTests.old + "\n第三条 漏了的一条。"
        await #expect(throws: LawError.dayTaken(title: title, inForceFrom: "2004-07-01", version: 1)) {
            try await bring(corrected, into: log, "3")
        }
        #expect(try await bring(corrected, into: log, "4", isCorrection: true) == 2)
        guard case .text(_, let version, _, _) = try await cited("风筝法#1", on: "2010-01-01", in: log) else {
            Issue.record("expected another answer")
            return
        }
        #expect(version == 2)
    }

    @Test("a changed statute read from the rows is the one its events make", arguments: StorageEngine.allCases)
    func rows(on engine: StorageEngine) async throws {
        let log = try await library(on: engine)
        _ = try await bring(LibraryTests.old, into: log, "old")
        let unchanged = try await log.read(LibraryTests.realm) {
            try $0.reader.changedStatutes(among: ["风筝法"], in: LibraryTests.realm)
        }
        #expect(unchanged.isEmpty)
        _ = try await bring(LibraryTests.new, into: log, "new")
        let act = Act(realm: LibraryTests.realm, actor: .system("test"), key: "repeal")
        _ = try await log.submit(RepealStatute("风筝法", from: "2027-01-01", ground: "某会决定"), as: act)
        let (rows, folded) = try await log.read(LibraryTests.realm) { reading in
            (
                try reading.reader.changedStatutes(among: ["风筝法", "气球法", "风筝法"], in: LibraryTests.realm),
                try reading.state(Statute.self, "风筝法").state
            )
        }
        #expect(rows.keys.sorted() == ["风筝法"])
        #expect(rows["风筝法"]?.standings == folded.standings)
        #expect(rows["风筝法"]?.repeal == folded.repeal)
        #expect(try await log.rebuild(LibraryTests.realm, keeping: false).allSatisfy(\.isEqual))
    }
}
