import Access
import Directory
import Kernel

/// The accounts of the demonstration; all have one password, which is printed.
package enum DemonstrationAccounts {
    package static let password = "Hengjian-2026"

    /// One line of what is printed.
    package struct Entry: Hashable, Sendable {
        package let signInName: String
        package let agency: String
        package let post: String
    }

    /// What is printed, in the order of the plan.
    package static let entries: [Entry] =
        StaffPlan.seats.map { seat in
            Entry(signInName: seat.signInName.text, agency: seat.agency, post: seat.post)
        }
        + StaffPlan.administrators.map { administrator in
            Entry(signInName: administrator.signInName.text, agency: "—", post: administrator.role.chinese)
        }

    static func create(_ staff: Staff, in store: AccessStore, realm: Realm) async throws {
        for member in staff.members {
            try await create(
                member.seat.signInName,
                for: .officer(member.officer),
                named: member.name,
                member.seat.roles,
                store,
                realm
            )
        }
        for administrator in StaffPlan.administrators {
            try await create(
                administrator.signInName,
                for: .administrator(administrator.signInName.text),
                named: "\(administrator.role.chinese)（演示）",
                [RoleGrant(administrator.role, .division)],
                store,
                realm
            )
        }
    }

    private static func create(
        _ name: SignInName,
        for holder: AccountHolder,
        named displayName: String,
        _ roles: [RoleGrant],
        _ store: AccessStore,
        _ realm: Realm
    ) async throws {
        let account = try await store.createAccount(
            name,
            for: holder,
            in: realm,
            displayName: displayName,
            password: password,
            mustChange: false,
            by: nil,
            from: "demonstration"
        )
        try await store.setRoles(roles, of: account, by: nil, from: "demonstration")
    }
}
