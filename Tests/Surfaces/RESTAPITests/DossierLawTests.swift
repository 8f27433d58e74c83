import CanonicalJSON
import EventLog
import TestHouse
import TestSupport
import Testing

@testable import RESTAPI

@Suite("Dossiers through the interface")
struct DossierLawTests {
    @Test("archived, read, lent and returned; too early, twice, by the wrong person or from outside is refused by name")
    func dossier() async throws {
        let api = try await TestAPI()
        try await api.serve { client in
            let number = try await client.application(api)
            let path = "/cases/\(number)/dossier"
            func archive(as caller: TestAPI.Caller) async throws -> APIClient.Answer {
                try await client.post(
                    "\(path)/archive",
                    [:],
                    as: caller,
                    seen: try await client.caseFile(number).version
                )
            }
            let early = try await archive(as: .handler)
            #expect(early.status == 409 && early.code == "dossiers.notClosed" && early.article == "档案法§13")
            let seen = try await client.caseFile(number).version
            let withdrawn = try await client.post(
                "/cases/\(number)/withdraw",
                ["reason": "申请人另行选址，书面撤回"],
                as: .window,
                seen: seen
            )
            #expect(withdrawn.status == 200, "\(withdrawn.raw.body)")
            #expect(try await client.get(path, as: .handler).code == "dossiers.notArchived")
            #expect(try await archive(as: .approver).status == 403)
            #expect(try await archive(as: .stranger).status == 404)
            let archived = try await archive(as: .handler)
            #expect(archived.status == 200, "\(archived.raw.body)")
            #expect(try await archive(as: .handler).code == "dossiers.archived")

            let found = try await client.get(path, as: .handler)
            #expect(found.value["digest"]?.text?.count == 64)
            #expect(found.value["borrower"] == nil)
            #expect(try await client.get("\(path)/package", as: .handler).status == 200)
            #expect(try await client.get("\(path)/bound", as: .handler).status == 200)
            #expect(try await client.get("\(path)/bound", as: .window).status == 403)
            #expect(try await client.get("\(path)/package", as: .stranger).status == 404)

            let borrower = try #require(api.officers[.colleague]?.id)
            let loan: JSONValue = ["borrower": .string(borrower), "days": 5, "reason": "案卷评查"]
            #expect(try await client.post("\(path)/lend", loan, as: .handler).status == 403)
            #expect(try await client.post("\(path)/lend", loan, as: .approver).status == 200)
            #expect(try await client.post("\(path)/lend", loan, as: .approver).code == "dossiers.lent")
            #expect(try await client.get(path, as: .handler).value["borrower"]?.text == borrower)
            let finding: JSONValue = ["finding": "页数相符，完好"]
            #expect(try await client.post("\(path)/return", finding, as: .colleague).code == "dossiers.ownReturn")
            #expect(try await client.post("\(path)/return", finding, as: .handler).status == 200)
            #expect(try await client.post("\(path)/return", finding, as: .handler).code == "dossiers.notLent")
        }
    }
}
