import Acting
import Access
import Casework
import Catalog
import Codes
import Directory
import EventLog
import Kernel
import Processes

/// An item for which the window takes applications, with what is asked and handed in.
struct IntakeMatter: Sendable {
    let id: PowerItem.ID
    let code: String
    let name: String
    let agencyName: String
    let place: Place
    let definition: ProcessDefinition
    /// What is handed in; what the form itself makes is not.
    let materials: [Material]
    /// The item's tables of conditions and materials, in force on the day asked for.
    let rules: ItemRules

    /// The form as it is put under certain answers, with empty rows for more.
    func form(_ answers: [String: String], spare: Int = 0) -> AskedForm { AskedForm(rules.form, answers, spare: spare) }

    /// Returns the agency's items that begin with an application, by name.
    static func all(of agency: Agency.ID, on day: Day, in reading: EventReading) throws -> [IntakeMatter] {
        try reading.executableItems(of: agency.text, in: PowerCategory.allCases, on: day).compactMap { id, version in
            let content = version.content
            guard let process = content.process, let division = content.division.flatMap({ Division.Code($0) }),
                let definition = try reading.process(ProcessPin(id: process.id, version: process.version))?.definition,
                definition.category.isOnApplication
            else { return nil }
            let rules = try reading.itemRules(id, content, on: day)
            return IntakeMatter(
                id: id,
                code: content.code,
                name: content.name,
                agencyName: content.agency?.name ?? "",
                place: Place(agency: agency, division: division),
                definition: definition,
                materials: (content.materials ?? []).filter { $0.source != .form },
                rules: rules
            )
        }
    }
}
