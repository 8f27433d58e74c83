import Access
import Testing
import WebServer
import Workspace

@Suite("Routes of the desk")
struct RouteTests {
    @Test("only signing in is open to everybody; every other route demands a permission or the own account")
    func access() async throws {
        let routes = try await TestDesk().workspace.routes
        let open = routes.filter { $0.access == .everyone }.map(\.name)
        #expect(Set(open) == ["SignInPage", "SignIn"])
        let own = routes.filter { $0.access == .renewingPassword }.map(\.name)
        #expect(Set(own) == ["SignOut", "PasswordPage", "ChangePassword"])
        for route in routes where !open.contains(route.name) && !own.contains(route.name) {
            switch route.access {
            case .permission, .anyPermission: continue
            case .everyone, .renewingPassword, .signedIn, .staff, .party: Issue.record("\(route.name) is too open")
            }
        }
        _ = try RouteTable(routes)
    }
}
