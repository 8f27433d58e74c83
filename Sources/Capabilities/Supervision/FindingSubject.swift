package import Directory
import Kernel
package import Processes

/// What of a case or an agency a finding is about; findings about the same thing and dimension stand in one ladder of
/// levels.
package enum FindingSubject: Hashable, Sendable {
    /// Whether the application was answered.
    case answer
    case acceptance
    case correction
    case suspension
    case decision
    case service
    case publication
    case dossier
    case step(Step.ID)
    /// One recorded act: the version of the case that recorded it.
    case act(Int)
    case agency(Agency.ID)
    case officer(Officer.ID)
    /// The certificate of this number.
    case certificate(String)
    /// One officer's stay in one post.
    case stay(Directory.Post.ID, Officer.ID)
    /// An item of the catalog, by identifier.
    case item(String)
    /// A list beside the items, by kind.
    case list(String)
    /// What the public wrote: a letter, a request for information, a rating; by identifier.
    case letter(String)
    /// A case among others, by its number.
    case caseNumber(String)
    /// A party, by identifier.
    case party(String)
    /// One officer's dealings with one party.
    case dealing(Officer.ID, party: String)

    package var text: String {
        switch self {
        case .answer: "answer"
        case .acceptance: "acceptance"
        case .correction: "correction"
        case .suspension: "suspension"
        case .decision: "decision"
        case .service: "service"
        case .publication: "publication"
        case .dossier: "dossier"
        case .step(let id): "step:\(id.text)"
        case .act(let version): "act:\(version)"
        case .agency(let id): "agency:\(id.text)"
        case .officer(let id): "officer:\(id.text)"
        case .certificate(let number): "certificate:\(number)"
        case .stay(let post, let officer): "stay:\(post.text):\(officer.text)"
        case .item(let id): "item:\(id)"
        case .list(let kind): "list:\(kind)"
        case .letter(let id): "letter:\(id)"
        case .caseNumber(let number): "case:\(number)"
        case .party(let party): "party:\(party)"
        case .dealing(let officer, let party): "dealing:\(officer.text):\(party)"
        }
    }

    private static let plain: [FindingSubject] = [
        .answer, .acceptance, .correction, .suspension, .decision, .service, .publication, .dossier,
    ]

    /// Returns `nil` unless `text` is the text form.
    package init?(_ text: String) {
        if let plain = FindingSubject.plain.first(where: { $0.text == text }) {
            self = plain
            return
        }
        guard let colon = text.firstIndex(of: ":") else { return nil }
        let rest = String(text[text.index(after: colon)...])
        switch text[..<colon] {
        case "step": self = .step(Step.ID(rest))
        case "act":
            guard let version = Int(rest) else { return nil }
            self = .act(version)
        case "agency": self = .agency(Agency.ID(rest))
        case "officer": self = .officer(Officer.ID(rest))
        case "certificate": self = .certificate(rest)
        case "stay":
            let ids = rest.split(separator: ":")
            guard ids.count == 2 else { return nil }
            self = .stay(Directory.Post.ID(String(ids[0])), Officer.ID(String(ids[1])))
        case "item": self = .item(rest)
        case "list": self = .list(rest)
        case "letter": self = .letter(rest)
        case "case": self = .caseNumber(rest)
        case "party": self = .party(rest)
        case "dealing":
            let ids = rest.split(separator: ":")
            guard ids.count == 2 else { return nil }
            self = .dealing(Officer.ID(String(ids[0])), party: String(ids[1]))
        default: return nil
        }
    }
}

extension FindingSubject: Codable {
    package init(from decoder: any Decoder) throws {
        let text = try decoder.singleValueContainer().decode(String.self)
        guard let subject = FindingSubject(text) else {
            throw DecodingError.dataCorrupted(
                .init(codingPath: decoder.codingPath, debugDescription: "expected a subject of findings, found \(text)")
            )
        }
        self = subject
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }
}
