import Cryptography
import Kernel
import TestHouse
import TestSupport
import Testing

@testable import Casework

@Suite("Drafts of applications")
struct DraftTests {
    @Test("of many who change a draft at once, nobody's change is lost", arguments: StorageEngine.allCases)
    func changes(on engine: StorageEngine) async throws {
        let house = try await TestHouse.open(on: engine)
        let drafts = SubmissionDrafts(
            database: house.database,
            realm: TestHouse.realm,
            key: house.ring.key(for: .draft),
            clock: house.clock,
            randomness: SeededRandomness(seed: 5)
        )
        let id = try await drafts.begin("item").id
        try await withThrowingTaskGroup(of: Void.self) { group in
            for number in 1...20 {
                group.addTask { _ = try await drafts.change(id) { $0.answers["\(number)"] = "answered" } }
            }
            try await group.waitForAll()
        }
        let draft = try #require(try await drafts.draft(id))
        #expect(draft.answers.count == 20)
        #expect(draft.version == 20)
        let same = try await drafts.change(id) { $0.answers["1"] = "answered" }
        #expect(same?.draft.version == 20, "what changes nothing is no version")
        #expect(try await drafts.change("nobody", { $0.answers["1"] = "" }) == nil)
    }

    @Test("a change that is refused leaves the draft as it was")
    func refused() async throws {
        let house = try await TestHouse.open(on: .sqlite)
        let drafts = SubmissionDrafts(
            database: house.database,
            realm: TestHouse.realm,
            key: house.ring.key(for: .draft),
            clock: house.clock,
            randomness: SeededRandomness(seed: 5)
        )
        let id = try await drafts.begin("item").id
        await #expect(throws: CaseworkError.notSuspended) {
            try await drafts.change(id) { draft in
                draft.answers["1"] = "half"
                throw CaseworkError.notSuspended
            }
        }
        #expect(try await drafts.draft(id)?.answers.isEmpty == true)
    }
}
