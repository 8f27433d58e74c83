extension BenchmarkSheet {
    /// What the proof finds of the benchmark that the sheet describes, each at the cells it is about.
    func proved(by content: DiscretionBenchmark) -> [SheetFault] {
        content.faults.flatMap { fault in
            places(of: fault, in: content).map { SheetFault($0, .proved(fault)) }
        }
    }

    private func places(of fault: BenchmarkFault, in content: DiscretionBenchmark) -> [SheetFault.Place] {
        guard let key = fault.situation, let number = content.situations.firstIndex(where: { $0.key == key }) else {
            return [.benchmark]
        }
        return situations[number].parts(of: fault, in: content.situations[number]).map { .situation(number, $0) }
    }
}

extension SituationSheet {
    /// The parts a fault is about; rows count as in the sheet.
    fileprivate func parts(of fault: BenchmarkFault, in situation: Situation) -> [SheetFault.Part] {
        switch fault {
        case .noSituation, .keyTwice: []
        case .noBasis: [.bases]
        case .badFactor(_, let factor): situation.place(of: factor).map { [.factorValues($0)] } ?? [.grades]
        case .badTerm(_, let grade, let factor): badCells(grade, factor, in: situation)
        case .unprovable, .gap: [.grades]
        case .overlap(_, let grades, let found):
            rows.indices.filter { row in
                let (grade, terms) = condition(row, in: situation)
                return grade.map { grades.contains($0.key) } == true && terms?.hold(for: found.byFactor) == true
            }.map(SheetFault.Part.gradeName)
        case .outOfOrder(_, let grade): row(of: grade, in: situation).map { [.direction($0)] } ?? []
        case .emptyExtent(_, let measure):
            situation.envelopes.indices.filter { situation.envelopes[$0].measure == measure }.map {
                SheetFault.Part.envelope($0)
            }
                + situation.grades.filter { $0.measures.contains(measure) }.compactMap {
                    row(of: $0.key, in: situation).map(SheetFault.Part.measures)
                }
        case .outsideEnvelope(_, let grade, _), .notMitigated(_, let grade, _),
            .penaltyWithoutPunishing(_, let grade, _), .missingMeasure(_, let grade, _, _),
            .fixedValue(_, let grade, _), .extentOverlap(_, let grade, _, _), .extentGap(_, let grade, _, _):
            row(of: grade, in: situation).map { [.measures($0)] } ?? []
        }
    }

    /// The row that names the grade.
    private func row(of grade: String, in situation: Situation) -> Int? {
        guard let place = situation.grades.firstIndex(where: { $0.key == grade }) else { return nil }
        let heads = rows.indices.filter { !rows[$0].isFurther }
        return heads.indices.contains(place) ? heads[place] : nil
    }

    /// The grade of a row, and the circumstances the row asks for.
    private func condition(_ row: Int, in situation: Situation) -> (grade: Grade?, terms: [Term]?) {
        let heads = rows[...row].indices.filter { !rows[$0].isFurther }
        guard let head = heads.last, situation.grades.indices.contains(heads.count - 1) else { return (nil, nil) }
        let grade = situation.grades[heads.count - 1]
        let place = row - head
        return (grade, grade.conditions.indices.contains(place) ? grade.conditions[place] : nil)
    }

    private func badCells(_ grade: String, _ factor: String, in situation: Situation) -> [SheetFault.Part] {
        guard let column = situation.place(of: factor) else { return [.grades] }
        return rows.indices.filter { row in
            let (found, terms) = condition(row, in: situation)
            return found?.key == grade
                && terms?.contains { $0.factor == factor && !situation.isSound($0) } == true
        }.map { .cell(row: $0, factor: column) }
    }
}

extension Situation {
    fileprivate func place(of factor: String) -> Int? { factors.firstIndex { $0.key == factor } }
}

extension [Circumstance] {
    fileprivate var byFactor: [String: Circumstance.Value] {
        Dictionary(map { ($0.factor, $0.value) }) { first, _ in first }
    }
}

extension BenchmarkFault {
    /// The key of the situation it is about; `nil` for the benchmark as a whole.
    package var situation: String? {
        switch self {
        case .noSituation, .keyTwice: nil
        case .noBasis(let situation), .badFactor(let situation, _), .badTerm(let situation, _, _),
            .unprovable(let situation), .gap(let situation, _), .overlap(let situation, _, _),
            .outOfOrder(let situation, _), .emptyExtent(let situation, _), .outsideEnvelope(let situation, _, _),
            .notMitigated(let situation, _, _), .penaltyWithoutPunishing(let situation, _, _),
            .missingMeasure(let situation, _, _, _), .fixedValue(let situation, _, _),
            .extentOverlap(let situation, _, _, _), .extentGap(let situation, _, _, _):
            situation
        }
    }
}
