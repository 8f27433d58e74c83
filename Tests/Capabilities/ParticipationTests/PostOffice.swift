import Casework
import Database
import Directory
import EventLog
import Kernel
import Participation
import TestHouse
import TestSupport
import Testing

/// The small government of the tests, with its letters, and a second agency to pass them on to.
struct PostOffice {
    let house: TestHouse
    let clocks: ParticipationClocks
    let neighbor: Agency.ID
    static let visitor = Actor(kind: .visitor, id: "hall")

    init(on engine: StorageEngine) async throws {
        house = try await TestHouse.open(
            on: engine,
            migrations: ParticipationModule.migrations,
            families: ParticipationModule.families,
            projections: ParticipationModule.projections
        )
        clocks = try ParticipationClocks.shipped()
        let profile = Agency.Profile(
            code: "11511301008778190N",
            name: "演示区民政局",
            shortName: "演示民",
            division: try #require(Division.Code(TestHouse.division))
        )
        neighbor = try await house.submit(
            RegisterAgency(profile, from: "2026-01-05"),
            by: Actor(kind: .officer, id: "founder")
        )
    }

    /// Files a letter about the agency, anonymously unless a writer is given.
    func file(
        _ kind: LetterKind,
        title: String = "教师资格怎么认定",
        text: String = "请问非师范专业毕业，怎样申请认定教师资格？",
        writer: LetterContent.Writer? = nil,
        about: FileLetter.About? = nil
    ) async throws -> FileLetter.Answer {
        let letter = FileLetter(
            kind,
            about: about ?? .agency(house.agency),
            title: title,
            text: text,
            writer: writer,
            queryDigest: "digest",
            clocks
        )
        return try await house.submit(letter, by: PostOffice.visitor)
    }

    func letter(_ id: Letter.ID) async throws -> Versioned<Letter> {
        try await house.log.read(TestHouse.realm) { try $0.state(Letter.self, id.text) }
    }

    /// Lets an officer do something with the letter as it is now.
    func handle<C: Command>(_ id: Letter.ID, by officer: Actor? = nil, _ command: (Int) -> C) async throws {
        let seen = try await letter(id).version
        let officer = try officer ?? house.officer(.approve)
        try await house.submit(command(seen), by: officer)
    }

    func reply(
        _ id: Letter.ID,
        _ reply: String = "可以。请在每年春季向我局提出申请，材料见办事指南。",
        outcome: ComplaintOutcome? = nil,
        measures: String = ""
    ) async throws {
        try await handle(id) {
            ReplyToLetter(letter: id, seen: $0, reply: reply, outcome: outcome, measures: measures, clocks)
        }
    }

    func published(_ filter: PublicLetters.Filter = .init()) async throws -> [PublicLetters.Entry] {
        try await house.log.read(TestHouse.realm) { try PublicLetters($0).list(filter, limit: 50) }
    }

    func rows(_ kinds: [LetterKind], in stages: [Letter.Stage.Name]) async throws -> [LetterRow] {
        let agency = house.agency.text
        return try await house.log.read(TestHouse.realm) {
            try $0.letters(of: agency, kinds: kinds, in: stages, limit: 50)
        }
    }
}
