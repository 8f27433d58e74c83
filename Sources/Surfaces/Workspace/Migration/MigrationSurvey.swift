import Access
import Acting
import Casework
import Codes
import Directory
import EventLog
import Kernel
import Processes
import WorkflowEngine

/// What another version of a process means for the cases that run under one of it, case by case; nothing is written.
struct MigrationSurvey {
    /// The version the cases would go over to, published or still a draft, with the limits it is proved against.
    struct Target {
        let definition: ProcessDefinition
        let promised: Period
        let statutory: Period
    }

    /// One case, where it stands, and where it would.
    struct Line {
        let id: CaseFile.ID
        let number: String
        let itemName: String
        /// The version of the case that the page shows.
        let version: Int
        let now: [Step.ID]
        let after: [Step.ID]
        /// Why it stays; `nil` when it may go over.
        let bar: Wording?
        /// When it went over by the plan at hand, and has not gone back.
        let migratedAt: Instant?
    }

    let old: ProcessDefinition
    let target: Target
    let mapping: FlowMapping
    let lines: [Line]

    /// Asks every case; those out of the principal's reach are left out.
    ///
    /// - Parameters:
    ///   - old: the version under which the cases run.
    ///   - target: the other one.
    ///   - mapping: what becomes of the steps.
    ///   - cases: the cases asked about.
    ///   - plan: the plan at hand; a case that went over by it is asked whether it may go back.
    ///   - principal: who looks.
    ///   - action: what the principal must be allowed to do where the case lies.
    ///   - reading: the realm.
    /// - Throws: what the log throws.
    init(
        _ old: ProcessDefinition,
        _ target: Target,
        _ mapping: FlowMapping,
        _ cases: [CaseFile.ID],
        plan: MigrationPlan.ID? = nil,
        for principal: Principal,
        _ action: Access.Action,
        in reading: EventReading
    ) throws {
        self.old = old
        self.target = target
        self.mapping = mapping
        var (forward, back): (CaseMigration?, CaseMigration?) = (nil, nil)
        var fault: Wording?
        do {
            forward = try CaseMigration(
                old,
                to: target.definition,
                promised: target.promised,
                statutory: target.statutory,
                by: mapping
            )
            back = try CaseMigration(
                target.definition,
                to: old,
                promised: target.promised,
                statutory: target.statutory,
                by: mapping.reversed
            )
        } catch {
            fault = MigrationSurvey.words(error, old, target.definition)
        }
        var lines: [Line] = []
        for id in cases {
            let loaded = try reading.state(CaseFile.self, id.text)
            guard let opening = loaded.state.opening,
                AccessDecision.decide(principal, .permission(Permission(action)), at: opening.item.place) == .allowed
            else { continue }
            let migrated = plan.flatMap { loaded.state.migrated(by: $0) }
            var (after, bar): ([Step.ID], Wording?) = ([], fault)
            do {
                if migrated != nil {
                    after = try back?.takeOver(loaded.state, goesBack: true).steps ?? []
                } else {
                    if opening.item.process.version != old.version {
                        let expected = ProcessPin(id: old.id.text, version: old.version)
                        throw CaseworkError.notMigrated(
                            .otherVersion(expected: expected, found: opening.item.process)
                        )
                    }
                    after = try forward?.takeOver(loaded.state).steps ?? []
                }
            } catch let refusal as CaseworkError {
                bar = MigrationSurvey.words(refusal, old, target.definition)
            }
            lines.append(
                Line(
                    id: id,
                    number: opening.number,
                    itemName: opening.item.name,
                    version: loaded.version,
                    now: loaded.state.position.steps,
                    after: after,
                    bar: bar,
                    migratedAt: migrated?.at
                )
            )
        }
        self.lines = lines
    }

    private static func words(
        _ refusal: CaseworkError,
        _ old: ProcessDefinition,
        _ new: ProcessDefinition
    ) -> Wording {
        if case .notMigrated(let bar) = refusal { return Wording(bar, in: old, or: new) }
        return Wording(refusal, in: old)
    }

    func names(_ steps: [Step.ID]) -> String {
        steps.map { target.definition.names[$0] ?? old.name(of: $0) }.joined(separator: "、")
    }

    func formerNames(_ steps: [Step.ID]) -> String {
        steps.map { old.names[$0] ?? target.definition.name(of: $0) }.joined(separator: "、")
    }
}

extension ItemPin {
    fileprivate var place: Place { Place(agency: Agency.ID(agency), division: Division.Code(division)) }
}
