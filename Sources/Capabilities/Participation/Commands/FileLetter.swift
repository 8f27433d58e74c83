package import Casework
package import Catalog
import Codes
package import Directory
package import EventLog
import Kernel
import Parties
import TimeLimits

/// Somebody asks, complains or reports, by name or without; the letter gets its number and its query code.
///
/// - Source: Administrative License Law (行政许可法) art. 65; Administrative Penalty Law (行政处罚法) art. 75;
///   信访工作条例 art. 22, 30.
package struct FileLetter: Command {
    package static let name = "FileLetter"
    package let kind: LetterKind
    package let about: About
    package let title: String
    package let text: String
    /// `nil` for an anonymous letter.
    package let writer: LetterContent.Writer?
    /// The keyed digest of the query code that the receipt shows.
    package let queryDigest: String
    /// The periods of the house, no part of what the writer sends.
    private let clocks: ParticipationClocks

    /// What the letter is about; a case brings its item and its agency, an item its agency.
    package enum About: Encodable, Sendable {
        case agency(Agency.ID)
        /// An item whose agency is not known to the directory goes to the agency named.
        case item(PowerItem.ID, agency: Agency.ID?)
        /// Only who knows the case's query code, of which this is the digest, writes about it.
        case caseFile(CaseFile.ID, queryDigest: String)
    }

    package struct Answer: Hashable, Sendable, Codable {
        package let letter: Letter.ID
        package let number: String
    }

    private enum CodingKeys: CodingKey {
        case kind, about, title, text, writer, queryDigest
    }

    package init(
        _ kind: LetterKind,
        about: About,
        title: String,
        text: String,
        writer: LetterContent.Writer?,
        queryDigest: String,
        _ clocks: ParticipationClocks
    ) {
        self.kind = kind
        self.about = about
        self.title = title
        self.text = text
        self.writer = writer
        self.queryDigest = queryDigest
        self.clocks = clocks
    }

    package func run(in session: CommandSession) throws -> Answer {
        let content = try checked()
        let subject = try subject(in: session)
        let id: Letter.ID = session.newIdentifier("L")
        let calendar = try NationalCalendar.load()
        let number = try session.nextNumber("letter", "L", at: subject.division, for: "letter/\(id.text)")
        try session.append(
            .filed(
                LetterFiled(
                    kind: Open(kind),
                    agencyName: Open(subject.agencyName),
                    number: number,
                    subject: subject,
                    filedOn: session.today,
                    clock: try .starting(on: session.today, for: kind, clocks, in: calendar),
                    content: .present(subject: id.text, content),
                    queryDigest: queryDigest
                )
            ),
            to: Letter.self,
            id.text,
            uses: ["clocks": clocks.version, "calendar": calendar.citation]
        )
        return Answer(letter: id, number: number)
    }

    /// Returns what is kept; of an anonymous writer that is nothing.
    package func checked() throws(ParticipationError) -> LetterContent {
        LetterContent(
            title: try ParticipationText.checked(title, .title, ParticipationText.titles),
            text: try ParticipationText.checked(text, .text, ParticipationText.texts),
            writer: try checkedWriter()
        )
    }

    private func checkedWriter() throws(ParticipationError) -> LetterContent.Writer? {
        guard let writer else { return nil }
        let mail = writer.mail.flatMap { $0.isEmpty ? nil : $0 }
        guard mail.map({ MailAddress($0) != nil }) ?? true else { throw .writerMail }
        do throws(PartiesError) {
            return LetterContent.Writer(
                name: try PartyChecks.name(writer.name, greatest: PartyChecks.greatestPersonName),
                mobile: try PartyChecks.mobile(writer.mobile),
                mail: mail
            )
        } catch {
            throw .writer(error)
        }
    }

    private func subject(in session: CommandSession) throws -> LetterSubject {
        switch about {
        case .agency(let agency): return try session.subject(at: agency, item: nil, caseFile: nil)
        case .item(let item, let agency):
            let state = try session.load(PowerItem.self, item.text).state
            guard let content = state.publicContent else { throw ParticipationError.unknownItem }
            guard let agency = content.agency?.id.map({ Agency.ID($0) }) ?? agency else {
                throw ParticipationError.unknownAgency
            }
            return try session.subject(
                at: agency,
                item: .init(code: content.code, name: content.name),
                caseFile: nil
            )
        case .caseFile(let id, let digest):
            guard let opening = try session.load(CaseFile.self, id.text).state.opening, opening.queryDigest == digest
            else { throw ParticipationError.unknownCase }
            let pin = opening.item
            return try session.subject(
                at: Agency.ID(pin.agency),
                item: .init(code: pin.code, name: pin.name),
                caseFile: id.text
            )
        }
    }
}

extension PowerItem {
    /// What the public reads of the item: its last public version, or what the list said that it came from.
    var publicContent: ItemContent? { versions.last(where: \.isPublic)?.content ?? origin?.listing.content }
}
