package import Casework
package import Directory
import EventLog
package import Kernel
package import Parties
package import Processes

/// What a case had come to when a document of it is made: the law of its category, what was found, told and decided.
package struct CaseMatter: Hashable, Sendable {
    package var category: ProcessDefinition.Category
    /// `nil` once erased.
    package var party: Party?
    /// Where the process allows the limit to be prolonged.
    package var prolongation: LegalSource?
    package var clue: Clue?
    /// The permit that is renewed or changed.
    package var prior: PriorPermit?
    package var changes: [ChangedAnswer] = []
    package var isRenewalDeemed = false
    package var evidence: [Evidence] = []
    package var proposal: Proposal?
    /// How the item's discretion benchmark was applied, as it was last stated.
    package var weighed: Weighed?
    package var noticeServedOn: Day?
    /// With whom jurisdiction was disputed last.
    package var dispute: DisputedMatter?
    package var decision: Decision?
    /// Where the party lives or has its seat, as an officer wrote it down.
    package var address = ""
    /// The latest paper of each name.
    package var papers: [String: DocumentRecord] = [:]
    /// Who acted, with the certificates shown.
    package var officers: [ActingOfficer] = []

    /// Whether the matter is between two parties, of which the other one answers.
    var hasRespondent: Bool { category == .adjudication }

    package init(_ category: ProcessDefinition.Category, party: Party? = nil) {
        self.category = category
        self.party = party
    }

    /// Takes in a fact of the case.
    package mutating func hear(_ fact: CaseFileEvent) {
        switch fact {
        case .received(let given):
            prior = given.prior?.value
            changes = given.changes?.value ?? []
        case .renewalDeemed: isRenewalDeemed = true
        case .opened(let given): clue = given.clue.value
        case .evidenceAdded(let given): evidence += given.evidence.value.map { [$0] } ?? []
        case .proposed(let given):
            proposal = given.proposal.value
            weighed = given.weighed?.value
        case .disputed(let given): dispute = DisputedMatter(given)
        case .noticeServed(let given): noticeServedOn = given.servedOn
        case .decided(let given):
            decision = given.decision
            weighed = given.weighed?.value ?? weighed
        case .written(let given):
            for record in given.documents.value ?? [] {
                papers[record.document] = record
                let written = record.text("address")
                if !written.isEmpty { address = written }
            }
        case .filed, .paid, .completed, .returned, .correctionRequested, .supplemented, .accepted,
            .notAccepted, .withdrawn, .suspended, .resumed, .prolonged, .served, .issued, .closed, .assigned,
            .assistantsChanged, .cancelled, .recordingFiled, .transitionDecided, .urged,
            .signed, .signersChanged, .migrated,
            .terminated, .decisionCorrected, .revoked, .succeeded, .merged, .takenIn, .split, .handedOver,
            .followUpReceived, .followUpEnded, .declaredVoid, .refunded, .reopened,
            .disputeStated, .disputeReported, .designated, .measureTaken, .measureEnded, .paymentDeferred,
            .remedySought, .remedyEnded, .legalReview, .recusal:
            break
        }
    }

    /// What the benchmark says and what else was weighed, each a paragraph.
    package var discretion: [String] {
        [weighed?.chinese ?? "", proposal?.discretion ?? ""].filter { !$0.isEmpty }
    }

    /// The facts as the investigation found them.
    package var finding: String {
        for name in ["调查终结报告", "当场告知记录"] {
            if let text = papers[name]?.text("facts"), !text.isEmpty { return text }
        }
        return clue?.facts ?? ""
    }
}

/// Which agencies dispute jurisdiction over a case, and who stands above both.
package struct DisputedMatter: Hashable, Sendable {
    package let other: DisputedAgency
    package let superior: CommonSuperior
    package let proposed: JurisdictionDispute.Side

    package init(_ raised: JurisdictionDisputed) {
        other = raised.other.value
        superior = raised.superior.value
        proposed = raised.proposed.value
    }
}

/// An officer who did an act, with the enforcement certificate.
package struct ActingOfficer: Hashable, Sendable {
    package let name: String
    /// Empty where the act needs none.
    package let certificate: String

    package init(name: String, certificate: String) {
        self.name = name
        self.certificate = certificate
    }

    package var chinese: String { certificate.isEmpty ? name : "\(name)（执法证号\(certificate)）" }
}
