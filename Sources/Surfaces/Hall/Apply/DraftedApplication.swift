import BlobStore
import CanonicalJSON
import Casework
import Catalog
import Cryptography
import HTML
import Kernel
import Parties

/// An application that is being written: the draft, its item, and how far each part is.
struct DraftedApplication: Sendable {
    var draft: SubmissionDraft
    let item: PublicItem

    var applicant: ApplicantEntry { ApplicantEntry(draft) }

    /// Whether an agent applies for a firm.
    var isForFirm: Bool { draft.answers[DraftKey.mandate] != nil }

    /// The permit whose renewal or change is asked for; `nil` for a new one.
    var followUp: FollowUp? {
        guard let purpose = draft.answers[DraftKey.purpose].flatMap(FollowUp.Purpose.init(rawValue:)),
            let prior = draft.answers[DraftKey.prior]
        else { return nil }
        return FollowUp(purpose, of: CaseFile.ID(prior), note: draft.answers[DraftKey.note] ?? "")
    }

    /// What is applied for, as its pages name it.
    var name: String { (followUp.map { "\($0.purpose.chinese)：" } ?? "") + item.content.name }

    /// Whether it cannot be handed in without a material; a renewal or change is told at acceptance what it lacks.
    func mustHave(_ material: Material) -> Bool {
        followUp == nil && (material.mustBeFiled || demand(for: material) != nil)
    }

    var answers: AnswerSheet { AnswerSheet(item.rules, draft) }

    /// What is uploaded; what the form itself makes is not.
    var materials: [Material] { (item.content.materials ?? []).filter { $0.source != .form } }

    func files(of material: Material) -> [Attachment] { draft.files[material.name] ?? [] }

    /// What stands in the way of handing it in: the names of the parts.
    var open: [String] {
        let applicant = applicant.errors.isEmpty ? [] : ["申请人信息"]
        let form = answers.rules.form.isEmpty || answers.errors.isEmpty ? [] : ["申请表"]
        let required = followUp == nil ? Set(item.rules.required(stated, of: partyKind)) : []
        return applicant + form + materials.filter { required.contains($0.name) && files(of: $0).isEmpty }.map(\.name)
    }

    /// Why the item's table asks for a material, by what was filled in; `nil` where it does not.
    func demand(for material: Material) -> String? {
        item.rules.demands(stated, of: partyKind).first { $0.material == material.name }?.ground
    }

    /// What the item's table says of the conditions, by what was filled in so far.
    var verdict: ItemRules.Verdict? { item.rules.eligibility(stated, of: partyKind) }

    /// The entry of the negative list under which the project is restricted, with its measures.
    var restriction: NegativeList.Entry? { item.rules.entry(stated).flatMap { $0.entry.isForbidden ? nil : $0.entry } }

    private var stated: [String: String] {
        Dictionary(answers.answers.map { ($0.field, $0.value) }) { first, _ in first }
    }

    private var partyKind: Party.Kind? {
        applicant.kind.map { kind in
            switch kind {
            case .person: .person
            case .organization: .organization
            }
        }
    }

    var submission: Submission {
        Submission(
            answers: answers.answers,
            materials: materials.compactMap { material in
                let files = files(of: material)
                return files.isEmpty ? nil : SubmittedMaterial(material: material.name, attachments: files)
            }
        )
    }

    /// The key under which the application takes effect once, however often it is sent.
    var submissionKey: String { "apply-\(draft.id)" }

    /// What was reviewed; sent with the review, so that a change in another window is noticed.
    var fingerprint: String {
        get throws { SHA256Hash.of(try CanonicalEncoder().encode(draft)).hex }
    }

    /// What was handed in already: its number and the day of the answer.
    var receipt: (number: String, due: String)? {
        guard let number = draft.answers[DraftKey.receiptNumber] else { return nil }
        return (number, draft.answers[DraftKey.receiptDue] ?? "")
    }
}
