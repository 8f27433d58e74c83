import EventLog
import Kernel

/// The number a case bears from its first day, as `511602-20261122-00001`: division (6), day (8), serial of the day (5).
enum CaseNumber {
    static func next(_ pin: ItemPin, _ id: CaseFile.ID, in session: CommandSession) throws -> String {
        let place = pin.division.prefix(6)
        let day = session.today.description.filter { $0 != "-" }
        let serial = try NumberSeries.next("case:\(place):\(day)", for: "casefile/\(id.text)", in: session)
        let digits = String(serial)
        return "\(place)-\(day)-\(String(repeating: "0", count: max(0, 5 - digits.count)))\(digits)"
    }
}
