import Casework
import Discretion
import HTML
import Kernel

/// What of the item's discretion benchmark the officer finds in the case, violation by violation.
///
/// - Source: Administrative Penalty Law (行政处罚法) art. 34, 37; 国办发〔2022〕27号.
struct WeighingFields: Component {
    let kind: PenaltyFields.Kind
    /// The benchmarks that can count; not empty.
    let benchmarks: [BenchmarkVersion]
    let values: ActValues

    static let situation = "situation"
    static let departure = "departure"

    static func factor(_ place: Int, _ factor: Int) -> String { "factor-\(place)-\(factor)" }

    static func base(_ place: Int) -> String { "base-\(place)" }

    /// How the form names a violation: the version, and its key; no key for what the benchmark does not know.
    static func choice(_ version: Int, _ situation: String?) -> String { "\(version)/\(situation ?? "")" }

    /// The fields of the form that say the same.
    static func values(of weighing: Weighing, in benchmarks: [BenchmarkVersion]) -> [String: String] {
        var values = [situation: choice(weighing.version, weighing.situation), departure: weighing.departure]
        for (place, entry) in WeighedSituation.all(in: benchmarks).enumerated()
        where entry.version == weighing.version && entry.situation.key == weighing.situation {
            for (index, factor) in entry.situation.factors.enumerated() {
                guard let found = weighing.circumstances.first(where: { $0.factor == factor.key }) else { continue }
                values[WeighingFields.factor(place, index)] = factor.written(found.value)
            }
            if let base = weighing.base { values[WeighingFields.base(place)] = entry.base?.written(base) }
        }
        return values
    }

    var body: any HTML {
        FieldGroup(
            values.caption(
                WeighingFields.situation,
                "裁量情节",
                hint: kind == .proposal ? "选择违法情形，写明各项情节；阶次和幅度由裁量基准得出（行政处罚法§34）" : "与拟作出时认定的不同的，在此改正",
                isRequired: true
            )
        ) {
            for version in benchmarks {
                p(.cssClass("hint")) { heading(version) }
                for (place, entry) in WeighedSituation.all(in: benchmarks).enumerated()
                where entry.version == version.number {
                    situation(entry, place)
                }
                div(.cssClass("situation")) {
                    radio(WeighingFields.choice(version.number, nil), "基准没有规定本案的违法情形")
                }
            }
        }
        TextArea(
            values.caption(
                WeighingFields.departure,
                "调整适用的理由",
                hint: "按基准处罚的不写；不按基准处罚，或者基准没有规定的，写明理由，由负责人批准或者集体讨论通过（国办发〔2022〕27号）"
            ),
            value: values.text(WeighingFields.departure),
            rows: 2,
            maxLength: 4_000
        )
    }

    private func heading(_ version: BenchmarkVersion) -> String {
        let since = "\(version.content.issuedAs)第\(version.number)版，\(version.inForceFrom)起施行"
        guard benchmarks.count > 1 else { return since }
        return (version == benchmarks[0] ? "违法行为发生时的基准：" : "现行基准，处罚较轻的适用它（行政处罚法§37）：") + since
    }

    private func situation(_ entry: WeighedSituation, _ place: Int) -> any HTML {
        div(.cssClass("situation")) {
            radio(WeighingFields.choice(entry.version, entry.situation.key), entry.situation.name)
            div(.cssClass("situation-facts")) {
                div(.cssClass("field-row")) {
                    for (index, factor) in entry.situation.factors.enumerated() {
                        field(factor, WeighingFields.factor(place, index))
                    }
                    if let base = entry.base {
                        TextField(
                            values.caption(WeighingFields.base(place), base.name, hint: base.hint, isRequired: true),
                            value: values.text(WeighingFields.base(place)),
                            maxLength: 20,
                            width: .short
                        )
                    }
                }
                grades(entry.situation)
            }
        }
    }

    @HTMLBuilder
    private func field(_ factor: Factor, _ name: String) -> any HTML {
        let caption = values.caption(name, factor.name, hint: factor.unitHint, isRequired: true)
        if let options = factor.options {
            SelectField(caption, choices: options.map { Choice($0, $0) }, chosen: values.chosen(name))
        } else {
            TextField(caption, value: values.text(name), maxLength: 16, width: .short)
        }
    }

    private func grades(_ situation: Situation) -> any HTML {
        details(.cssClass("grades")) {
            summary { "裁量阶次和幅度" }
            DataTable(
                "\(situation.name)的裁量阶次",
                columns: [.init("阶次"), .init("情节"), .init("处理")],
                rows: situation.grades.map { grade in
                    let measures = grade.measures.map(\.chinese).joined(separator: "；")
                    return .init([grade.name, situation.conditions(of: grade), measures])
                }
            )
        }
    }

    private func radio(_ value: String, _ label: String) -> any HTML {
        let name = "\(values.prefix)-\(WeighingFields.situation)"
        let isChosen = values.text(WeighingFields.situation) == value
        return Element("label", [.cssClass("choice")]) {
            Element(void: "input", [.type("radio"), .name(name), .value(value), .checked(isChosen)])
            span { label }
        }
    }
}

/// A violation of one of the benchmarks that can count.
struct WeighedSituation: Sendable {
    let version: Int
    let situation: Situation

    static func all(in benchmarks: [BenchmarkVersion]) -> [WeighedSituation] {
        benchmarks.flatMap { version in
            version.content.situations.map { WeighedSituation(version: version.number, situation: $0) }
        }
    }

    /// What the fine is reckoned from; `nil` where the fine is an amount.
    var base: Base? {
        let extents = (situation.grades.flatMap(\.measures) + situation.envelopes.map(\.measure))
            .filter { $0.method == .fine }.compactMap(\.extent)
        return extents.lazy.compactMap(Base.init).first
    }

    struct Base: Sendable {
        let name: String
        let isMoney: Bool

        init?(_ extent: Extent) {
            switch extent.unit {
            case .money, .days, .months, .timesAYear: return nil
            case .multiple, .percent: (name, isMoney) = (extent.base ?? "罚款基数", true)
            case .perUnit: (name, isMoney) = (extent.base ?? "数量", false)
            case .perDay: (name, isMoney) = (extent.base ?? "天数", false)
            }
        }

        var hint: String { isMoney ? "单位：元" : "整数" }

        /// Returns fen or a count; `nil` for what is neither.
        func read(_ text: String) -> Int64? {
            isMoney ? Money(yuan: text).map(\.fen) : DecimalText.steps(text, decimals: 0)
        }

        func written(_ base: Int64) -> String { isMoney ? Money(fen: base).description : String(base) }
    }
}

extension Factor {
    /// The value as a form takes it.
    fileprivate func written(_ value: Circumstance.Value) -> String {
        switch (value, scale) {
        case (.option(let option), _): option
        case (.number(let number), .number(_, let decimals)): DecimalText(number, decimals: decimals).text
        case (.number(let number), .choice): String(number)
        }
    }
}

extension Situation {
    /// The circumstances of a grade in one sentence.
    fileprivate func conditions(of grade: Grade) -> String {
        let ways = grade.conditions.map { terms in
            terms.compactMap { term in factor(term.factor).map { "\($0.name)：\(term.chinese($0))" } }
                .joined(separator: "，")
        }
        return ways.map { $0.isEmpty ? "其余情形" : $0 }.joined(separator: "；或者")
    }
}

extension ActFields {
    /// Reads what was found; `nil` for an item without a benchmark, or with a fault that was noted.
    mutating func weighing(_ benchmarks: [BenchmarkVersion]) -> Weighing? {
        guard !benchmarks.isEmpty else { return nil }
        let chosen = text(WeighingFields.situation)
        let departure = text(WeighingFields.departure)
        for version in benchmarks where chosen == WeighingFields.choice(version.number, nil) {
            return Weighing(version: version.number, situation: nil, departure: departure)
        }
        for (place, entry) in WeighedSituation.all(in: benchmarks).enumerated()
        where chosen == WeighingFields.choice(entry.version, entry.situation.key) {
            return weighing(entry, place, departure)
        }
        fault(WeighingFields.situation, "“裁量情节”应选一种违法情形，实为未选")
        return nil
    }

    private mutating func weighing(_ entry: WeighedSituation, _ place: Int, _ departure: String) -> Weighing {
        var circumstances: [Circumstance] = []
        for (index, factor) in entry.situation.factors.enumerated() {
            let name = WeighingFields.factor(place, index)
            if let circumstance = factor.circumstance(text(name)) {
                circumstances.append(circumstance)
            } else {
                fault(
                    name,
                    "“\(factor.name)”\(factor.demand)，实为\(text(name).isEmpty ? "未填" : "“\(text(name).prefix(20))”")"
                )
            }
        }
        var base: Int64?
        if let asked = entry.base {
            base = asked.read(text(WeighingFields.base(place)))
            if base == nil { fault(WeighingFields.base(place), "“\(asked.name)”应为\(asked.isMoney ? "金额" : "整数")，实为其他") }
        }
        return Weighing(
            version: entry.version,
            situation: entry.situation.key,
            circumstances: circumstances,
            base: base,
            departure: departure
        )
    }
}
