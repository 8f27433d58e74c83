package import Access
package import Casework
import Directory
package import EventLog
import Kernel
package import Processes

extension EventReading {
    /// Returns the version of a process that a case is pinned to.
    package func process(_ pin: ProcessPin) throws -> PublishedProcess.Published? {
        try state(PublishedProcess.self, PublishedProcess.key(id: pin.id, version: pin.version)).state.published
    }
}

extension ItemPin {
    /// Where cases under the item lie, for the decision who may see and do them.
    package var place: Place { Place(agency: Agency.ID(agency), division: Division.Code(division)) }
}
