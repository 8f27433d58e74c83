import Access
import BlobStore
import Bookings
import Casework
import Catalog
import Decisions
import Directory
import Discretion
import EventLog
import Kernel
import Law
import Participation
import Parties
package import Processes
import Publicity
import RuleTables
import TimeLimits
import WorkflowEngine

/// How the desk answers one refusal: status, stable code, words, and the article that stands behind it.
package struct Wording: Hashable, Sendable {
    package let status: Int
    /// Never changed once released: programs and tests know a refusal by it.
    package let code: String
    package let text: String
    /// As `行政许可法§34`; empty where no law but order is behind it.
    package let article: String
    /// The field of the form that the refusal is about, without the form's prefix.
    package let field: String?

    package init(_ status: Int, _ code: String, _ text: String, article: String = "", field: String? = nil) {
        self.status = status
        self.code = code
        self.text = text
        self.article = article
        self.field = field
    }

    /// The words with the article behind them.
    package var full: String { article.isEmpty ? text : "\(text)（\(article)）" }

    /// Returns `nil` for an error that is none of the known refusals, hence our own fault.
    ///
    /// - Parameters:
    ///   - refusal: whatever a command or query threw.
    ///   - definition: the process of the case at hand, for the names of its steps and posts.
    package init?(refusal: any Error, in definition: ProcessDefinition? = nil) {
        switch refusal {
        case let refusal as CaseworkError: self.init(refusal, in: definition)
        case let refusal as AuthorityRefusal: self.init(refusal)
        case let refusal as EventLogError: self.init(refusal)
        case let refusal as AccessRefusal: self.init(refusal)
        case let refusal as AccessError: self.init(refusal)
        case let refusal as TokenRefusal: self.init(refusal)
        case let fault as AccessTokenFault: self.init(fault)
        case let refusal as FlowRefusal: self.init(refusal, in: definition)
        case let refusal as ProcessRefusal: self.init(refusal)
        case let refusal as RuleTableError: self.init(refusal)
        case let refusal as DiscretionError: self.init(refusal)
        case let refusal as TimeLimitError: self.init(refusal)
        case let refusal as DecisionsError: self.init(refusal)
        case let refusal as ParticipationError: self.init(refusal)
        case let refusal as PublicityError: self.init(refusal)
        case let refusal as BookingError: self.init(refusal)
        case let refusal as PartiesError: self.init(refusal)
        case let refusal as CatalogError: self.init(refusal)
        case let refusal as LawError: self.init(refusal)
        case let fault as BlobError: self.init(fault)
        default: return nil
        }
    }
}
