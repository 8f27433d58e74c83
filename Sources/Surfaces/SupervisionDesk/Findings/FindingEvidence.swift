import Access
import BlobStore
import EventLog
import Kernel
import Supervision
import WebServer

/// Files that bear out explanations: taken in with them, and sent to whoever may see the finding.
extension FindingRoutes {
    /// What an agency says in a form; what cannot be recorded leaves no files behind.
    func explanation(of key: FindingKey, _ text: String, _ form: FormContent) async throws -> ExplainFinding {
        let fresh = form.files("evidence").filter { !$0.name.isEmpty }
        guard fresh.count <= ExplainFinding.mostFiles else {
            throw SupervisionError.tooManyFiles(ExplainFinding.mostFiles)
        }
        let correction = SelfCorrection(form.values)
        let told = ExplainFinding(matter: key.matter, number: key.number, explanation: text, correction: correction)
        _ = try told.checked()
        let isExplainable = try await parts.read { reading in
            try reading.state(Findings.self, key.matter.text).state.finding(key.number).isExplainable
        }
        guard isExplainable else { return told }
        var evidence: [Attachment] = []
        for file in fresh {
            evidence.append(
                try await parts.blobs.keep(
                    file.bytes,
                    name: file.name,
                    mediaType: file.declaredType,
                    randomness: parts.log.randomness
                )
            )
        }
        return ExplainFinding(
            matter: key.matter,
            number: key.number,
            explanation: text,
            evidence: evidence,
            correction: correction
        )
    }

    /// Sends a file after the scanner passed it; the audit has the look.
    func evidence(_ request: WebRequest, _ principal: Principal?) async throws -> WebAnswer {
        let key = try FindingKey(request)
        guard let piece = request.parameters["piece"].flatMap(Int.init), piece > 0 else { throw WebRefusal.notFound }
        let (place, said) = try await parts.read { reading in
            let findings = try reading.state(Findings.self, key.matter.text).state
            return (try reading.place(of: key.matter), findings.all.first { $0.number == key.number }?.said)
        }
        guard let place else { throw WebRefusal.notFound }
        guard AccessDecision.decide(principal, DeskAccess.findings, at: place) == .allowed else {
            throw WebRefusal.forbidden
        }
        guard let files = said?.evidence, files.indices.contains(piece - 1), let stored = files[piece - 1].stored
        else { throw WebRefusal.notFound }
        let (subject, remark) = ("\(key.matter.text)-\(key.number)", "evidence \(piece)")
        do {
            let bytes = try await parts.files.open(stored.blob, key: stored.key)
            try await parts.access.record(
                .personalSeen,
                by: principal,
                on: subject,
                from: request.peer,
                remark: remark
            )
            return .file(named: files[piece - 1].name, type: files[piece - 1].mediaType, bytes: bytes)
        } catch let refusal as ForeignFiles.Refusal {
            try await parts.access.record(
                .fileHeldBack,
                by: principal,
                on: subject,
                from: request.peer,
                remark: remark
            )
            return try await page(request, principal, FindingForms.Answer(fault: SupervisionWording.refusal(refusal)))
        }
    }
}

extension SelfCorrection {
    /// What a form tells of the agency's own investigation; `nil` when it tells nothing.
    init?(_ values: FormValues) {
        func text(_ part: Part) -> String { values[part.rawValue] ?? "" }
        guard !Part.allCases.map(text).allSatisfy({ $0.allSatisfy(\.isWhitespace) }) else { return nil }
        self.init(cause: text(.cause), measures: text(.measures), prevention: text(.prevention))
    }
}
