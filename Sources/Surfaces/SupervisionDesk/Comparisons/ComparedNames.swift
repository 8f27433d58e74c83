import Directory
import EventLog
import Kernel
import Supervision

/// What to call those that were compared.
struct ComparedNames {
    /// By identifier.
    fileprivate let officers: [String: String]

    func name(of subject: FindingSubject, else known: String = "") -> String {
        switch subject {
        case .officer(let id): officers[id.text] ?? "工作人员\(id.text)"
        case .dealing(let id, _): officers[id.text] ?? "工作人员\(id.text)"
        case .caseNumber(let number): number
        case .party: "同一当事人"
        case .agency, .answer, .acceptance, .correction, .suspension, .decision, .service, .publication, .dossier,
            .step, .act, .certificate, .stay, .item, .list, .letter:
            known
        }
    }
}

extension EventReading {
    /// The names of the officers among `subjects`.
    func names(of subjects: [FindingSubject]) throws -> ComparedNames {
        var names: [String: String] = [:]
        for subject in Set(subjects) {
            switch subject {
            case .officer(let id), .dealing(let id, _): names[id.text] = try reader.officer(id, in: realm)?.name
            case .caseNumber, .party, .agency, .answer, .acceptance, .correction, .suspension, .decision, .service,
                .publication, .dossier, .step, .act, .certificate, .stay, .item, .list, .letter:
                break
            }
        }
        return ComparedNames(officers: names)
    }
}
