import Discretion

/// What the buttons of the form do to lines; nothing typed elsewhere is touched.
extension BenchmarkSheet {
    /// Adds, removes or moves a situation, factor, envelope or row: `situation:add`, `row:remove:0:3`.
    ///
    /// Anything else changes nothing.
    mutating func apply(_ act: String) {
        let parts = act.split(separator: ":").map(String.init)
        guard parts.count >= 2 else { return }
        let numbers = parts.dropFirst(2).compactMap { Int($0) }
        if parts[0] == "situation" { return applyToSituations(parts[1], numbers.first) }
        guard let number = numbers.first, situations.indices.contains(number) else { return }
        let line = numbers.count == 2 ? numbers[1] : nil
        switch parts[0] {
        case "factor": situations[number].applyToFactors(parts[1], line)
        case "envelope": situations[number].applyToEnvelopes(parts[1], line)
        case "row": situations[number].applyToRows(parts[1], line)
        default: break
        }
    }

    private mutating func applyToSituations(_ verb: String, _ number: Int?) {
        switch (verb, number) {
        case ("add", nil) where situations.count < BenchmarkForm.mostSituations: situations.append(.empty)
        case ("remove", .some(let number)) where situations.indices.contains(number): situations.remove(at: number)
        case ("up", .some(let number)) where number > 0 && situations.indices.contains(number):
            situations.swapAt(number, number - 1)
        default: break
        }
    }
}

extension SituationSheet {
    fileprivate mutating func applyToFactors(_ verb: String, _ line: Int?) {
        switch (verb, line) {
        case ("add", nil) where factors.count < BenchmarkForm.mostLines:
            factors.append(FactorRow())
            for row in rows.indices { rows[row].cells.append([]) }
        case ("remove", .some(let line)) where factors.indices.contains(line):
            factors.remove(at: line)
            for row in rows.indices { rows[row].cells.remove(at: line) }
        case ("up", .some(let line)) where line > 0 && factors.indices.contains(line):
            factors.swapAt(line, line - 1)
            for row in rows.indices { rows[row].cells.swapAt(line, line - 1) }
        default: break
        }
    }

    fileprivate mutating func applyToEnvelopes(_ verb: String, _ line: Int?) {
        switch (verb, line) {
        case ("add", nil) where envelopes.count < BenchmarkForm.mostLines: envelopes.append(EnvelopeRow())
        case ("remove", .some(let line)) where envelopes.indices.contains(line): envelopes.remove(at: line)
        default: break
        }
    }

    fileprivate mutating func applyToRows(_ verb: String, _ line: Int?) {
        let blank = [[String]](repeating: [], count: factors.count)
        switch (verb, line) {
        case ("add", nil) where rows.count < BenchmarkForm.mostLines:
            rows.append(GradeRow(direction: rows.last { !$0.isFurther }?.direction ?? "ordinary", cells: blank))
        case ("further", .some(let line)) where rows.indices.contains(line) && rows.count < BenchmarkForm.mostLines:
            rows.insert(GradeRow(isFurther: true, cells: blank), at: line + 1)
        case ("remove", .some(let line)) where rows.indices.contains(line): removeRow(line)
        case ("up", .some(let line)) where line > 0 && rows.indices.contains(line): moveUp(line)
        default: break
        }
    }

    /// The next set of circumstances takes the place of the one that named the grade.
    private mutating func removeRow(_ line: Int) {
        let removed = rows.remove(at: line)
        guard !removed.isFurther, rows.indices.contains(line), rows[line].isFurther else { return }
        var heir = removed
        heir.cells = rows[line].cells
        rows[line] = heir
    }

    /// A grade moves with all its circumstances; a further set moves within its grade.
    private mutating func moveUp(_ line: Int) {
        guard !rows[line].isFurther else {
            let cells = rows[line].cells
            rows[line].cells = rows[line - 1].cells
            rows[line - 1].cells = cells
            return
        }
        let end = rows[(line + 1)...].firstIndex { !$0.isFurther } ?? rows.endIndex
        let goal = rows[..<line].lastIndex { !$0.isFurther } ?? 0
        let block = Array(rows[line..<end])
        rows.removeSubrange(line..<end)
        rows.insert(contentsOf: block, at: goal)
    }
}
