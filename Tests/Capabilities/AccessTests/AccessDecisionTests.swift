import Access
import Directory
import Kernel
import Testing

@Suite("Who may do what, where")
struct AccessDecisionTests {
    static func principal(_ grants: [RoleGrant], mustChangePassword: Bool = false) -> Principal {
        Principal(
            account: "U1",
            holder: .officer("O1"),
            realm: Realm(1),
            displayName: "李明",
            grants: grants,
            agency: "A1",
            division: "511602",
            posts: [],
            mustChangePassword: mustChangePassword
        )
    }

    @Test("what is published is for everyone, the rest for who signed in")
    func visitors() {
        #expect(AccessDecision.decide(nil, .everyone) == .allowed)
        let others: [AccessRule] = [
            .renewingPassword, .signedIn, .staff, .party, .permission(.readCase), .anyPermission([]),
        ]
        for rule in others { #expect(AccessDecision.decide(nil, rule) == .refused(.notSignedIn)) }
    }

    @Test("who must change the password can do that and nothing else")
    func renewing() {
        let principal = Self.principal([RoleGrant(.caseOfficer, .division)], mustChangePassword: true)
        #expect(AccessDecision.decide(principal, .everyone) == .allowed)
        #expect(AccessDecision.decide(principal, .renewingPassword) == .allowed)
        #expect(AccessDecision.decide(principal, .signedIn) == .refused(.passwordMustChange))
        #expect(AccessDecision.decide(principal, .permission(.readCase)) == .refused(.passwordMustChange))
    }

    @Test(
        "a scope covers its own places and the narrower ones",
        arguments: [
            (.own, Place(owner: .officer("O1"), agency: "A2"), true),
            (.own, Place(owner: .officer("O2"), agency: "A1"), false),
            (.agency, Place(owner: .officer("O2"), agency: "A1"), true),
            (.agency, Place(agency: "A2", division: "511602"), false),
            (.division, Place(agency: "A2", division: "511602"), true),
            (.division, Place(agency: "A2", division: "511602001"), true),
            (.division, Place(agency: "A2", division: "511603"), false),
            (.division, Place(agency: "A2", division: "511600"), false),
            (.division, Place(), false),
            (.agency, Place(agency: "A2"), false),
        ] as [(scope: Scope, place: Place, isAllowed: Bool)]
    )
    func places(scope: Scope, place: Place, isAllowed: Bool) {
        let principal = Self.principal([RoleGrant(.caseOfficer, scope)])
        let decision = AccessDecision.decide(principal, .permission(.readCase), at: place)
        let refusal = AccessRefusal.elsewhere(Permission(.readCase), reach: scope)
        #expect(decision == (isAllowed ? .allowed : .refused(refusal)))
    }

    @Test("without a place it is enough to hold the permission somewhere, wide enough for the rule")
    func leastScope() {
        let principal = Self.principal([RoleGrant(.caseOfficer, .own)])
        #expect(AccessDecision.decide(principal, .permission(.readCase)) == .allowed)
        let wide = Permission(.readCase, .agency)
        #expect(AccessDecision.decide(principal, .permission(wide)) == .refused(.notPermitted(wide)))
        #expect(
            AccessDecision.decide(principal, .anyPermission([wide, Permission(.examineCase)])) == .allowed
        )
    }

    @Test("of two roles that carry an action the wider counts")
    func widest() {
        let principal = Self.principal([RoleGrant(.approver, .agency), RoleGrant(.caseOfficer, .own)])
        #expect(principal.reach(of: .readCase) == .agency)
        #expect(principal.reach(of: .examineCase) == .own)
        #expect(principal.reach(of: .grantRoles) == nil)
    }

    @Test("a party is no staff, and staff is no party")
    func kinds() {
        let party = Principal(account: "U2", holder: .party("01P"), realm: Realm(1), displayName: "", grants: [])
        #expect(AccessDecision.decide(party, .party) == .allowed)
        #expect(AccessDecision.decide(party, .staff) == .refused(.staffOnly))
        #expect(AccessDecision.decide(Self.principal([]), .party) == .refused(.partiesOnly))
    }

    @Test("every action is in a role, and no business action in an administrator's")
    func roles() {
        let carried = Role.allCases.reduce(into: Set<Action>()) { $0.formUnion($1.actions) }
        #expect(carried == Set(Action.allCases))
        let administrative: Set<Action> = [.configureSystem, .keepAccounts, .grantRoles, .readAudit]
        for role in Role.allCases {
            #expect(role.isAdministrator == !role.actions.isDisjoint(with: administrative))
            if role.isAdministrator { #expect(role.actions.isSubset(of: administrative)) }
        }
    }

    @Test("the three administrators exclude every other role and each other")
    func administrators() {
        for administrator in Role.allCases where administrator.isAdministrator {
            for other in Role.allCases where other != administrator {
                #expect(throws: AccessError.self) { try Role.requireCompatible([administrator, other]) }
            }
            #expect(throws: Never.self) { try Role.requireCompatible([administrator]) }
        }
    }

    @Test(
        "roles that watch or check one another are not united",
        arguments: [
            ([.catalogKeeper, .catalogConfirmer], false),
            ([.catalogConfirmer, .catalogPublisher], false),
            ([.supervisor, .caseOfficer], false),
            ([.windowClerk, .caseOfficer, .directoryKeeper], true),
            ([.reviewer, .approver], true),
            ([], true),
        ] as [(roles: Set<Role>, isFine: Bool)]
    )
    func union(roles: Set<Role>, isFine: Bool) {
        let isCompatible = (try? Role.requireCompatible(roles)) != nil
        #expect(isCompatible == isFine)
    }
}
