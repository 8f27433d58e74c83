import Access
import CanonicalJSON
import Casework
import Directory
import EventLog
import Kernel
import Processes
import RESTAPI
import TestHouse
import TestSupport
import Testing

/// Two hundred officers, each with an own post's token, at the real server, at the same cases, at the same moment.
@Suite("Two hundred officers at once")
struct OfficersAtOnceTests {
    private static let officers = 200
    private static let cases = 20

    /// One officer with the token that stands for post and person.
    private struct Caller: Sendable {
        let officer: String
        let token: String
    }

    /// What a caller was told: status and code of the answer.
    private struct Told: Sendable {
        let caller: Caller
        let caseFile: CaseFile.ID
        let status: Int
        let code: String
    }

    @Test(
        "nothing is lost, nothing doubled, every acknowledged act is in the log once, and all others hear of the conflict",
        arguments: StorageEngine.allCases
    )
    func atOnce(engine: StorageEngine) async throws {
        let api = try await TestAPI(on: engine)
        let receipts = try await Self.accepted(api)
        let callers = try await Self.staff(api)
        try await api.serve { client in
            let seen = try await api.house.state(receipts[0].caseFile).version

            // Ten officers want each case; every one of them sends the same request twice, as a program that lost the line.
            let claims = try await Self.all(callers) { index, caller in
                let receipt = receipts[index % Self.cases]
                let path = "/cases/\(receipt.number)/steps/examine/claim"
                async let first = Self.send(client, path, [:], caller, seen: seen, key: "claim-of-officer-\(index)")
                async let second = Self.send(client, path, [:], caller, seen: seen, key: "claim-of-officer-\(index)")
                let (one, other) = try await (first, second)
                #expect(one.status == other.status && one.code == other.code, "the same request, the same answer")
                return Told(caller: caller, caseFile: receipt.caseFile, status: one.status, code: one.code)
            }
            for receipt in receipts {
                let told = claims.filter { $0.caseFile == receipt.caseFile }
                let winners = told.filter { $0.status == 200 }
                #expect(winners.count == 1, "one officer has the step")
                let rest = told.filter { $0.status != 200 }
                #expect(rest.allSatisfy { $0.status == 412 && $0.code == "log.stale" }, "\(rest.map(\.code))")
                let assigned = try await Self.facts(api, receipt.caseFile) { fact in
                    if case .assigned(let assigned) = fact { assigned.officer } else { nil }
                }
                #expect(assigned == winners.map(\.caller.officer))
                let state = try await api.house.state(receipt.caseFile).state
                #expect(state.assignees["examine"] == winners.first?.caller.officer)
            }

            // What needs no seen version is done for everybody, once each.
            let urges = try await Self.all(callers) { index, caller in
                let receipt = receipts[index % Self.cases]
                let path = "/cases/\(receipt.number)/steps/examine/urge"
                let body: JSONValue = ["reasons": .string("请尽快办理，催办人\(index)")]
                async let first = Self.send(client, path, body, caller, seen: nil, key: "urge-of-officer-\(index)")
                async let second = Self.send(client, path, body, caller, seen: nil, key: "urge-of-officer-\(index)")
                let (one, other) = try await (first, second)
                #expect(other.status == one.status)
                return Told(caller: caller, caseFile: receipt.caseFile, status: one.status, code: one.code)
            }
            #expect(urges.allSatisfy { $0.status == 200 }, "\(Set(urges.map(\.code)))")
            var logged: [String] = []
            for receipt in receipts {
                logged += try await Self.facts(api, receipt.caseFile) { fact in
                    if case .urged(let urged) = fact { urged.reason } else { nil }
                }
            }
            #expect(logged.sorted() == (0..<Self.officers).map { "请尽快办理，催办人\($0)" }.sorted())
            try await Self.release(api, client, receipts, callers)
        }
    }

    /// All ten give the step of a case back at once; only who has it may, and the step is free once.
    private static func release(
        _ api: TestAPI,
        _ client: APIClient,
        _ receipts: [SubmitApplication.Answer],
        _ callers: [Caller]
    ) async throws {
        var versions: [CaseFile.ID: Int] = [:]
        var holders: [CaseFile.ID: String] = [:]
        for receipt in receipts {
            let state = try await api.house.state(receipt.caseFile)
            versions[receipt.caseFile] = state.version
            holders[receipt.caseFile] = state.state.assignees["examine"]
        }
        let (seen, held) = (versions, holders)
        let told = try await all(callers) { index, caller in
            let receipt = receipts[index % cases]
            let answer = try await send(
                client,
                "/cases/\(receipt.number)/steps/examine/release",
                ["reason": "改由其他人员办理"],
                caller,
                seen: seen[receipt.caseFile],
                key: "release-of-officer-\(index)"
            )
            return Told(caller: caller, caseFile: receipt.caseFile, status: answer.status, code: answer.code)
        }
        for answer in told {
            let isHolder = held[answer.caseFile] == answer.caller.officer
            #expect((answer.status == 200) == isHolder)
            #expect(isHolder || [403, 409, 412].contains(answer.status), "\(answer.status) \(answer.code)")
        }
        for receipt in receipts {
            let state = try await api.house.state(receipt.caseFile)
            #expect(state.state.assignees["examine"] == nil)
            #expect(state.version == (seen[receipt.caseFile] ?? 0) + 1)
        }
    }

    /// Everybody at the same time; what each was told, in the order of the callers.
    private static func all(
        _ callers: [Caller],
        _ act: @escaping @Sendable (Int, Caller) async throws -> Told
    ) async throws -> [Told] {
        try await withThrowingTaskGroup(of: (Int, Told).self) { group in
            for (index, caller) in callers.enumerated() {
                group.addTask { (index, try await act(index, caller)) }
            }
            return try await group.reduce(into: []) { $0.append($1) }.sorted { $0.0 < $1.0 }.map(\.1)
        }
    }

    private static func send(
        _ client: APIClient,
        _ path: String,
        _ body: JSONValue,
        _ caller: Caller,
        seen: Int?,
        key: String
    ) async throws -> APIClient.Answer {
        var headers = ["Content-Type: application/json", "Idempotency-Key: \(key)"]
        if let seen { headers.append("If-Match: \"\(seen)\"") }
        return try await client.send("POST", path, token: caller.token, headers: headers, body: body.canonicalBytes)
    }

    /// What the log has of a case, as far as `pick` takes it.
    private static func facts<Value: Sendable>(
        _ api: TestAPI,
        _ caseFile: CaseFile.ID,
        _ pick: @escaping @Sendable (CaseFileEvent) -> Value?
    ) async throws -> [Value] {
        try await api.house.log.read(TestHouse.realm) { reading in
            try reading.history(of: caseFile).compactMap { $0.as(CaseFileEvent.self).flatMap(pick) }
        }
    }

    /// Cases that wait to be examined.
    private static func accepted(_ api: TestAPI) async throws -> [SubmitApplication.Answer] {
        let clerk = try api.house.officer(.reception)
        return try await (0..<cases).concurrently { index in
            let receipt = try await api.house.apply(key: "apply-\(index)")
            for (step, outcome) in [("receive", "registered"), ("accept", "accepted")] {
                let command = CompleteStep(
                    caseFile: receipt.caseFile,
                    seen: try await api.house.state(receipt.caseFile).version,
                    step: Step.ID(step),
                    outcome: StepOutcome.ID(outcome),
                    opinion: "材料齐全"
                )
                try await api.house.submit(command, by: clerk)
            }
            return receipt
        }
    }

    /// Officers of the handling post, each certified, with an account and a token of its own.
    private static func staff(_ api: TestAPI) async throws -> [Caller] {
        let post = Directory.Post.ID(try api.house.officer(.handle).post ?? "")
        let division = try #require(Division.Code(TestHouse.division))
        return try await (0..<officers).concurrently { index in
            let employed = try await api.employ(index, at: post, division)
            return Caller(officer: employed.officer, token: employed.token)
        }
    }
}

extension TestAPI {
    /// Puts one more officer into a post; returns who it is, and the token.
    fileprivate func employ(
        _ index: Int,
        at post: Directory.Post.ID,
        _ division: Division.Code
    ) async throws -> (officer: String, token: String) {
        let clerk = Actor(kind: .officer, id: "founder")
        let (since, today): (Day, Day) = ("2026-01-05", house.clock.today)
        let officer = try await house.submit(RegisterOfficer("承办\(index)", of: house.agency, from: since), by: clerk)
        try await house.submit(AppointOfficer(officer, to: post, from: since), by: clerk)
        try await house.qualify(officer, on: since)
        let terms = Certificate.Terms(
            number: Certificate.Number("2316\(920_000 + index)"),
            kind: Responsibility.handle.certificateKind,
            scope: EnforcementCategory.allCases,
            area: division,
            issuer: "演示省人民政府",
            validFrom: since,
            validTo: "2028-12-31"
        )
        try await house.submit(IssueCertificate(terms, to: officer), by: clerk)
        let account = try await access.createAccount(
            try #require(SignInName("officer\(index)")),
            for: .officer(officer),
            in: TestHouse.realm,
            displayName: "承办\(index)",
            password: TestAPI.password,
            mustChange: false,
            by: nil,
            from: "test"
        )
        try await access.setRoles([RoleGrant(.caseOfficer, .agency)], of: account, by: nil, from: "test")
        guard let principal = try await access.principal(of: account, today: today) else {
            throw AccessError.unknownSession
        }
        let token = try await access.issueToken(
            for: "测试系统",
            at: post,
            scope: .act,
            through: "2027-01-31",
            to: principal,
            password: TestAPI.password,
            on: today,
            from: "test"
        )
        return (officer.text, token.text)
    }
}

extension Range<Int> {
    /// Makes one value a number, sixteen at a time, in the order of the numbers.
    fileprivate func concurrently<Value: Sendable>(
        _ make: @escaping @Sendable (Int) async throws -> Value
    ) async throws -> [Value] {
        try await withThrowingTaskGroup(of: (Int, Value).self) { group in
            var made: [(Int, Value)] = []
            for number in self {
                if number - lowerBound >= 16, let one = try await group.next() { made.append(one) }
                group.addTask { (number, try await make(number)) }
            }
            for try await one in group { made.append(one) }
            return made.sorted { $0.0 < $1.0 }.map(\.1)
        }
    }
}
