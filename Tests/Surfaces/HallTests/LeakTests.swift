import Casework
import Catalog
import Directory
import EventLog
import Kernel
import Parties
import Processes
import Publicity
import TestHouse
import TestSupport
import Testing

@testable import Hall

@Suite("Nothing leaks from what the Hall shows")
struct LeakTests {
    @Test("no sentence of the corpus leaks on a page, in a list, a feed or a file")
    func channels() async throws {
        let site = try await HallTestSite()
        // One decision holds one sentence of each kind, so that every sentence goes through every channel.
        let leaks = LeakCorpus.leaks
        let size = 8
        var published: [String] = []
        for start in stride(from: 0, to: leaks.count, by: size) {
            let content = leaks[start..<min(start + size, leaks.count)].map(\.sentence).joined(separator: "；")
            published.append(try await site.publishDecision(content))
        }
        let numbers = published
        let secrets = leaks.map(\.secret) + ["张三", "11010519491231002X"]
        try await site.serve { visitor in
            var seen: [String] = []
            for path in [
                "/", "/decisions", "/feeds/decisions.atom", "/open-data", "/open-data/decisions/2026-03.csv",
                "/open-data/decisions/2026-03.json", "/open-data/decisions/2026-03.xlsx",
                "/search/decisions?category=01", "/search/decisions?q=民办幼儿园",
            ] + numbers.map(HallPath.decision) {
                try await visitor.go(path)
                #expect(visitor.status == 200, "\(path)")
                #expect(visitor.page.utf8.count > 500)
                seen.append(visitor.page)
            }
            let haystacks = seen.map(Haystack.init)
            for secret in secrets {
                #expect(!haystacks.contains { $0.holds(secret) }, "\(secret)")
            }
            #expect(seen[4].contains(numbers[0]))
            #expect(seen[6].contains(numbers[0]))
        }
    }
}

extension HallTestSite {
    /// Takes a case to its published decision by the officers' commands, and returns the document's number.
    func publishDecision(_ content: String, of item: PowerItem.ID? = nil) async throws -> String {
        let receipt = try await house.apply(for: item, key: "leak \(content.hashValue)")
        return try await grant(receipt.caseFile, content)
    }

    /// Takes a case to its published decision, which grants what was applied for.
    @discardableResult
    func grant(_ caseFile: CaseFile.ID, _ content: String) async throws -> String {
        let details = StepDetails.decision(
            .init(reasons: "符合法定条件，材料齐全", content: content, validFrom: "2026-03-02", validThrough: "2029-03-01")
        )
        let service = StepDetails.service(.init(way: .direct, servedOn: house.clock.today, note: "申请人签收"))
        let steps: [(Step.ID, StepOutcome.ID, Responsibility, StepDetails)] = [
            ("receive", "registered", .reception, .none), ("accept", "accepted", .reception, .none),
            ("examine", "proposed", .handle, .none), ("review", "agreed", .review, .none),
            ("decide", "granted", .approve, details), ("permit", "made", .reception, .none),
            ("serve", "served", .reception, service), ("publish", "published", .reception, .none),
        ]
        for (step, outcome, responsibility, details) in steps {
            let command = CompleteStep(
                caseFile: caseFile,
                seen: try await house.state(caseFile).version,
                step: step,
                outcome: outcome,
                opinion: "符合条件，同意",
                details: details
            )
            try await house.submit(command, by: try house.officer(responsibility))
        }
        return try #require(try await house.state(caseFile).state.decision?.number)
    }
}
