import Law

extension BenchmarkSheet {
    /// Returns the benchmark that the sheet describes, proved or not; `nil` while a cell cannot be read.
    package func read() -> (content: DiscretionBenchmark?, faults: [SheetFault]) {
        var faults: [SheetFault] = []
        if issuedAs.isBlank { faults.append(SheetFault(.issuedAs, .stated)) }
        var keys = FreshKeys(situations.map(\.key), prefix: "s")
        let read = situations.enumerated().compactMap { number, sheet -> Situation? in
            let (situation, found) = sheet.read(key: keys.key(sheet.key))
            faults += found.map { SheetFault(.situation(number, $0.part), $0.rule, found: $0.text) }
            return situation
        }
        guard faults.isEmpty else { return (nil, faults) }
        let content = DiscretionBenchmark(
            issuedAs: issuedAs,
            situations: read,
            remark: remark.isBlank ? nil : remark
        )
        return (content, [])
    }

    /// Everything that keeps the sheet from submission: cells that cannot be read, else what the proof finds.
    package var faults: [SheetFault] {
        let (content, faults) = read()
        return content.map { proved(by: $0) } ?? faults
    }
}

extension SituationSheet {
    typealias PartFault = (part: SheetFault.Part, rule: SheetFault.Rule, text: String)

    /// Returns the situation by itself, to be tried; `nil` while a cell cannot be read.
    package var situation: Situation? { read(key: key.isEmpty ? "s1" : key).situation }

    func read(key: String) -> (situation: Situation?, faults: [PartFault]) {
        var reader = SheetReader(sheet: self)
        let situation = reader.read(key: key)
        return (reader.faults.isEmpty ? situation : nil, reader.faults)
    }
}

/// Goes through a situation's sheet and gathers what cannot be read.
private struct SheetReader {
    let sheet: SituationSheet
    var faults: [SituationSheet.PartFault] = []

    mutating func read(key: String) -> Situation {
        if sheet.name.isBlank { fault(.name, .stated) }
        let bases = sheet.bases.sheetLines.compactMap { line -> LegalBasis? in
            let basis = LegalBasis(line)
            if basis == nil { fault(.bases, .basis, line) }
            return basis
        }
        let factors = readFactors()
        let envelopes = sheet.envelopes.indices.compactMap { envelope($0) }
        return Situation(
            key: key,
            name: sheet.name,
            bases: bases,
            factors: factors,
            envelopes: envelopes,
            grades: grades(factors)
        )
    }

    private mutating func fault(_ part: SheetFault.Part, _ rule: SheetFault.Rule, _ text: String = "") {
        faults.append((part, rule, text))
    }

    private mutating func readFactors() -> [Factor] {
        var keys = FreshKeys(sheet.factors.map(\.key), prefix: "f")
        var names: Set<String> = []
        return sheet.factors.enumerated().map { place, row in
            if row.name.isBlank {
                fault(.factorName(place), .stated)
            } else if !names.insert(row.name).inserted {
                fault(.factorName(place), .unique, row.name)
            }
            let scale: Factor.Scale
            switch row.kind {
            case .choice:
                if row.words.isEmpty || Set(row.words).count < row.words.count {
                    fault(.factorValues(place), .words, row.values)
                }
                scale = .choice(row.words)
            case .number:
                let decimals = row.decimals.isBlank ? 0 : Int(row.decimals) ?? -1
                if !(0...DecimalText.mostDecimals).contains(decimals) {
                    fault(.factorDecimals(place), .decimals, row.decimals)
                }
                if row.words.count != 1 { fault(.factorValues(place), .stated, row.values) }
                scale = .number(unit: row.words.first ?? "", decimals: max(0, decimals))
            }
            return Factor(key: keys.key(row.key), name: row.name, scale: scale)
        }
    }

    private mutating func envelope(_ place: Int) -> LegalEnvelope? {
        let row = sheet.envelopes[place]
        let lines = row.measure.sheetLines
        let measure = lines.count == 1 ? Measure(writing: lines[0]) : nil
        if measure == nil { fault(.envelope(place), .oneMeasure, row.measure) }
        let source = LegalBasis(row.source)
        if source == nil { fault(.source(place), .basis, row.source) }
        guard let measure, let source else { return nil }
        return LegalEnvelope(measure, source: source)
    }

    private mutating func grades(_ factors: [Factor]) -> [Grade] {
        var keys = FreshKeys(sheet.rows.filter { !$0.isFurther }.map(\.key), prefix: "g")
        var grades: [Grade] = []
        var names: Set<String> = []
        for (place, row) in sheet.rows.enumerated() {
            let terms = self.terms(place, factors)
            if row.isFurther {
                guard let last = grades.popLast() else {
                    fault(.gradeName(place), .firstNames)
                    continue
                }
                grades.append(last.with(last.conditions + [terms]))
                continue
            }
            if row.name.isBlank {
                fault(.gradeName(place), .stated)
            } else if !names.insert(row.name).inserted {
                fault(.gradeName(place), .unique, row.name)
            }
            let direction = Grade.Direction(rawValue: row.direction)
            if direction == nil { fault(.direction(place), .direction, row.direction) }
            let measures = row.measures.sheetLines.compactMap { line -> Measure? in
                let measure = Measure(writing: line)
                if measure == nil { fault(.measures(place), .measure, line) }
                return measure
            }
            grades.append(
                Grade(
                    key: keys.key(row.key),
                    name: row.name,
                    direction: direction ?? .ordinary,
                    conditions: [terms],
                    measures: measures
                )
            )
        }
        return grades
    }

    private mutating func terms(_ place: Int, _ factors: [Factor]) -> [Term] {
        zip(factors, sheet.rows[place].cells).enumerated().compactMap { column, pair in
            let (factor, cell) = pair
            let texts = cell.filter { !$0.isBlank }
            guard !texts.isEmpty else { return nil }
            let term = Term(factor, cell: texts)
            if term == nil, case .number(let unit, let decimals) = factor.scale {
                let band = SheetFault.Rule.band(unit: unit, decimals: decimals)
                fault(.cell(row: place, factor: column), band, texts.joined(separator: "、"))
            }
            return term
        }
    }
}

extension Grade {
    fileprivate func with(_ conditions: [[Term]]) -> Grade {
        Grade(key: key, name: name, direction: direction, conditions: conditions, measures: measures)
    }
}

/// Gives keys to what has none: short, and none of those that are used.
private struct FreshKeys {
    private var used: Set<String>
    private let prefix: String
    private var next = 1

    init(_ keys: [String], prefix: String) {
        used = Set(keys)
        self.prefix = prefix
    }

    mutating func key(_ key: String) -> String {
        guard key.isEmpty else { return key }
        while !used.insert("\(prefix)\(next)").inserted { next += 1 }
        return "\(prefix)\(next)"
    }
}
