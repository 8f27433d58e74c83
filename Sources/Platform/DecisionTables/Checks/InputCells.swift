import Kernel

/// One value for each part of an input's domain in which all rules answer alike.
extension Decision {
    /// - Returns: the values, and for each the rules whose cell holds, ascending; values with equal rules are one.
    func cells(of input: Int) -> [InputCell] {
        let column = rules.map { $0.tests[input] }
        let type = table.inputs[input].type
        let allowed = inputs[input].allowed
        let literals = ((allowed.map { [$0] } ?? []) + column).flatMap(\.operands).compactMap(\.constant)
        var cells: [InputCell] = []
        var seen: Set<[Int]> = []
        for value in FEELValue.samples(around: literals.filter { $0.type == type }, type) {
            if let allowed, !allowed.hold(for: value) { continue }
            let fitting = column.indices.filter { column[$0].hold(for: value) }
            if seen.insert(fitting).inserted { cells.append(InputCell(value: value, rules: fitting)) }
        }
        return cells
    }
}

struct InputCell {
    let value: FEELValue
    let rules: [Int]
}

extension FEELValue {
    /// The literals, and one value before, between and after them where the type has any.
    static func samples(around literals: [FEELValue], _ type: FEELType) -> [FEELValue] {
        if type == .boolean { return [.boolean(true), .boolean(false)] }
        if type == .string {
            var seen: Set<FEELValue> = []
            let words = literals.filter { seen.insert($0).inserted }
            return words + [unusedWord(words)]
        }
        let points = Set(literals).sorted { $0.order($1).map { $0 < 0 } ?? false }
        guard let first = points.first, let last = points.last else { return [ordinary(type)] }
        var samples = [first.stepped(-1)].compactMap(\.self)
        for (point, next) in zip(points, points.dropFirst()) {
            samples += [point] + [point.between(next)].compactMap(\.self)
        }
        return samples + [last] + [last.stepped(1)].compactMap(\.self)
    }

    /// A word none of the rules knows.
    private static func unusedWord(_ words: [FEELValue]) -> FEELValue {
        var word = "其他"
        while words.contains(.string(word)) { word += "的" }
        return .string(word)
    }

    private static func ordinary(_ type: FEELType) -> FEELValue {
        switch type {
        case .number: .number(0)
        case .string: .string("其他")
        case .boolean: .boolean(true)
        case .date: .date("2026-01-01")
        case .time: .time(FEELTime(seconds: 0))
        case .dateTime: .dateTime("2026-01-01", FEELTime(seconds: 0))
        case .daysDuration: .duration(.seconds(0))
        case .monthsDuration: .duration(.months(0))
        }
    }

    /// The neighbor on one side; `nil` where the type ends.
    private func stepped(_ step: Int) -> FEELValue? {
        switch self {
        case .number(let number): FEELNumber.sum(number, FEELNumber(Int64(step))).map(FEELValue.number)
        case .date(let day): (Day.first...Day.last).contains(day + step) ? .date(day + step) : nil
        case .time(let time):
            (0..<FEELTime.daySeconds).contains(time.seconds + step)
                ? .time(FEELTime(seconds: time.seconds + step, offset: time.offset)) : nil
        case .dateTime:
            FEELValue.arithmetic(.plus, self, .duration(.seconds(step)))
        case .duration(.months(let months)): .duration(.months(months + step))
        case .duration(.seconds(let seconds)): .duration(.seconds(seconds + step))
        case .null, .string, .boolean, .list: nil
        }
    }

    private func between(_ next: FEELValue) -> FEELValue? {
        if case .number(let lower) = self, case .number(let upper) = next {
            return FEELNumber.between(lower, upper).map(FEELValue.number)
        }
        guard let step = stepped(1), let order = step.order(next), order < 0 else { return nil }
        return step
    }
}
