import CanonicalJSON
import Database
import Kernel

/// The record that a person's sections were made unreadable, and under which article.
package struct SubjectErased: EventPayload {
    package static let type = "Subject.Erased"
    package let subject: String
    /// As `个人信息保护法 §47`.
    package let article: String
    package let reason: String
}

package enum SubjectEvent: EventFamily {
    case erased(SubjectErased)

    package static let members = [EventMember(SubjectErased.self, SubjectEvent.erased)]

    package var payload: any EventPayload {
        switch self {
        case .erased(let payload): payload
        }
    }
}

/// What the log itself knows of a person: whether the key still exists.
package struct Subject: Aggregate {
    package static let category = "subject"
    package private(set) var isErased = false

    package init() {}

    package mutating func evolve(_ event: SubjectEvent, _ envelope: Envelope) {
        switch event {
        case .erased: isErased = true
        }
    }
}

/// Makes everything personal about one subject unreadable by destroying its key; commitments stay valid.
///
/// - Source: Personal Information Protection Law (个人信息保护法) art. 47.
package struct EraseSubject: Command {
    package static let name = "EraseSubject"
    package let subject: String
    package let article: String
    package let reason: String

    package init(subject: String, article: String, reason: String) {
        self.subject = subject
        self.article = article
        self.reason = reason
    }

    package func run(in session: CommandSession) throws -> Bool {
        guard try !session.load(Subject.self, subject).state.isErased else { return false }
        try session.append(
            .erased(SubjectErased(subject: subject, article: article, reason: reason)),
            to: Subject.self,
            subject
        )
        return true
    }
}

/// Destroys the wrapped key when the erasure is recorded.
///
/// Not a cache: the one projection whose rows cannot be rebuilt, because that is its purpose.
struct KeyDestruction: Projection {
    let name = "key destruction"
    let version = 1
    let tables: [ProjectionTable] = []

    func statements(for event: RecordedEvent, own: any SQLReader) throws -> [SQL] {
        guard case .erased(let erased)? = event.as(SubjectEvent.self) else { return [] }
        return [
            """
            UPDATE subject_key
               SET wrapped = NULL, erased_by = \(event.position)
             WHERE realm = \(event.realm)
               AND subject = \(erased.subject)
            """
        ]
    }
}
