import EventLog
package import Kernel
package import Processes

/// What a reviewer finds against a decision.
///
/// - Source: 国办发〔2018〕118号 part 4 (what is reviewed).
package enum ReviewDefect: String, Hashable, Sendable, Codable, CaseIterable {
    case evidence
    case law
    case discretion
    case procedure
    case papers
    case power
    case crime

    package var chinese: String {
        switch self {
        case .evidence: "事实不清、证据不足"
        case .law: "适用法律、法规、规章错误"
        case .discretion: "裁量不当"
        case .procedure: "程序违法"
        case .papers: "文书不规范、不齐备"
        case .power: "超越法定权限，应当移送"
        case .crime: "涉嫌犯罪，应当移送"
        }
    }
}

/// How those in charge settle a disputed review; it binds both sides.
package enum ReviewResolution: String, Hashable, Sendable, Codable, CaseIterable {
    case passes
    case returns

    package var chinese: String {
        switch self {
        case .passes: "审核通过，继续办理"
        case .returns: "维持审核意见，退回办理"
        }
    }
}

/// One legal review while its step waits: what was asked and answered, and whose turn it is.
///
/// - Source: Administrative Penalty Law (行政处罚法) art. 58; 国办发〔2018〕118号 part 4.
package struct LegalReview: Sendable {
    /// Whose turn it is, and until when.
    package enum Phase: Hashable, Sendable {
        case reviewing
        /// The handling office is to supply what was asked for.
        case supplementing(by: Day)
        /// The handling office accepts the opinion, or contests it.
        case opposed(contestBy: Day)
        /// Another reviewer answers.
        case contested(answerBy: Day)
        /// The opinion stands: the handling office accepts it, or the head has it settled together.
        case maintained

        package var chinese: String {
            switch self {
            case .reviewing: "审核中"
            case .supplementing: "等待补充材料"
            case .opposed: "审核不同意，等待承办机构采纳或者申请复审"
            case .contested: "复审中"
            case .maintained: "复审维持原意见，等待采纳或者集体讨论"
            }
        }

        /// By when who has the turn acts; `nil` for the review itself, and where no day is set.
        package var due: Day? {
            switch self {
            case .reviewing, .maintained: nil
            case .supplementing(let day), .opposed(let day), .contested(let day): day
            }
        }
    }

    package private(set) var step: Step.ID
    /// What the catalog in force wanted when the review began; `nil` where the agency has none about it.
    package private(set) var begun: ReviewBegun?
    package private(set) var confirmed: Set<String> = []
    package private(set) var asked: ReviewMaterialsAsked?
    package private(set) var supplied: [ReviewMaterialsSupplied.Supplied] = []
    package private(set) var prolongation: ReviewProlonged?
    package private(set) var opposed: ReviewOpposed?
    /// Who opposed: the second review is another's.
    package private(set) var opposer: String?
    package private(set) var contested: ReviewContested?
    package private(set) var answered: ReviewAnswered?
    /// The last day as a fact of the review set it; `nil` while the process's limit counts.
    package private(set) var due: Day?
    package private(set) var phase = Phase.reviewing
    /// When it last came to stand still.
    private(set) var stoodSince: Day?
    /// Whether anybody has done anything about it.
    package private(set) var isTakenUp = false

    init(_ step: Step.ID) { self.step = step }

    mutating func rename(_ step: Step.ID) { self.step = step }

    mutating func hear(_ event: LegalReviewEvent, _ envelope: Envelope) {
        switch event {
        case .begun(let event):
            begun = event
            due = event.due
            return
        case .confirmed(let event): confirmed.formUnion(event.materials)
        case .asked(let event):
            (asked, stoodSince) = (event, envelope.recordedAt.day)
            phase = .supplementing(by: event.supplyBy)
        case .supplied(let event):
            supplied += event.supplied
            due = event.due ?? due
            phase = .reviewing
        case .prolonged(let event):
            prolongation = event
            due = event.due ?? due
        case .opposed(let event):
            (opposed, opposer, stoodSince) = (event, envelope.actor.id, envelope.recordedAt.day)
            (contested, answered) = (nil, nil)
            phase = .opposed(contestBy: event.contestBy)
        case .contested(let event):
            contested = event
            phase = .contested(answerBy: event.answerBy)
        case .answered(let event):
            answered = event
            due = event.due ?? due
            phase = event.isMaintained ? .maintained : .reviewing
        // The case moves on or back with the next fact.
        case .accepted, .resolved: break
        }
        isTakenUp = true
    }
}

extension CaseFile {
    /// The papers and pieces of evidence in the file, as a supplement names them; no personal word among them.
    package var filedPapers: [String] {
        var names: [String] = []
        for name in written.map(\.record.document) + documents.map(\.name) where !names.contains(name) {
            names.append(name)
        }
        return names + evidence.map { "第\($0.number)号证据" }
    }

    /// What the catalog wants handed in and nobody found in the file, supplied or confirmed.
    package func missingMaterials(in review: LegalReview) -> [String] {
        (review.begun?.materials ?? []).filter { material in
            paper(for: material) == nil && !review.confirmed.contains(material)
                && !review.supplied.contains { $0.material == material }
        }
    }

    /// The paper in the file that is a material by its name; the file itself is what is called a file, any
    /// evidence what is called evidence.
    package func paper(for material: String) -> String? {
        let papers = filedPapers
        if material.contains("案卷") { return papers.isEmpty ? nil : "本案案卷" }
        if let paper = papers.first(where: { $0.count >= 4 && (material.contains($0) || $0.contains(material)) }) {
            return paper
        }
        return material.contains("证据") ? papers.first { $0.hasSuffix("号证据") } : nil
    }
}
