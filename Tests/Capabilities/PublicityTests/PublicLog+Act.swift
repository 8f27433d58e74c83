import Directory
import EventLog
import Kernel

// Apart from the rest, because another module also has an `Act`.
extension PublicLog {
    static func system(_ key: String) -> Act { Act(realm: realm, actor: .system("test"), key: key) }

    /// The officer at the window acts.
    func act(_ key: String) -> Act {
        let actor = Actor(kind: .officer, id: officer.text, post: post.text, agency: agency.text)
        return Act(realm: Self.realm, actor: actor, key: key)
    }

    /// The head of the agency acts.
    func headActs(_ key: String) -> Act {
        let actor = Actor(kind: .officer, id: head.text, post: headPost.text, agency: agency.text)
        return Act(realm: Self.realm, actor: actor, key: key)
    }
}
