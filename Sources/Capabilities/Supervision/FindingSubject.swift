import Kernel
package import Processes

/// What of a case a finding is about; findings about the same thing and dimension stand in one ladder of levels.
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
        }
    }

    private static let plain: [FindingSubject] = [
        .answer, .acceptance, .correction, .suspension, .decision, .service, .publication, .dossier,
    ]

    /// Returns `nil` unless `text` is the text form.
    package init?(_ text: String) {
        if text.hasPrefix("step:") {
            self = .step(Step.ID(String(text.dropFirst("step:".count))))
        } else if text.hasPrefix("act:"), let version = Int(text.dropFirst("act:".count)) {
            self = .act(version)
        } else if let plain = FindingSubject.plain.first(where: { $0.text == text }) {
            self = plain
        } else {
            return nil
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
