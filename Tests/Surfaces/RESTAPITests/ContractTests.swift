import Access
import CanonicalJSON
import Foundation
import Kernel
import Testing
import WebServer

@testable import RESTAPI

/// `openapi.json` and the codes are recorded from what is served; `RECORD=1` writes them anew, and that run fails.
@Suite("The contract of the interface")
struct ContractTests {
    @Test("the recorded contract is what the operations say")
    func recorded() throws {
        let text = OpenAPIDocument(operations: RESTAPI.operations).value.indented
        if ProcessInfo.processInfo.environment["RECORD"] == "1" {
            try Data(text.utf8).write(to: Contract.file)
            Issue.record("recorded \(Contract.file.lastPathComponent)")
        }
        #expect(try String(contentsOf: Contract.file, encoding: .utf8) == text)
    }

    @Test("every route is in the contract and every operation of the contract is a route")
    func routes() async throws {
        let api = try await TestAPI().api
        let served = Set(
            api.routes.filter { $0.sender == .program && $0.name != "api.contract" }
                .map { "\($0.method.rawValue) \($0.path.text)" }
        )
        let listed = Set(try Contract.recorded().operations.map { "\($0.method) /api/v1\($0.path)" })
        #expect(served == listed)
        #expect(served.count > 25)
    }

    @Test("one name means one shape, and nothing that programs change is open without a token")
    func shapes() async throws {
        let shapes = OpenAPIDocument.shapes(of: RESTAPI.operations)
        for (name, same) in Dictionary(grouping: shapes, by: \.name) {
            #expect(Set(same).count == 1, "\(name) means more than one thing")
            #expect(name != "Problem")
        }
        for route in try await TestAPI().api.routes where route.access == .everyone {
            #expect(route.method == .get)
            #expect(["api.page", "api.problems", "api.problem", "api.contract"].contains(route.name))
        }
    }

    @Test("every code that a refusal can bear is explained, and no other")
    func codes() throws {
        let kinds = try WordedCodes.all()
        let file = Contract.file.deletingLastPathComponent()
            .appending(path: "../../../Definitions/api/problems.json").standardized
        let text =
            JSONValue.array(
                kinds.map { kind in
                    [
                        "code": .string(kind.code), "status": .integer(Int64(kind.status)),
                        "words": .string(kind.words), "article": .string(kind.article),
                    ]
                }
            ).indented
        if ProcessInfo.processInfo.environment["RECORD"] == "1" {
            try Data(text.utf8).write(to: file)
            Issue.record("recorded \(file.lastPathComponent)")
        }
        #expect(try String(contentsOf: file, encoding: .utf8) == text)
        #expect(kinds.count > 150)
    }
}
