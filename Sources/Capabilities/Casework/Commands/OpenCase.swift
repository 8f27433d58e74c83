package import Catalog
import Directory
package import EventLog
import Kernel
package import Parties
import Processes

/// An officer takes a matter up without an application (线索登记); where the process begins with it, it is registered too.
///
/// - Source: Administrative Penalty Law (行政处罚法) art. 36, 54; 川办发〔2011〕45号 (unpublished powers are not exercised).
package struct OpenCase: Command {
    package static let name = "OpenCase"
    package let item: PowerItem.ID
    package let party: RegisterParty.Applicant
    package let clue: Clue
    /// The papers of the registering step that have a form.
    package let documents: [DocumentRecord]

    package init(
        item: PowerItem.ID,
        party: RegisterParty.Applicant,
        clue: Clue,
        documents: [DocumentRecord] = []
    ) {
        self.item = item
        self.party = party
        self.clue = clue
        self.documents = documents
    }

    package struct Answer: Hashable, Sendable, Codable {
        package let caseFile: CaseFile.ID
        package let number: String
    }

    package func run(in session: CommandSession) throws -> Answer {
        let pin = try ItemPin.executable(item, in: session)
        var run = try CaseRun(under: pin, in: session)
        guard run.definition.category.isExOfficio else { throw CaseworkError.applicationNeeded(item: pin.name) }
        let actor = try CaseAuthority.officer(of: pin, companions: [], in: session)
        try run.requireHandler(actor)
        try clue.require(in: run.definition.category, on: session.today)
        let party: Party.ID = try RegisterParty(party).run(in: session)
        try run.begin(pin, party: party.text, clue: clue)
        try run.registered(by: actor, opinion: clue.facts, documents)
        return Answer(caseFile: run.id, number: try run.opening.number)
    }
}

extension Clue {
    /// Refuses what says too little, or tells of days that cannot be.
    func require(in category: ProcessDefinition.Category, on today: Day) throws(CaseworkError) {
        try CaseworkRules.requireText(facts, "线索内容", atLeast: CaseworkRules.shortestReasons)
        let last = endedOn ?? happenedOn
        if let first = happenedOn, let last, !(first <= last && last <= today) {
            throw .clueDaysInvalid(first: first, last: last)
        }
        if category.isPenalty, happenedOn == nil { throw .detailsMissing("违法行为发生日期") }
    }
}

extension ProcessDefinition.Category {
    /// Whether the agency takes such matters up itself, rather than on application.
    package var isExOfficio: Bool {
        switch self {
        case .penalty, .penaltyHearing, .penaltySimple, .coerciveMeasure, .freezing, .coerciveExecution,
            .substituteExecution, .courtEnforcement, .inspection, .requisition,
            .levy, .charge:
            true
        case .licensing, .grant, .confirmation, .adjudication, .reward, .registration, .other: false
        }
    }

    /// Whether somebody may ask for it; what is levied or charged begins either way.
    package var isOnApplication: Bool { !isExOfficio || self == .levy || self == .charge }
}
