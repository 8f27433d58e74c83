import Access
import Testing
import WebServer
import Workspace

@Suite("Routes of the desk")
struct RouteTests {
    @Test("signing in, a secret calendar and the empty page for work on site are open; all else demands permission")
    func access() async throws {
        let routes = try await TestDesk().workspace.routes
        let open = routes.filter { $0.access == .everyone }.map(\.name)
        #expect(Set(open) == ["SignInPage", "SignIn", "SubscribedCalendar", "FieldPage", "FieldWorker"])
        let own = routes.filter { $0.access == .renewingPassword }.map(\.name)
        #expect(Set(own) == ["PasswordPage", "ChangePassword"])
        let proving = routes.filter { $0.access == .provingFactor }.map(\.name)
        #expect(Set(proving) == ["SignOut", "FactorPage", "ProveFactor"])
        let account = routes.filter { $0.access == .staff }.map(\.name)
        #expect(
            Set(account) == [
                "AccountPage", "OfferFactor", "ConfirmFactor", "RevokeSession", "TokensPage", "IssueToken",
                "RevokeToken",
            ]
        )
        for route in routes where !(open + own + proving + account).contains(route.name) {
            switch route.access {
            case .permission, .anyPermission: continue
            case .everyone, .provingFactor, .renewingPassword, .signedIn, .staff, .party, .token:
                Issue.record("\(route.name) is too open")
            }
        }
        _ = try RouteTable(routes)
    }
}
