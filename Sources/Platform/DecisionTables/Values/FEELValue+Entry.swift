import Kernel

extension FEELValue {
    /// Reads what a person enters for a fact of a type: `12000`, `true`, `2026-03-01`, `P3D`; a string stands bare.
    package init?(entry: String, of type: FEELType) {
        let value: FEELValue? =
            switch type {
            case .number: FEELNumber(entry).map(FEELValue.number)
            case .string: .string(entry)
            case .boolean: ["true": .boolean(true), "false": .boolean(false)][entry]
            case .date: Day(entry).map(FEELValue.date)
            case .time: FEELTime(entry).map(FEELValue.time)
            case .dateTime: FEELValue(moment: entry)
            case .daysDuration, .monthsDuration: FEELDuration(entry).map(FEELValue.duration)
            }
        guard let value, value.type == type else { return nil }
        self = value
    }

    /// Reads `2026-03-01T08:30:00`, with a distance to UTC or without.
    init?(moment text: some StringProtocol) {
        let parts = text.split(separator: "T", omittingEmptySubsequences: false)
        guard parts.count == 2, let day = Day(parts[0]), let time = FEELTime(parts[1]) else { return nil }
        self = .dateTime(day, time)
    }

    /// The value as a person enters it.
    package var entry: String {
        switch self {
        case .null: ""
        case .string(let text): text
        case .date(let day): day.description
        case .time(let time): time.description
        case .dateTime(let day, let time): "\(day)T\(time)"
        case .duration(let duration): duration.description
        case .number, .boolean, .list: description
        }
    }

    package static func number(_ number: Int64) -> FEELValue { .number(FEELNumber(number)) }
}
