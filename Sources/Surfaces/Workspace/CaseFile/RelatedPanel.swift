import Casework
import EventLog
import HTML
import Kernel
import Parties

/// A case into which another may be taken, in the version that is shown.
struct LeadingCase: Sendable {
    let summary: CaseRowSummary
    let version: Int

    /// What a form sends of it: its number and the version that was seen.
    var value: String { "\(summary.number) \(version)" }

    static func read(_ value: String) -> (number: String, version: Int)? {
        let parts = value.split(separator: " ")
        guard parts.count == 2, let version = Int(parts[1]) else { return nil }
        return (String(parts[0]), version)
    }
}

/// The other cases of the same party in the agency, those that may be the same matter in front (关联办件).
struct RelatedPanel: Component {
    struct Line: Sendable {
        let number: String
        let item: String
        let stage: String
        let received: Day
        /// Whether it is under way for the same power: the same matter may have come twice.
        let mayBeSame: Bool
    }

    /// More than anybody compares; the desk's search finds the rest.
    static let most = 20

    let lines: [Line]

    init(_ cases: [CaseRowSummary], besides id: CaseFile.ID, of item: String) {
        let others = cases.filter { $0.id != id }.map { summary in
            Line(
                number: summary.number,
                item: summary.itemName,
                stage: summary.stage.chinese,
                received: summary.receivedOn,
                mayBeSame: summary.itemCode == item && summary.stage != .closed && summary.stage != .decided
            )
        }
        lines = others.filter(\.mayBeSame) + others.filter { !$0.mayBeSame }
    }

    /// The cases of one party in an agency, under whichever registration.
    static func cases(of party: Party.ID, in agency: String, _ reading: EventReading) throws -> [CaseRowSummary] {
        let known = try reading.reader.registrations(of: party, in: reading.realm)
        return try reading.cases(parties: known.map(\.text), of: [agency], limit: RelatedPanel.most + 1)
    }

    /// The cases into which this one may be taken.
    static func leading(
        _ state: CaseFile,
        _ id: CaseFile.ID,
        _ reading: EventReading
    ) throws -> [LeadingCase] {
        guard let opening = state.opening else { return [] }
        let item = opening.item
        return try cases(of: Party.ID(opening.party), in: item.agency, reading).filter { other in
            other.id != id && other.itemCode == item.code && CaseVerb.merge.rule.stages.contains(other.stage)
        }.map { LeadingCase(summary: $0, version: try reading.version(of: CaseFile.stream($0.id.text))) }
    }

    var body: any HTML {
        if !lines.isEmpty {
            Panel("同一当事人的其他办件", anchor: "related") {
                if lines.contains(where: \.mayBeSame) {
                    AlertBox("同一当事人有同一事项的办件正在办理，请核对是否重复。", tone: .caution)
                }
                DataTable(
                    "同一当事人的其他办件",
                    columns: [.init("办件编号"), .init("事项"), .init("状态"), .init("收到")],
                    rows: lines.map { line in
                        DataTable.Row(
                            [
                                a(.href(WorkspacePath.caseFile(line.number))) { line.number }, line.item,
                                span {
                                    line.stage
                                    if line.mayBeSame { Badge("可能重复", tone: .caution) }
                                },
                                line.received.description,
                            ],
                            tone: line.mayBeSame ? .caution : nil
                        )
                    },
                    showsTitle: false
                )
            }
        }
    }
}
