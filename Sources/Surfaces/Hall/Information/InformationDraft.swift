import Casework
import Directory
import HTML
import Kernel
import Participation
import WebServer

/// A request for information being written: what the form holds.
struct InformationDraft: Sendable {
    static let fields = ["agency", "applicant", "name", "identity", "mobile", "description", "form", "address"]

    private let values: [String: String]
    /// Every agency that may be asked, in the order of divisions.
    let agencies: [AgencyRow]

    static func read(_ form: FormValues, from parts: HallParts) async throws -> InformationDraft {
        InformationDraft(
            values: Dictionary(uniqueKeysWithValues: fields.map { ($0, form[$0] ?? "") }),
            agencies: try await parts.agencies()
        )
    }

    subscript(field: String) -> String { values[field] ?? "" }

    var applicant: ApplicantKind { ApplicantKind(rawValue: self["applicant"]) ?? .person }
    var form: DeliveryForm { DeliveryForm(rawValue: self["form"]) ?? .online }
    var agency: AgencyRow? { agencies.first { $0.id.text == self["agency"] } }

    /// The request as the log takes it.
    func command(queryDigest: String, _ clocks: ParticipationClocks) throws(ParticipationError) -> RequestInformation {
        guard let agency else { throw .unknownAgency }
        return RequestInformation(
            to: agency.id,
            by: applicant,
            InformationContent(
                name: self["name"],
                identity: self["identity"],
                mobile: self["mobile"],
                address: self["address"],
                description: self["description"],
                form: form
            ),
            queryDigest: queryDigest,
            clocks
        )
    }

    /// Everything that was typed, to travel through the review page.
    var hidden: [HiddenField] { InformationDraft.fields.map { HiddenField($0, self[$0]) } }
}
