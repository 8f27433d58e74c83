import WebServer
import EventLog
import TestHouse
import TestSupport
import Access
import CanonicalJSON
import Directory
import Kernel
import Testing

@testable import RESTAPI

/// Unlawful tries through the interface: each is refused with its code and its article, and changes nothing.
@Suite("Attacks on the interface", .serialized)
struct AttackTests {
    @Test("without a token that counts, and beyond what it counts for, no act is done")
    func tokens() async throws {
        let api = try await TestAPI()
        let reading = try await api.issue(.handler, .read)
        let revoked = try await api.revoked(.handler)
        try await api.serve { client in
            let number = try await client.application(api)
            var attempts: [Attempt] = []
            for endpoint in RESTAPI.operations where !endpoint.method.isSafe {
                let path = endpoint.filled(number, "accept")
                let body = endpoint.body?.sample ?? [:]
                func attempt(_ name: String, _ token: String?, _ status: Int, _ code: String) -> Attempt {
                    .act("\(endpoint.name), \(name)", path, body, as: token, seen: 1, status, code)
                }
                attempts += [
                    attempt("no token", nil, 401, "token.missing"),
                    attempt(
                        "a token of chance",
                        "hengjian_\(String(repeating: "ab", count: 32))",
                        401,
                        "token.unknown"
                    ),
                    attempt("a revoked token", revoked.text, 401, "token.revoked"),
                ]
                if !Set(endpoint.permissions).isDisjoint(with: Role.caseOfficer.actions) {
                    attempts.append(attempt("a token that only reads", reading.text, 403, "token.scope"))
                }
                for caller in TestAPI.Caller.allCases {
                    guard let role = caller.role, Set(endpoint.permissions).isDisjoint(with: role.actions) else {
                        continue
                    }
                    attempts.append(
                        attempt("\(caller) without the role", api.tokens[caller], 403, "access.notPermitted")
                    )
                }
            }
            try await client.tryOut(attempts, api, atLeast: 150)
        }
    }

    @Test("what is malformed is refused with its place before anything is looked at")
    func malformed() async throws {
        let api = try await TestAPI()
        try await api.serve { client in
            let number = try await client.application(api)
            var attempts: [Attempt] = []
            for endpoint in RESTAPI.operations where !endpoint.method.isSafe {
                guard let shape = endpoint.body, let caller = endpoint.caller else { continue }
                let path = endpoint.filled(number, "accept")
                let (token, sample) = (api.tokens[caller], shape.sample)
                let type = "Content-Type: application/json"
                let (key, seen) = ("Idempotency-Key: \(SystemRandomness().code(20))", "If-Match: \"1\"")
                func attempt(
                    _ name: String,
                    _ headers: [String],
                    _ body: [UInt8],
                    _ status: Int,
                    _ code: String
                ) -> Attempt {
                    Attempt(
                        name: "\(endpoint.name), \(name)",
                        path: path,
                        token: token,
                        headers: headers,
                        body: body,
                        status: status,
                        code: code,
                        article: ""
                    )
                }
                let bytes = sample.canonicalBytes
                attempts += [
                    attempt("no key", [type, seen], bytes, 400, "api.keyMissing"),
                    attempt(
                        "a key of three letters",
                        [type, seen, "Idempotency-Key: abc"],
                        bytes,
                        400,
                        "api.keyInvalid"
                    ),
                    attempt("broken JSON", [type, seen, key], Array("{\"reasons\":".utf8), 400, "api.malformed"),
                    attempt("a list for an object", [type, seen, key], Array("[]".utf8), 422, "api.body"),
                    attempt(
                        "text for JSON",
                        ["Content-Type: text/plain", seen, key],
                        bytes,
                        415,
                        "web.unsupportedBody"
                    ),
                ]
                if endpoint.seen != .nothing {
                    attempts += [
                        attempt("no version", [type, key], bytes, 428, "api.versionMissing"),
                        attempt("any version", [type, key, "If-Match: *"], bytes, 400, "api.versionInvalid"),
                    ]
                }
                guard case .object(var members) = sample else { continue }
                members["isAdmin"] = true
                attempts.append(
                    attempt(
                        "an unknown member",
                        [type, seen, key],
                        JSONValue.object(members).canonicalBytes,
                        422,
                        "api.body"
                    )
                )
                for field in shape.fields where field.isRequired {
                    guard case .object(var members) = sample else { continue }
                    members[field.name] = field.shape.wrong
                    attempts.append(
                        attempt(
                            "\(field.name) of another kind",
                            [type, seen, key],
                            JSONValue.object(members).canonicalBytes,
                            422,
                            "api.body"
                        )
                    )
                }
            }
            try await client.tryOut(attempts, api, atLeast: 200)
        }
    }

    @Test("another agency's case is not there, an old version is told the present one, for every act")
    func outOfReach() async throws {
        let api = try await TestAPI()
        try await api.serve { client in
            let number = try await client.application(api)
            try await client.complete(number, "accept", "accepted", as: .window)
            var attempts: [Attempt] = []
            for endpoint in RESTAPI.operations
            where !endpoint.method.isSafe && endpoint.path.hasPrefix("/cases/{number}") {
                let path = endpoint.filled(number, "examine")
                let body = endpoint.body?.sample ?? [:]
                if !Set(endpoint.permissions).isDisjoint(with: Role.caseOfficer.actions) {
                    attempts.append(
                        .act(
                            "\(endpoint.name), of another agency",
                            path,
                            body,
                            as: api.tokens[.stranger],
                            seen: 1,
                            404,
                            "case.unknown"
                        )
                    )
                }
                let mayHandle = endpoint.permissions.contains(.examineCase)
                guard let caller = mayHandle ? .handler : endpoint.caller else { continue }
                attempts.append(
                    .act(
                        "\(endpoint.name), no such case",
                        endpoint.filled("511602-20260302-99999", "examine"),
                        body,
                        as: api.tokens[caller],
                        seen: 1,
                        404,
                        "case.unknown"
                    )
                )
                guard endpoint.seen == .caseFile, endpoint.name != "PublishDecision" else { continue }
                attempts.append(
                    .act(
                        "\(endpoint.name), an old version",
                        path,
                        body,
                        as: api.tokens[caller],
                        seen: 1,
                        412,
                        "log.stale"
                    )
                )
            }
            try await client.tryOut(attempts, api, atLeast: 55)
        }
    }

    @Test("no step is done by who does not hold its post, in whatever stage the case is")
    func wrongPost() async throws {
        let api = try await TestAPI()
        try await api.serve { client in
            let second = api.officers[.colleague]?.id ?? ""
            var attempts: [Attempt] = []
            func tryAll(_ number: String) async throws {
                let found = try await client.caseFile(number)
                for step in found.value["waiting"]?.elements ?? [] {
                    guard let id = step["step"]?.text, let outcome = step["outcomes"]?.elements.first?["outcome"]?.text,
                        let post = step["post"]?.text
                    else { continue }
                    for caller in TestAPI.Caller.allCases where caller != .stranger && !caller.holds(post) {
                        let answer =
                            caller.mayDo(id, post)
                            ? (403, "case.notYourStep", "国办发〔2005〕37号") : (403, "access.notPermitted", "")
                        attempts.append(
                            .act(
                                "\(id) by \(caller)",
                                "/cases/\(number)/steps/\(id)/complete",
                                ["outcome": .string(outcome), "opinion": "代为办理"],
                                as: api.tokens[caller],
                                seen: found.version,
                                answer.0,
                                answer.1,
                                answer.2
                            )
                        )
                    }
                }
                let tried = attempts
                attempts = []
                try await client.tryOut(tried, api, atLeast: 5)
            }
            let license = try await client.application(api)
            try await tryAll(license)
            try await client.complete(license, "accept", "accepted", as: .window)
            try await tryAll(license)
            try await client.complete(license, "examine", "proposed", as: .handler)
            try await tryAll(license)
            try await client.complete(license, "review", "agreed", as: .reviewer)
            try await tryAll(license)
            let opened = try await client.openPenalty(api.penalty.text)
            let penalty = try #require(opened.value["number"]?.text)
            try await tryAll(penalty)
            try await client.untilConclusion(penalty, second)
            try await tryAll(penalty)
        }
    }
}

extension APIClient {
    func tryOut(_ attempts: [Attempt], _ api: TestAPI, atLeast least: Int) async throws {
        #expect(attempts.count >= least, "\(attempts.count) attempts")
        for attempt in attempts { try await tryOut(attempt, api) }
        print("\(attempts.count) unlawful attempts, none passed")
    }

    /// Registers an application and returns its number.
    func application(_ api: TestAPI) async throws -> String {
        let opened = try await post("/applications", WalkTests.application(api.house.license.text), as: .window)
        #expect(opened.status == 201, "\(opened.raw.body)")
        return opened.value["number"]?.text ?? ""
    }
}

extension Endpoint {
    /// The address with a case and a step in it.
    func filled(_ number: String, _ step: String) -> String {
        path.replacing("{number}", with: number).replacing("{step}", with: step)
    }

    /// An officer whose role lets him call it.
    var caller: TestAPI.Caller? {
        TestAPI.Caller.allCases.first { caller in
            caller.role.map { !Set(permissions).isDisjoint(with: $0.actions) } ?? false
        }
    }
}

extension TestAPI.Caller {
    /// What the officer's account may do.
    var role: Role? {
        switch self {
        case .window: .windowClerk
        case .handler, .colleague, .chair: .caseOfficer
        case .stranger: nil
        case .reviewer: .reviewer
        case .approver: .approver
        case .legal: .legalReviewer
        }
    }

    /// Whether the officer's post fills a post of the process.
    func holds(_ post: String) -> Bool {
        switch self {
        case .window: post == "window"
        case .handler, .colleague: ["examiner", "handler"].contains(post)
        case .chair: post == "chair"
        case .reviewer: post == "reviewer"
        case .approver: ["approver", "panel"].contains(post)
        case .legal: ["legal", "legalReviewer"].contains(post)
        case .stranger: false
        }
    }

    /// Whether the officer's role allows what such a step takes, so that it is the post that is missing.
    func mayDo(_ step: String, _ post: String) -> Bool {
        let needed: Action =
            switch post {
            case "approver", "panel": .approveDecision
            case "reviewer": .reviewProposal
            case "legal", "legalReviewer": .reviewLegality
            default: step == "accept" ? .acceptSubmission : step == "receive" ? .receiveSubmission : .examineCase
            }
        return role?.actions.contains(needed) ?? false
    }
}

extension TestAPI {
    /// A token that its officer has revoked.
    func revoked(_ caller: Caller) async throws -> TokenText {
        let text = try await issue(caller)
        guard let account = accounts[caller], let principal = try await access.principal(of: account) else {
            return text
        }
        // The newest stands first, but moments of one test may be equal.
        for token in try await access.tokens(of: account) where token.purpose == "测试系统" {
            if try await access.principal(ofToken: text.text, on: house.clock.today).token?.id == token.id {
                try await access.revokeToken(token.id, by: principal, from: "test")
                break
            }
        }
        return text
    }
}
