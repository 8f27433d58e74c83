import Access
import Casework
import Composition
import Database
import Directory
import EventLog
import Kernel
import TestSupport
import Testing
import WebServer

@testable import hengjian

/// Every address with an identifier in it, with the identifiers of another agency, tried in every role of one.
@Suite("Identifiers of others in every address")
struct ForeignIdentifierTests {
    typealias SurfaceRoute = MountedSurfaces.SurfaceRoute

    /// Addresses whose identifiers belong to the whole house and not to one agency, with the reason.
    private static let shared: [String: String] = [
        "/processes/": "definitions are drawn up for the division; who may change a draft is asked of the draft",
        "/migrations/": "a plan moves cases of every agency from one version to another",
        "/rules/": "tables of rules are the division's, also those of its items",
        "/supervision/rules/": "parameters are the division's",
        "/supervision/written-rules/": "rules are written for the division",
        "/supervision/bulletins/": "a bulletin is the own division's, whose months name every agency",
        "/supervision/scores/": "what is seen of a month is narrowed to the own agency",
        "/administration/lists/": "the lists are public",
        "/mandates/": "mandates are shown to whoever confirms them for the division",
        "/problems/": "explains a code",
        "/wordings/": "a document is the house's; whose words are read and drafted is the own division's alone",
    ]

    /// What stands in for the parameters of an address: things of another agency.
    private struct Things {
        let agency: String
        let division = "511603"
        let caseID: String
        let caseNumber: String
        let finding: String
        let order: String
        let letter: String
        let opinion: String
        let answer: String
        let information: String
        let booking: String
        let window: String
        let item: String
        let post: String
        let officer: String
        let account: String
        let run: String
        let upload: String

        /// Returns the address with the other's identifiers; `nil` when no one knows what to put there.
        func path(_ route: SurfaceRoute) -> String? {
            var filled: [String] = []
            for segment in route.path.segments {
                switch segment {
                case .literal(let text): filled.append(text)
                case .parameter(let name):
                    guard let value = value(name, route.path.text) else { return nil }
                    filled.append(URLText.encode(value))
                }
            }
            return "/" + filled.joined(separator: "/")
        }

        private func value(_ name: String, _ path: String) -> String? {
            switch name {
            case "agency", "owner": agency
            case "kind" where path.hasPrefix("/official-lists/"): "recordings"
            case "post": post
            case "officer": officer
            case "account": account
            case "finding": finding
            case "order": order
            case "run": run
            case "upload": upload
            case "case": caseID
            case "item": item
            case "code" where path.hasPrefix("/administration/divisions/"): division
            case "number" where path.hasPrefix("/correspondence/"),
                "number" where path.hasPrefix("/supervision/complaints/"):
                letter
            case "number" where path.hasPrefix("/disclosure/"): information
            case "number" where path.hasPrefix("/bookings/"): booking
            case "window": window
            case "number" where path.contains("/benchmark/"), "place", "situation": "1"
            case "form" where path.contains("/dossier/"): "package.zip"
            case "opinion": opinion
            case "answer": answer
            case "number": caseNumber
            case "step": "examine"
            case "outcome": "proposed"
            case "ordinal", "piece", "recording", "file", "material": "1"
            default: nil
            }
        }
    }

    /// Two agencies, of each an account whose officer holds posts, and what the second one has.
    private static func things(_ served: ServedHouse) async throws -> (account: Account.ID, own: String, things: Things)
    {
        let found = try await served.house.database.read { reader -> (String, String, [String: String]) in
            func text(_ sql: SQL) throws -> String { try #require(try reader.value(sql) as String?) }
            let own = try text(
                "SELECT officer.agency FROM officer JOIN account ON account.holder_key = officer.id WHERE account.sign_in_name = 'sp-chengban1'"
            )
            let account = try text("SELECT id FROM account WHERE sign_in_name = 'sp-chengban1'")
            let other = try text(
                """
                SELECT finding.agency
                  FROM finding
                 WHERE finding.agency <> \(own)
                   AND finding.item_code <> ''
                 GROUP BY finding.agency
                 ORDER BY COUNT(*) DESC, finding.agency
                 LIMIT 1
                """
            )
            let caseID = try text(
                "SELECT case_id FROM finding WHERE agency = \(other) AND item_code <> '' ORDER BY position LIMIT 1"
            )
            return (
                own, account,
                [
                    "agency": other, "case": caseID,
                    "number": try text("SELECT number FROM case_file WHERE id = \(caseID)"),
                    "order": try reader.value("SELECT id FROM correction_order WHERE agency = \(other)") ?? "1D9",
                    "letter": try reader.value("SELECT number FROM letter WHERE agency = \(other)") ?? "1L9",
                    "opinion": try reader.value("SELECT id FROM opinion WHERE agency = \(other)") ?? "1Y9",
                    "answer": try reader.value(
                        "SELECT id FROM standard_answer WHERE agency = \(other) ORDER BY id LIMIT 1"
                    ) ?? "1S9",
                    "information": try reader.value(
                        "SELECT number FROM information_request WHERE agency = \(other)"
                    ) ?? "1G9",
                    "booking": try text("SELECT number FROM booking WHERE agency = \(other) ORDER BY number LIMIT 1"),
                    "window": try text("SELECT id FROM service_window WHERE agency = \(other) ORDER BY id LIMIT 1"),
                    "item": try text("SELECT id FROM power_item WHERE agency_id = \(other) ORDER BY id LIMIT 1"),
                    "post": try text("SELECT id FROM post WHERE agency = \(other) ORDER BY id LIMIT 1"),
                    "officer": try text("SELECT id FROM officer WHERE agency = \(other) ORDER BY id LIMIT 1"),
                    "account": try text(
                        "SELECT account.id FROM account JOIN officer ON officer.id = account.holder_key WHERE officer.agency = \(other) ORDER BY account.id LIMIT 1"
                    ),
                ]
            )
        }
        let (own, account, ids) = found
        let row = BulkRow(1, "他局人员", .officer(Officer.ID(ids["officer"] ?? "")))
        let run = try await served.house.submit(
            StartBulkRun(.relieve, on: [row], from: "2026-02-01", reason: "他区办理", in: "511603")
        )
        let upload = try await served.house.uploads.begin(
            "现场.mp4",
            mediaType: "video/mp4",
            length: 1,
            owner: ids["account"] ?? "",
            about: "evidence \(ids["case"] ?? "")"
        )
        let things = Things(
            agency: ids["agency"] ?? "",
            caseID: ids["case"] ?? "",
            caseNumber: ids["number"] ?? "",
            finding: "\(ids["case"] ?? "")-1",
            order: ids["order"] ?? "",
            letter: ids["letter"] ?? "",
            opinion: ids["opinion"] ?? "",
            answer: ids["answer"] ?? "",
            information: ids["information"] ?? "",
            booking: ids["booking"] ?? "",
            window: ids["window"] ?? "",
            item: ids["item"] ?? "",
            post: ids["post"] ?? "",
            officer: ids["officer"] ?? "",
            account: ids["account"] ?? "",
            run: run.text,
            upload: upload.id
        )
        return (Account.ID(account), own, things)
    }

    @Test("no role of one agency looks at, or changes, what another agency has, by whatever address")
    func everyRoute() async throws {
        try await ServedHouse.open(withDemonstration: 60) { served in
            let (account, own, things) = try await Self.things(served)
            let routes = try served.surfaces.routes().routes.filter { route in
                if case .token = route.access { return false }
                return route.door == .inner && route.access != .everyone
                    && route.path.segments.contains { if case .parameter = $0 { true } else { false } }
            }
            let bound = routes.filter { route in !Self.shared.keys.contains { route.path.text.hasPrefix($0) } }
            #expect(bound.count > 100)
            let before = try await served.house.database.read { try $0.realmHeads().map(\.nextPosition) }
            var tried = 0
            for role in Role.allCases where !role.isAdministrator {
                try await served.store.setRoles([RoleGrant(role, .agency)], of: account, by: nil, from: "test")
                let visitor = try await Visitor(served, served.cookie(account))
                let principal = Principal(
                    account: account,
                    holder: .officer("O1"),
                    realm: served.house.realm,
                    displayName: "",
                    grants: [RoleGrant(role, .agency)],
                    agency: Agency.ID(own),
                    division: "511602"
                )
                for route in bound where AccessDecision.decide(principal, route.access) == .allowed {
                    guard let path = things.path(route) else {
                        Issue.record(
                            "\(route.method.rawValue) \(route.path.text) names something this test does not know"
                        )
                        continue
                    }
                    tried += 1
                    let answer = try await visitor.ask(route.method, path)
                    #expect([403, 404].contains(answer.status), "\(role) \(route.method.rawValue) \(path)")
                }
            }
            #expect(tried > 500)
            let after = try await served.house.database.read { try $0.realmHeads().map(\.nextPosition) }
            #expect(before == after)
        }
    }

    @Test("the same addresses with one's own identifiers are not refused for the identifier")
    func control() async throws {
        try await ServedHouse.open(withDemonstration: 60) { served in
            let (account, own, _) = try await Self.things(served)
            try await served.store.setRoles([RoleGrant(.directoryKeeper, .agency)], of: account, by: nil, from: "test")
            let visitor = try await Visitor(served, served.cookie(account))
            #expect(try await visitor.ask(.get, "/administration/agencies/\(own)").status == 200)
            #expect(try await visitor.ask(.post, "/administration/agencies/\(own)/offices").status == 422)
        }
    }

    /// Somebody signed in, with a token that forms are believed with.
    private struct Visitor {
        let served: ServedHouse
        let cookies: String
        let token: String

        init(_ served: ServedHouse, _ cookie: String) async throws {
            self.served = served
            let page = try await served.get("/account", cookie)
            token = page.field("_token") ?? ""
            cookies = ([cookie] + page.cookies.compactMap { $0.split(separator: ";").first.map(String.init) })
                .joined(separator: "; ")
        }

        func ask(_ method: WebMethod, _ path: String) async throws -> RawAnswer {
            let client = RawClient(port: served.port)
            guard method == .post else {
                // What a part of a file brings along, and the token of pages with scripts.
                let headers = [cookies, "X-Forgery-Token: \(token)", "Tus-Resumable: 1.0.0", "Upload-Offset: 0"]
                let type = "Content-Type: application/offset+octet-stream"
                return try await client.send(method.rawValue, path, headers: headers + (method == .patch ? [type] : []))
            }
            let form = "_token=\(URLText.encode(token))&_key=\(SystemRandomness().code(20))&step=confirm"
            return try await client.form(path, form, headers: [cookies])
        }
    }
}
