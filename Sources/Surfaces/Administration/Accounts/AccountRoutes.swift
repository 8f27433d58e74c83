import Access
import Directory
import EventLog
import HTML
import Kernel
import WebServer

/// Accounts for the system administrator, roles for the security administrator; neither does the other's work.
struct AccountRoutes {
    let parts: AdministrationParts

    var routes: [AdministrationRoute] {
        [
            AdministrationRoute(
                .get,
                "/administration/accounts",
                name: "adminAccounts",
                access: AdministrationAccess.accounts,
                handler: list
            ),
            AdministrationRoute(
                .post,
                "/administration/accounts",
                name: "adminCreateAccount",
                access: AdministrationAccess.keepingAccounts,
                handler: create
            ),
            AdministrationRoute(
                .get,
                "/administration/accounts/{account}",
                name: "adminAccount",
                access: AdministrationAccess.accounts,
                handler: show
            ),
            AdministrationRoute(
                .post,
                "/administration/accounts/{account}/roles",
                name: "adminSetRoles",
                access: AdministrationAccess.granting,
                handler: setRoles
            ),
            AdministrationRoute(
                .post,
                "/administration/accounts/{account}/standing",
                name: "adminAccountStanding",
                access: AdministrationAccess.keepingAccounts,
                handler: setStanding
            ),
            AdministrationRoute(
                .post,
                "/administration/accounts/{account}/password",
                name: "adminResetPassword",
                access: AdministrationAccess.keepingAccounts,
                handler: resetPassword
            ),
            AdministrationRoute(
                .post,
                "/administration/accounts/{account}/identity",
                name: "adminLinkIdentity",
                access: AdministrationAccess.keepingAccounts,
                handler: link
            ),
        ]
    }

    private func list(_ request: WebRequest, _ principal: Principal?) async throws -> WebAnswer {
        let principal = try principal.required(AdministrationAccess.accounts)
        let search = request.query["q"] ?? ""
        let records = try await parts.access.staffAccounts(of: parts.realm).filter { record in
            search.isEmpty || record.account.signInName.text.contains(search.lowercased())
                || record.account.displayName.contains(search)
        }
        return .page(AccountListPage(visit: Visit(parts, request, principal), records: records, search: search))
    }

    private func show(_ request: WebRequest, _ principal: Principal?) async throws -> WebAnswer {
        let principal = try principal.required(AdministrationAccess.accounts)
        let record = try await record(request)
        let page = AccountAdminPage(
            visit: Visit(parts, request, principal),
            record: record,
            factor: try await parts.access.factorStanding(of: record.account.id),
            provider: parts.provider,
            identities: try await parts.access.identities(of: record.account.id),
            devices: try await parts.access.devices(of: record.account.id, limit: 20)
        )
        return .page(page)
    }

    private func create(_ request: WebRequest, _ principal: Principal?) async throws -> WebAnswer {
        let principal = try principal.required(AdministrationAccess.keepingAccounts)
        let values = request.form.values
        let back = AdministrationPath.accounts
        guard let name = SignInName(values["name"] ?? "") else {
            return refuse(AdministrationWording.refusal(AccessError.signInName("")), back: back)
        }
        let id = Officer.ID(values["officer"] ?? "")
        let officer = try await parts.read { reading in try reading.reader.officer(id, in: reading.realm) }
        guard let officer else { return refuse("没有这名人员，请核对人员编号。", back: back) }
        return try await carryOut(back: back) {
            _ = try await parts.access.createAccount(
                name,
                for: .officer(id),
                in: parts.realm,
                displayName: officer.name,
                password: values["password"] ?? "",
                by: principal,
                from: request.peer
            )
        }
    }

    private func setRoles(_ request: WebRequest, _ principal: Principal?) async throws -> WebAnswer {
        let principal = try principal.required(AdministrationAccess.granting)
        let account = try await record(request).account
        let values = request.form.values
        let grants = Role.allCases.compactMap { role in
            Int(values[role.rawValue] ?? "").flatMap(Scope.init(rawValue:)).map { RoleGrant(role, $0) }
        }
        return try await carryOut(back: AdministrationPath.account(account.id)) {
            try await parts.access.setRoles(grants, of: account.id, by: principal, from: request.peer)
        }
    }

    private func setStanding(_ request: WebRequest, _ principal: Principal?) async throws -> WebAnswer {
        let principal = try principal.required(AdministrationAccess.keepingAccounts)
        let account = try await record(request).account
        let back = AdministrationPath.account(account.id)
        let (access, peer) = (parts.access, request.peer)
        switch request.form.values["act"] {
        case "disable":
            return try await carryOut(back: back) {
                try await access.setDisabled(true, account.id, by: principal, from: peer)
            }
        case "enable":
            return try await carryOut(back: back) {
                try await access.setDisabled(false, account.id, by: principal, from: peer)
            }
        case "revoke":
            return try await carryOut(back: back) {
                try await access.revokeSessions(of: account.id, by: principal, from: peer)
            }
        case "unlink":
            return try await carryOut(back: back) {
                try await access.unlink(account.id, by: principal, from: peer)
            }
        case "factor":
            return try await carryOut(back: back) {
                try await access.removeFactor(of: account.id, by: principal, from: peer)
            }
        default: return refuse("请选择要办的事。", back: back)
        }
    }

    private func resetPassword(_ request: WebRequest, _ principal: Principal?) async throws -> WebAnswer {
        let principal = try principal.required(AdministrationAccess.keepingAccounts)
        let account = try await record(request).account
        return try await carryOut(back: AdministrationPath.account(account.id)) {
            try await parts.access.resetPassword(
                of: account.id,
                to: request.form.values["password"] ?? "",
                by: principal,
                from: request.peer
            )
        }
    }

    private func link(_ request: WebRequest, _ principal: Principal?) async throws -> WebAnswer {
        let principal = try principal.required(AdministrationAccess.keepingAccounts)
        guard let provider = parts.provider else { throw WebRefusal.notFound }
        let account = try await record(request).account
        let identity = ProviderIdentity(
            issuer: provider.issuer.text,
            claim: provider.claim,
            value: request.form.values["identity"] ?? ""
        )
        return try await carryOut(back: AdministrationPath.account(account.id)) {
            try await parts.access.link(identity, to: account.id, by: principal, from: request.peer)
        }
    }

    private func record(_ request: WebRequest) async throws -> AccountRecord {
        let id = Account.ID(request.parameters["account"] ?? "")
        guard let found = try await parts.access.staffAccounts(of: parts.realm).first(where: { $0.account.id == id })
        else { throw WebRefusal.notFound }
        return found
    }

    private func carryOut(back: String, _ body: () async throws -> Void) async throws -> WebAnswer {
        do {
            try await body()
        } catch let refusal as AccessError {
            return refuse(AdministrationWording.refusal(refusal), back: back)
        }
        return .redirect(to: back, flash: FlashMessage("已记录。"))
    }

    private func refuse(_ words: String, back: String) -> WebAnswer {
        .redirect(to: back, flash: FlashMessage(words, tone: .bad))
    }
}
