import BlobStore
import Casework
import Catalog
import EventLog
import Kernel
import Parties
import Processes
import Testing
import TimeLimits

@testable import Hall

/// The compiler proves that every case has words; here, that the words are fit for people.
@Suite("Words for refusals")
struct WordingTests {
    static let refusals: [any Error] = [
        CaseworkError.wrongQueryCode, CaseworkError.wrongStage(expected: [.correction], found: .closed),
        CaseworkError.materialMissing(["申请书"]), CaseworkError.correctionIncomplete(missing: ["章程"]),
        CaseworkError.textTooLong(field: "撤回原因", limit: 10, found: 12), CaseworkError.itemNotReady("1"),
        CaseworkError.notAnOfficer, CaseworkError.alreadyProlonged,
        CaseworkError.answerNotAccepted(field: "面积", found: "很大"),
        CatalogError.unknownItem("1"), CatalogError.notExecutable(code: "1", on: "2026-03-02", .notConfirmed),
        CatalogError.notExecutable(code: "1", on: "2026-03-02", .abolished(on: "2026-01-01")), CatalogError.unchanged,
        PartiesError.name(length: 0, greatest: 60), PartiesError.identityNumber(.checkDigit(expected: "X")),
        PartiesError.mobile, PartiesError.creditCode, EventLogError.keyReused(key: "k"), EventLogError.stopping,
        TimeLimitError.outsideDays(last: .last), ProcessRefusal.notPublished("p"), BlobError.tooLarge(limit: 1 << 20),
        BlobError.missing(Blob.ID("B")),
    ]

    @Test("every refusal has a status, a code, a heading and a Chinese sentence", arguments: refusals.indices)
    func words(index: Int) throws {
        let wording = try #require(HallWording.of(WordingTests.refusals[index]))
        #expect((400..<600).contains(wording.status))
        #expect(wording.code.allSatisfy { $0.isASCII && ($0.isLowercase || $0 == "_") })
        #expect(!wording.heading.isEmpty)
        #expect(wording.sentence.contains { $0.unicodeScalars.allSatisfy(\.properties.isIdeographic) })
    }

    @Test("our own faults have no words of the law")
    func ownFault() {
        struct Surprise: Error {}
        #expect(HallWording.of(Surprise()) == nil)
    }
}
