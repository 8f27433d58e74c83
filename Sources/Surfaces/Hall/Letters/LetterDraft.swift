import Access
import Casework
import Catalog
import Codes
import Directory
import EventLog
import HTML
import Kernel
import Participation
import WebServer

/// A letter being written: what the form holds, and what it is about.
struct LetterDraft: Sendable {
    static let fields = ["kind", "agency", "item", "case", "code", "title", "text", "naming", "name", "mobile", "mail"]

    private let values: [String: String]
    /// The item the letter is about, if any.
    let item: Item?
    /// The case the letter is about, if any; its writer has shown number and code, or owns it.
    let caseFile: FollowedCase?
    /// Every agency that may be written to, in the order of divisions.
    let agencies: [AgencyRow]

    struct Item: Sendable {
        let id: PowerItem.ID
        let code: String
        let name: String
        let agency: AgencyReference?
    }

    /// Reads what the address or the form says, and looks up what it names.
    static func read(
        _ form: FormValues,
        by principal: Principal?,
        from parts: HallParts
    ) async throws -> LetterDraft {
        let values = Dictionary(uniqueKeysWithValues: fields.map { ($0, form[$0] ?? "") })
        let item = try await PublicItem.read(values["item"] ?? "", from: parts).map { found in
            Item(id: found.id, code: found.content.code, name: found.content.name, agency: found.content.agency)
        }
        var caseFile: FollowedCase?
        if let number = values["case"], let code = QueryCode(typed: values["code"] ?? "") {
            caseFile = try await FollowedCase.read(number: number, code: code, from: parts)
        } else if let number = values["case"], let principal {
            let own = try await Own.read(principal, from: parts)
            caseFile = try await FollowedCase.read(number: number, of: own, from: parts)
        }
        return LetterDraft(
            values: values,
            item: item,
            caseFile: caseFile,
            agencies: try await parts.agencies()
        )
    }

    subscript(field: String) -> String { values[field] ?? "" }

    var kind: LetterKind { LetterKind(rawValue: self["kind"]) ?? .question }

    var isNamed: Bool { self["naming"] == "named" }

    /// The agency the letter goes to, as far as it is settled already.
    var agency: String? {
        if let caseFile { return caseFile.opening.item.agency }
        if let known = item?.agency?.id, agencies.contains(where: { $0.id.text == known }) { return known }
        return agencies.first { $0.id.text == self["agency"] }?.id.text
    }

    var agencyName: String? { agencies.first { $0.id.text == agency }?.profile.name }

    /// Whether the writer chooses the agency: neither case nor item says it.
    var asksAgency: Bool {
        caseFile == nil && item?.agency?.id.map { id in agencies.contains { $0.id.text == id } } != true
    }

    /// What the letter is about; nil as long as no agency is chosen.
    private var about: FileLetter.About? {
        if let caseFile { return .caseFile(caseFile.summary.id, queryDigest: caseFile.opening.queryDigest) }
        guard let agency else { return nil }
        if let item { return .item(item.id, agency: Agency.ID(agency)) }
        return .agency(Agency.ID(agency))
    }

    /// The letter as the log takes it.
    func command(queryDigest: String, _ clocks: ParticipationClocks) throws(ParticipationError) -> FileLetter {
        guard let about else { throw .unknownAgency }
        return FileLetter(
            kind,
            about: about,
            title: self["title"],
            text: self["text"],
            writer: isNamed
                ? LetterContent.Writer(name: self["name"], mobile: self["mobile"], mail: self["mail"]) : nil,
            queryDigest: queryDigest,
            clocks
        )
    }

    /// Everything that was typed, to travel through the review page.
    var hidden: [HiddenField] { LetterDraft.fields.map { HiddenField($0, self[$0]) } }
}

extension HallParts {
    /// Returns every agency that may act today, in the order of divisions.
    func agencies() async throws -> [AgencyRow] {
        let today = today
        let provinces = divisions.all.compactMap { Division.Code($0.code.text) }.filter { $0.level == .province }
        return try await read { reading in
            try provinces.sorted().flatMap { try reading.reader.agencies(of: $0, in: reading.realm, on: today) }
        }
    }
}
