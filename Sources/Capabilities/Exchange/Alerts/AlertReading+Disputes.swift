import Casework
import Directory
import EventLog
import Kernel

extension AlertReading {
    /// Who approves for the sides of a dispute over jurisdiction, and for the superior, as far as they are told.
    ///
    /// - Source: Administrative Penalty Law (行政处罚法) art. 25.2.
    func disputing(
        _ audiences: Set<AlertAudience>,
        _ state: CaseFile,
        _ opening: CaseFile.Opening,
        _ event: RecordedEvent
    ) throws -> Set<String> {
        guard let dispute = state.dispute else { return [] }
        let sides = audiences.contains(.disputants) ? [opening.item.agency, dispute.other.agency] : []
        let above = audiences.contains(.superior) ? [dispute.superior.agency?.text].compactMap(\.self) : []
        let day = event.envelope.recordedAt.day
        return try (sides + above).reduce(into: []) { found, agency in
            let posts = try reading.reader.posts(ofAgency: Agency.ID(agency), in: reading.realm, on: day)
            found.formUnion(try holders(of: posts.filter { $0.responsibility == .approve }, on: day))
        }
    }
}
