import Casework
import Codes
import Kernel
import Processes
import TestHouse
import Testing

@Suite("Papers written along with a step where the case calls for them")
struct OccasionalPaperTests {
    private static let order = DocumentRecord(
        document: "责令改正通知书",
        entries: [
            DocumentEntry(key: "violation", label: "违法事实及违反的规定", text: "未取得办学许可证招收幼儿二十三名"),
            DocumentEntry(key: "requirement", label: "改正的要求", text: "立即停止招收幼儿"),
            DocumentEntry(key: "until", label: "改正期限", text: "2026-03-20"),
        ]
    )

    @Test("the order to correct is written with the investigation of a penalty, whole or not at all (行政处罚法 §28)")
    func along() async throws {
        let run = try await ExOfficioRun.open(.penaltyOrdinary, .penalty)
        try await run.complete("file", "filed")
        // Where no law foresees it, it belongs to no step.
        let identify = try await run.papers("identify", "shown")
        await #expect(throws: CaseworkError.documentUnexpected("责令改正通知书")) {
            try await run.complete("identify", "shown", documents: identify + [Self.order])
        }
        try await run.complete("identify", "shown")
        let papers = try await run.papers("investigate", "done")
        let half = DocumentRecord(document: Self.order.document, entries: Array(Self.order.entries.prefix(1)))
        await #expect(throws: CaseworkError.self) {
            try await run.complete("investigate", "done", documents: papers + [half])
        }
        #expect(try await run.state().position.steps == ["investigate"])
        try await run.complete("investigate", "done", documents: papers + [Self.order])
        #expect(try await run.state().written.map(\.record.document).contains("责令改正通知书"))
    }
}
