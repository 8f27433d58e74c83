import Access
import Catalog
import Directory
import EventLog
import Kernel

extension EventReading {
    /// Returns where matters of an item lie; `nil` for an item that is not there or names neither agency nor division.
    func itemPlace(_ item: PowerItem.ID, on today: Day) throws -> Place? {
        let content = try state(PowerItem.self, item.text).state.version(on: today)?.content
        guard let agency = content?.agency?.id, let division = content?.division else { return nil }
        return Place(agency: Agency.ID(agency), division: Division.Code(division))
    }
}
