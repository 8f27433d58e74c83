/// What one text of a benchmark changes against another.
package struct BenchmarkComparison {
    package struct Change: Hashable, Sendable {
        /// The name of the situation; `nil` for the benchmark as a whole.
        package let situation: String?
        package let part: String
        /// `nil` for what was not there.
        package let before: String?
        package let after: String?
    }

    /// In the order of the new text; what is gone comes last.
    package let changes: [Change]

    /// - Parameters:
    ///   - before: `nil` where there was none: then everything is new.
    ///   - after: the new text.
    package init(_ before: DiscretionBenchmark?, _ after: DiscretionBenchmark) {
        let old = before.map(BenchmarkSheet.init)
        let new = BenchmarkSheet(after)
        var changes = BenchmarkComparison.changes(
            in: nil,
            [("文件", old?.issuedAs ?? ""), ("说明", old?.remark ?? "")],
            [("文件", new.issuedAs), ("说明", new.remark)]
        )
        for situation in new.situations {
            let known = old?.situations.first { $0.key == situation.key }
            changes += BenchmarkComparison.changes(in: situation.name, known?.parts ?? [], situation.parts)
        }
        for situation in old?.situations ?? [] where !new.situations.contains(where: { $0.key == situation.key }) {
            changes += BenchmarkComparison.changes(in: situation.name, situation.parts, [])
        }
        self.changes = changes
    }

    private static func changes(
        in situation: String?,
        _ before: [(part: String, text: String)],
        _ after: [(part: String, text: String)]
    ) -> [Change] {
        func change(_ part: String, _ old: String?, _ new: String?) -> Change? {
            let (old, new) = (old?.isEmpty == true ? nil : old, new?.isEmpty == true ? nil : new)
            return old == new ? nil : Change(situation: situation, part: part, before: old, after: new)
        }
        return after.compactMap { part, text in change(part, before.first { $0.part == part }?.text, text) }
            + before.filter { part, _ in !after.contains { $0.part == part } }.compactMap { change($0, $1, nil) }
    }
}

extension SituationSheet {
    /// The parts that are compared, each under a name of its own.
    fileprivate var parts: [(part: String, text: String)] {
        var parts = [("名称", name), ("依据", bases)]
        parts += factors.map { factor in
            let unit = "\(factor.values)\(factor.decimals.isEmpty ? "" : "，\(factor.decimals)位小数")"
            return ("裁量因素“\(factor.name)”", factor.kind == .choice ? factor.values : "数，单位：\(unit)")
        }
        parts.append(("法定幅度", envelopes.map { "\($0.measure)（\($0.source)）" }.joined(separator: "\n")))
        var name = ""
        var conditions: [(name: String, text: String)] = []
        for row in rows {
            if !row.isFurther { name = row.name }
            conditions.append((name, circumstances(of: row).replacing("\n", with: "；")))
        }
        for row in rows where !row.isFurther {
            let own = conditions.filter { $0.name == row.name }.map { $0.text.isEmpty ? "各种情形" : $0.text }
            let direction = Grade.Direction(rawValue: row.direction)?.chinese ?? ""
            parts += [
                ("阶次“\(row.name)”的档次", direction), ("阶次“\(row.name)”的情节", own.joined(separator: "\n")),
                ("阶次“\(row.name)”的处理", row.measures),
            ]
        }
        return parts
    }
}
