import Acting
import Casework
import HTML
import Processes
import Sanctions
import WebServer

/// Finds the field of a form that a refusal is about.
struct RefusedField {
    let prefix: String
    let values: FormValues
    /// The papers that the form asks for.
    let papers: [DocumentForm]

    /// Returns the field's name without the prefix; `nil` when the refusal is about none.
    func name(of refusal: any Error, _ wording: Wording) -> String? {
        guard let refusal = refusal as? CaseworkError else { return wording.field }
        return paper(refusal) ?? sanction(refusal).flatMap(line).flatMap { line in
            wording.field.map { $0.replacing("-0", with: "-\(line)") }
        } ?? wording.field
    }

    private func paper(_ refusal: CaseworkError) -> String? {
        if case .documentFieldMissing(let document, let field, _) = refusal { return name(document, field) }
        if case .documentRowsMissing(let document, let field, _, _) = refusal { return name(document, field) }
        if case .documentBars(let document, let field, _, _) = refusal { return name(document, field) }
        if case .discussion(let fault) = refusal { return name(fault.field) }
        if case .reasonsMissing(let field, _) = refusal { return name(field) }
        if case .textTooLong(let field, _, _) = refusal { return name(field) }
        if case .answerNotAccepted(let field, _) = refusal { return name(field) }
        return nil
    }

    private func name(_ document: String, _ label: String) -> String? {
        papers.firstIndex { $0.name == document }.flatMap { name($0, label) }
    }

    /// Of a field whose paper is not named, the first that is so labeled.
    private func name(_ label: String) -> String? {
        papers.indices.lazy.compactMap { name($0, label) }.first
    }

    /// A cell is named by its table and its column.
    private func name(_ place: Int, _ label: String) -> String? {
        papers[place].fields.first { label == $0.label || label.hasPrefix("\($0.label)：") }
            .map { PaperFields.name(place, $0.key) }
    }

    private func sanction(_ refusal: CaseworkError) -> Sanction.Kind? {
        if case .sanctionFault(let fault) = refusal { return fault.kind }
        if case .notSimple(.kind(let kind)) = refusal { return kind }
        if case .notSimple(.fine) = refusal { return .fine }
        if case .heavierThanTold(.untold(let kind)) = refusal { return kind }
        if case .heavierThanTold(.higher(let kind, _, _)) = refusal { return kind }
        if case .hearingDue(let sanction, _) = refusal { return sanction.kind }
        return nil
    }

    /// The line of the form on which a kind of penalty stands.
    private func line(_ kind: Sanction.Kind) -> Int? {
        (0..<PenaltyFields.lines).first { values["\(prefix)-kind-\($0)"] == kind.rawValue }
    }
}

extension DiscussionFault {
    /// The label of the field of the record that is at fault.
    fileprivate var field: String {
        switch self {
        case .notYetHeld: "时间"
        case .namedTwice: "应当参加的成员"
        case .recusalUnrecorded, .recusalUndecided: "回避的成员"
        case .notMember, .recusedTookPart, .unclear, .noQuorum: "参加人及其意见"
        case .chairAbsent, .chairNotHead: "主持人"
        case .dissentMissing: "不同意见"
        }
    }
}

extension SanctionFault {
    fileprivate var kind: Sanction.Kind? {
        switch self {
        case .none: nil
        case .amountMissing(let kind), .amountUnexpected(let kind), .amountTooGreat(let kind), .objectMissing(let kind):
            kind
        }
    }
}
