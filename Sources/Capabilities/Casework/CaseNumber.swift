import EventLog
import Kernel

/// The number a case bears from its first day, by the rule of its division.
enum CaseNumber {
    static func next(_ pin: ItemPin, _ id: CaseFile.ID, in session: CommandSession) throws -> String {
        let frame = try CaseNumberRule.of(pin.division).frame(of: pin, on: session.today)
        let serial = try NumberSeries.next("case:\(frame.series)", for: "casefile/\(id.text)", in: session)
        return frame.number(serial)
    }
}
