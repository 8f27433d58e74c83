import Access
import Directory
import Foundation
import Hall
import Kernel
import TestSupport
import Testing
import WebServer

@testable import hengjian

/// Every route of every surface against every role; `docs/access-matrix.md` is the answer that was looked over.
///
/// `RECORD=1` writes the file anew, and a run that writes fails.
@Suite("The matrix of roles and routes")
struct AccessMatrixTests {
    private static let file = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../../../docs/access-matrix.md").standardized

    /// What a program shows for an officer of the role; only what takes a token looks at it.
    private static let token = AccessToken(
        id: "T1",
        account: "U1",
        post: "P1",
        purpose: "",
        scope: .act,
        issuedAt: Instant(milliseconds: 0),
        lastDay: .last
    )

    private static func principal(_ role: Role) -> Principal {
        Principal(
            account: "U1",
            holder: role.isAdministrator ? .administrator("a") : .officer("O1"),
            realm: Realm(1),
            displayName: "",
            grants: [RoleGrant(role, .division)],
            agency: role.isAdministrator ? nil : "A1",
            division: role.isAdministrator ? nil : "511602",
            token: role.isAdministrator ? nil : token
        )
    }

    private static let party = Principal(
        account: "U2",
        holder: .party("P1"),
        realm: Realm(1),
        displayName: "",
        grants: []
    )

    private static func matrix(_ routes: [MountedSurfaces.SurfaceRoute]) -> String {
        let columns: [(String, Principal?)] =
            [("访客", nil), ("申请人", party)] + Role.allCases.map { ($0.chinese, principal($0)) }
        let head = """
            # Who reaches which route

            Written by `AccessMatrixTests` from the routes of the program and asserted by it; ● is let in. What is behind a
            route is asked about again with its place. Below `/api/v1` it is the token of an officer with the role that is
            let in. Columns:

            \(columns.enumerated().map { "\($0.offset + 1). \($0.element.0)" }.joined(separator: "\n"))

            | route | \(columns.indices.map { "\($0 + 1)" }.joined(separator: " | ")) |
            |---|\(columns.map { _ in "---" }.joined(separator: "|"))|
            """
        let rows = routes.sorted { $0.name < $1.name }.map { route in
            let cells = columns.map { AccessDecision.decide($0.1, route.access) == .allowed ? "●" : " " }
            return "| `\(route.method.rawValue) \(route.path.text)` | \(cells.joined(separator: " | ")) |"
        }
        return ([head] + rows).joined(separator: "\n") + "\n"
    }

    @Test("every route has a rule, and who is let in where is what was looked over")
    func recorded() async throws {
        try await ServedHouse.open { served in
            let text = Self.matrix(try served.surfaces.routes().routes)
            if ProcessInfo.processInfo.environment["RECORD"] == "1" {
                try Data(text.utf8).write(to: Self.file)
                Issue.record("recorded \(Self.file.lastPathComponent)")
            }
            #expect(try String(contentsOf: Self.file, encoding: .utf8) == text)
        }
    }

    @Test("no administrator reaches any business, and visitors reach only what is public or begins a sign-in")
    func separation() async throws {
        try await ServedHouse.open { served in
            let routes = try served.surfaces.routes().routes
            #expect(routes.count > 60)
            for route in routes {
                if AccessDecision.decide(nil, route.access) == .allowed { #expect(route.access == .everyone) }
                for role in Role.administrators where route.path.text.hasPrefix("/desk") || isProgram(route) {
                    #expect(AccessDecision.decide(Self.principal(role), route.access) != .allowed, "\(route.name)")
                }
            }
            for pair in [
                (Role.systemAdministrator, "adminSetRoles"), (.systemAdministrator, "adminAudit"),
                (.securityAdministrator, "adminCreateAccount"), (.securityAdministrator, "adminAudit"),
                (.auditAdministrator, "adminAccounts"), (.auditAdministrator, "adminSetRoles"),
            ] {
                let route = try #require(routes.first { $0.name == pair.1 })
                #expect(AccessDecision.decide(Self.principal(pair.0), route.access) != .allowed, "\(pair)")
            }
        }
    }

    @Test("pages are kept only where everybody gets the same, at addresses that hold no secret")
    func kept() async throws {
        try await ServedHouse.open { served in
            let kept = try served.surfaces.routes().routes.filter(\.isKept)
            #expect(Set(kept.map(\.name)) == HallRoutes.alike && kept.count == HallRoutes.alike.count)
            for route in kept {
                #expect(route.access == .everyone && route.method == .get, "\(route.name)")
                #expect(!route.path.text.hasPrefix("/me/") && !route.path.text.contains("{query}"), "\(route.name)")
            }
        }
    }

    @Test("the server answers every role on every page as the matrix says")
    func served() async throws {
        try await ServedHouse.open { served in
            let routes = try served.surfaces.routes().routes.filter { route in
                if case .token = route.access { return false }
                return route.method == .get && route.name != "wall.live"
            }
            for role in Role.allCases {
                let name = try #require(SignInName("r-\(role.rawValue)"))
                let account = try await served.account(name, [RoleGrant(role, .division)])
                let cookie = try await served.cookie(account)
                let principal = Self.principal(role)
                for route in routes where !Self.isStream(route) && route.door == .inner {
                    let path = route.path.segments.map(Self.filled).joined(separator: "/")
                    let status = try await served.get("/\(path)", cookie).status
                    let isAllowed = AccessDecision.decide(principal, route.access) == .allowed
                    #expect((status == 403) == !isAllowed, "\(role) \(route.name) \(status)")
                }
            }
            for route in routes where !Self.isStream(route) && route.access != .everyone {
                let path = route.path.segments.map(Self.filled).joined(separator: "/")
                let answer = try await served.get("/\(path)")
                #expect(answer.status == 303, "\(route.name)")
                let start = route.door == .inner ? "/sign-in" : "/me/sign-in"
                #expect(answer.header("Location")?.hasPrefix(start) == true, "\(route.name)")
            }
        }
    }

    private func isProgram(_ route: MountedSurfaces.SurfaceRoute) -> Bool {
        if case .token = route.access { true } else { false }
    }

    private static func isStream(_ route: MountedSurfaces.SurfaceRoute) -> Bool {
        route.path.segments.contains(.literal("live")) || route.rateLimit != nil
    }

    private static func filled(_ segment: RoutePath.Segment) -> String {
        switch segment {
        case .literal(let text): text
        case .parameter: "x"
        }
    }
}
