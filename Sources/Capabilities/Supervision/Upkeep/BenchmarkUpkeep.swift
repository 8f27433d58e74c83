import Catalog
import Directory
import Discretion
import EventLog
import Kernel

extension EventReading {
    /// Returns the benchmarks that lost what they rest on and lie too long, with the agency or with the legal office.
    func benchmarkConcerns(
        on day: Day,
        _ terms: UpkeepTerms,
        _ offices: [ConfirmingOffice],
        _ memory: inout UpkeepMemory
    ) throws -> [UpkeepConcern] {
        let tasks = try terms.benchmarks(self, day)
        guard !tasks.isEmpty else { return [] }
        let rules = try LegalTaskRules.shipped()
        let items = try memory.items.values(of: Set(tasks.map(\.item)).sorted(), in: self) {
            ItemUpkeep($0, terms.confirmation)
        }
        return tasks.compactMap { task in
            // The benchmark of an item that ended is nobody's to adjust.
            guard let item = items[task.item], item.ended.map({ day < $0 }) ?? true else { return nil }
            let limits = rules.limits(in: item.division)
            let due = task.since + (task.side == .agency ? limits.agencyDays : limits.officeDays)
            guard due < day else { return nil }
            let agency = item.agency.map { Agency.ID($0) }
            let (kind, whose): (UpkeepConcern.Kind, Agency.ID?) =
                switch task.side {
                case .agency: (.benchmarkFallen, agency)
                case .office: (.benchmarkUnanswered, offices.nearest(to: item.division))
                }
            return whose.map {
                UpkeepConcern(kind, of: $0, .item(task.item), name: item.name, detail: task.issuedAs, due: due)
            }
        }
    }
}
