package import Directory
package import EventLog
package import Kernel

/// Who is acting: an account with what the directory says of its holder today.
package struct Principal: Hashable, Sendable {
    package let account: Account.ID
    package let holder: AccountHolder
    /// The data home in which the holder acts.
    package let realm: Realm
    /// What the page header shows; empty for a party, whose name only the party's own record holds.
    package let displayName: String
    package let grants: [RoleGrant]
    package let agency: Agency.ID?
    package let division: Division.Code?
    /// Posts held today.
    package let posts: [PostRow]
    package let mustChangePassword: Bool
    /// The session's key in hexadecimal, a hash of what the browser holds; empty outside a session.
    package let session: String
    /// Whether the account has a second factor that the session has not proven.
    package let mustProveFactor: Bool
    /// The token through which a program acts; `nil` for a person.
    package let token: AccessToken?
    private let reaches: [Action: Scope]

    package init(
        account: Account.ID,
        holder: AccountHolder,
        realm: Realm,
        displayName: String,
        grants: [RoleGrant],
        agency: Agency.ID? = nil,
        division: Division.Code? = nil,
        posts: [PostRow] = [],
        mustChangePassword: Bool = false,
        session: String = "",
        mustProveFactor: Bool = false,
        token: AccessToken? = nil
    ) {
        self.account = account
        self.holder = holder
        self.realm = realm
        self.displayName = displayName
        self.grants = grants
        self.agency = agency
        self.division = division
        self.posts = posts
        self.mustChangePassword = mustChangePassword
        self.session = session
        self.mustProveFactor = mustProveFactor
        self.token = token
        var reaches: [Action: Scope] = [:]
        for grant in grants {
            for action in grant.role.actions { reaches[action] = max(grant.scope, reaches[action] ?? grant.scope) }
        }
        self.reaches = reaches
    }

    /// Returns the officer as a program acts for it: from one post, and under the token's name in the log.
    ///
    /// A password that is due, or a second factor, is asked of the person where the token is made.
    func acting(through token: AccessToken, from post: PostRow) -> Principal {
        Principal(
            account: account,
            holder: holder,
            realm: realm,
            displayName: displayName,
            grants: grants,
            agency: agency,
            division: division,
            posts: [post],
            session: token.id.text,
            token: token
        )
    }

    package var isAdministrator: Bool { grants.contains { $0.role.isAdministrator } }

    package var officer: Officer.ID? {
        if case .officer(let officer) = holder { officer } else { nil }
    }

    package var isStaff: Bool { holder.isStaff }

    /// Returns how far the action reaches for this principal, for queries that list only what is in reach.
    package func reach(of action: Action) -> Scope? { reaches[action] }

    /// Tells whether a thing at `place` lies within `scope` of this principal.
    package func covers(_ place: Place, within scope: Scope) -> Bool {
        if let owner = place.owner, owner == holder { return true }
        if scope >= .post, let post = place.post, posts.contains(where: { $0.id == post }) { return true }
        if scope >= .office, let office = place.office, posts.contains(where: { $0.office == office }) { return true }
        if scope >= .agency, let agency = place.agency, agency == self.agency { return true }
        if scope >= .division, let lies = place.division, let own = division { return own.contains(lies) }
        return false
    }

    /// Returns the actor for the envelope of what this principal does without a post: parties, upkeep.
    ///
    /// For acts under the law the actor comes from `Authority.actor`.
    package var actor: Actor {
        switch holder {
        case .officer(let officer):
            Actor(kind: .officer, id: officer.text, agency: agency?.text, session: session)
        case .party(let party): Actor(kind: .party, id: party, session: session)
        case .administrator: Actor(kind: .officer, id: account.text, session: session)
        }
    }
}
