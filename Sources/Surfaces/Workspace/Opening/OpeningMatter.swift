import Acting
import Access
import Casework
import Catalog
import Codes
import Directory
import EventLog
import Kernel
import Parties
import Processes

/// An item under which an officer may take a matter up, with its process.
struct OpeningMatter: Sendable {
    let id: PowerItem.ID
    let code: String
    let name: String
    let place: Place
    let definition: ProcessDefinition
    let papers: [DocumentForm]

    /// The categories whose matters an agency takes up itself.
    static let categories: [PowerCategory] = [.penalty, .coercion, .inspection, .requisition, .levy, .charge]

    /// Returns the agency's items that begin without an application, by name.
    static func all(of agency: Agency.ID, on day: Day, in reading: EventReading) throws -> [OpeningMatter] {
        let forms = try DocumentForms.shipped()
        return try reading.executableItems(of: agency.text, in: categories, on: day).compactMap { id, version in
            let content = version.content
            guard let process = content.process, let division = content.division.flatMap({ Division.Code($0) }),
                let definition = try reading.process(ProcessPin(id: process.id, version: process.version))?.definition,
                definition.category.isExOfficio
            else { return nil }
            let step = definition.step(definition.first)
            return OpeningMatter(
                id: id,
                code: content.code,
                name: content.name,
                place: Place(agency: agency, division: division),
                definition: definition,
                papers: step.map { step in
                    // Where it may be registered in several ways, who registers chooses once the case is there.
                    step.outcomes.count > 1
                        ? []
                        : step.outcomes.first.map { forms.forms(of: step, ending: $0, in: definition.category) } ?? []
                } ?? []
            )
        }
    }

    /// Returns the agency's open cases of the same organization under the same item.
    ///
    /// - Source: Administrative Penalty Law (行政处罚法) art. 29 (one act is not fined twice).
    func similar(
        to code: String,
        of agency: Agency.ID,
        in reading: EventReading
    ) throws -> [CaseRowSummary] {
        let parties = try reading.reader.organizations(code: code, in: reading.realm)
        guard !parties.isEmpty else { return [] }
        return try reading.cases(parties: parties.map(\.text), of: [agency.text], limit: 50)
            .filter { $0.itemCode == self.code && $0.stage != .closed }
    }
}
