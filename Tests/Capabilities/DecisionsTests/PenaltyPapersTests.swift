import BlobStore
import Catalog
import Codes
import Cryptography
import Database
import Directory
import Documents
import EventLog
import Kernel
import Parties
import Processes
import Sanctions
import TestHouse
import TestSupport
import Testing

@testable import Casework
@testable import Decisions

@Suite("The papers of a penalty on the spot")
struct PenaltyPapersTests {
    @Test("each paper is made once; what goes to the party has number and seal, what stays in the file has none")
    func issued() async throws {
        let run = try await PenaltyPapersTests.decided()
        let folder = try TemporaryFolder()
        let issuer = DocumentIssuer(
            log: run.house.log,
            blobs: try BlobStore(folder: folder.path),
            renderer: DocumentRenderer(),
            checkKey: run.house.ring.key(for: .receipt),
            publicAddress: "https://example.org",
            isDemonstration: true
        )
        let names = ["执法证件出示记录", "当场告知记录", "陈述申辩记录", "当场行政处罚决定书", "送达回证"]
        #expect(try await issuer.issue(for: run.id, in: TestHouse.realm) == names)
        #expect(try await issuer.issue(for: run.id, in: TestHouse.realm).isEmpty)

        let documents = try await run.house.state(run.id).state.documents
        #expect(documents.map(\.isForParty) == [false, false, false, true, true])
        #expect(documents.map(\.number) == ["", "", "", "演示教当罚〔2026〕1号", "演示教罚送〔2026〕1号"])

        let decision = try Printed(await issuer.file(of: documents[3]))
        for word in ["先向", "第二十三条第（一）项", "罚款人民币200.00元", "演示路一百号", "执法证号", "第七十二条第一款第（一）项"] {
            #expect(decision.text.contains(word), "the decision lacks \(word)")
        }
        let receipt = try Printed(await issuer.file(of: documents[4]))
        #expect(receipt.text.contains("《当场行政处罚决定书》"))
        #expect(try await run.house.log.rebuild(TestHouse.realm, keeping: false).allSatisfy(\.isEqual))
    }

    static func decided(
        migrations: [Migration] = [],
        families: [any EventFamily.Type] = [],
        projections: [any Projection] = []
    ) async throws -> (house: TestHouse, id: CaseFile.ID) {
        var house = try await TestHouse.open(migrations: migrations, families: families, projections: projections)
        try await house.appointReviewerAndChair()
        let item = try await house.publish(.penaltySimple, .penalty, named: "对无证办学的处理")
        let clue = Clue(source: .inspection, facts: "未取得办学许可证招收幼儿二十三名", place: "演示路一百号", happenedOn: "2026-02-27")
        let party = RegisterParty.Applicant.person(
            name: "张三",
            identityNumber: "11010519491231002X",
            mobile: "13800000000"
        )
        let id = try await house.submit(
            OpenCase(item: item, party: party, clue: clue, documents: []),
            by: house.officer(.handle)
        ).caseFile
        let fine = [Sanction(.fine, amount: .yuan(200))]
        let steps: [(step: Step.ID, outcome: StepOutcome.ID, details: StepDetails)] = [
            ("identify", "shown", .none),
            (
                "notice", "notified",
                .proposal(
                    Proposal(broken: "民办教育促进法§12", basis: "民办教育促进法§64", sanctions: fine, discretion: "一般情节")
                )
            ), ("statement", "heard", .none),
            (
                "decide", "imposed",
                .imposition(
                    ImpositionDetails(sanctions: fine, reasons: "未取得办学许可证招收幼儿，事实清楚", performance: "当场缴纳")
                )
            ), ("serve", "served", .service(ServiceDetails(way: .direct, servedOn: "2026-03-02", note: ""))),
        ]
        let definition = try ProcessTemplate.penaltySimple.definition()
        for (step, outcome, details) in steps {
            let forms = try definition.step(step).flatMap { step in
                try step.outcome(outcome).map { try DocumentForms.shipped().forms(of: step, ending: $0) }
            }
            let command = CompleteStep(
                caseFile: id,
                seen: try await house.state(id).version,
                step: step,
                outcome: outcome,
                opinion: "情况属实",
                details: details,
                documents: (forms ?? []).map(DocumentRecord.sample),
                companions: [try house.officer(.handle, 1).id]
            )
            try await house.submit(command, by: house.officer(.handle))
        }
        return (house, id)
    }
}
