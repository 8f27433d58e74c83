import Acting
import Casework
import EventLog
import HTML
import Kernel
import Processes
import WebServer

/// The permit whose renewal or change the window takes in.
struct IntakePrior: Sendable {
    let followUp: FollowUp
    let number: String
    let decision: Decision
    let validThrough: Day?
    let time: RenewalTime?
    let isLate: Bool
    /// What the permit rests on, by the keys of the form's fields.
    let answers: [String: String]

    static let purpose = "follow"
    static let caseFile = "case"
    static let note = "note"

    /// Reads what the query or the form names; `nil` where it names nothing.
    ///
    /// - Throws: `CaseworkError.followUp` for a permit that is not followed today.
    init?(_ values: FormValues, note: String, under item: String, on today: Day, in reading: EventReading) throws {
        guard let purpose = values[IntakePrior.purpose].flatMap(FollowUp.Purpose.init(rawValue:)),
            let number = values[IntakePrior.caseFile]
        else { return nil }
        guard let summary = try reading.caseFile(number: number) else { throw WebRefusal.notFound }
        let state = try reading.state(CaseFile.self, summary.id.text).state
        // Another agency's case, or one of another item, is as one that is not there.
        guard state.opening?.item.id == item else { throw WebRefusal.notFound }
        let process = try state.opening.flatMap { try reading.process($0.item.process) }
        let isLicense = process?.definition.category == .licensing
        if let fault = state.followUpFault(purpose, isLicense: isLicense, on: today) {
            throw CaseworkError.followUp(fault)
        }
        guard let decision = state.decision else { throw CaseworkError.followUp(.noPermit(number: number)) }
        followUp = FollowUp(purpose, of: summary.id, note: note)
        self.number = number
        self.decision = decision
        validThrough = state.permitThrough
        time = purpose == .renewal ? try reading.renewalTime(of: state, on: today) : nil
        isLate = time.map { $0.applyBy < today } ?? false
        let given = state.submission?.answers ?? []
        answers = Dictionary(given.map { ("answer-\($0.field)", $0.value) }) { first, _ in first }
    }

    var hidden: [HiddenField] {
        [
            HiddenField(IntakePrior.purpose, followUp.purpose.rawValue),
            HiddenField(IntakePrior.caseFile, number),
        ]
    }
}

/// What the permit says, above the form that renews or changes it.
struct IntakePriorPanel: Component {
    let prior: IntakePrior

    var body: any HTML {
        Panel("前证") {
            DefinitionList(
                [
                    ("办理", "\(prior.followUp.purpose.chinese)（\(prior.followUp.purpose.source)）"),
                    ("决定文号", prior.decision.number), ("证件编号", prior.decision.permitNumber),
                    ("有效期至", prior.validThrough?.description),
                    ("最迟申请日", prior.time.map { "\($0.applyBy)（\($0.ground)）" }),
                ].compactMap { term, value in value.map { Definition(term, $0) } }
            )
            if prior.isLate {
                AlertBox("已过申请延续的期限", tone: .caution) {
                    p { "可以收件，由批准岗位依法决定；逾期未决定的，不视为准予延续（行政许可法§50）。" }
                }
            }
            p(.cssClass("hint")) { "申请表已按前证填好，只改动有变化的项；申请人应与前证的被许可人一致。" }
        }
    }
}
