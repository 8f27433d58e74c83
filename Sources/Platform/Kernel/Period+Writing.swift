/// Periods as people write them: 5个工作日, 20日, 24小时, 6个月, 当场; 顺延 behind one whose end rolls.
extension Period {
    private static let writtenUnits: [(name: String, unit: Unit)] = [
        ("个工作日", .workingDay), ("工作日", .workingDay), ("个月", .month), ("月", .month), ("小时", .hour), ("日", .calendarDay),
        ("天", .calendarDay),
    ]
    private static let rolling = "顺延"

    package var written: String {
        self == .workingDays(0) ? "当场" : chinese + (rollsToWorkingDay ? Period.rolling : "")
    }

    /// Returns `nil` unless `text` is a period as above, or in the form that is stored.
    package init?(written text: String) {
        let text = text.filter { !$0.isWhitespace }
        if text == "当场" {
            self = .workingDays(0)
            return
        }
        if let period = Period(text) {
            self = period
            return
        }
        let rolls = text.hasSuffix(Period.rolling)
        let plain = rolls ? String(text.dropLast(Period.rolling.count)) : text
        guard let (name, unit) = Period.writtenUnits.first(where: { plain.hasSuffix($0.name) }),
            let count = Int(plain.dropLast(name.count)), (0...Period.greatestCount).contains(count)
        else { return nil }
        self.init(count, unit, rollsToWorkingDay: rolls)
    }
}
