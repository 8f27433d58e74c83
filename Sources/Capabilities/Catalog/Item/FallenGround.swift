package import EventLog
package import Kernel
package import Law

/// What took the ground from under the open cases of an item: they need a decision on which law applies to them.
package enum FallenGround: Hashable, Sendable {
    case abolished(from: Day, ground: String)
    /// Every citation of the version fell; no exception was agreed to.
    case basisFell([BasisEffect])
    /// One change of law took articles from the benchmark by which the penalty is weighed.
    case benchmarkFell(String, version: Int, [BasisEffect])

    /// How a transition decision names it: `取消@2026-05-01`, the changes of law as `风筝法@2`, or `基准1@风筝法@2`.
    package var key: String {
        switch self {
        case .abolished(let from, _): "取消@\(from)"
        case .basisFell(let effects): FallenGround.changes(effects)
        case .benchmarkFell(_, let version, let effects): "基准\(version)@\(FallenGround.changes(effects))"
        }
    }

    /// What happened, in words.
    package var chinese: String {
        switch self {
        case .abolished(let from, let ground): "事项自\(from.chinese)起已取消：\(ground)"
        case .basisFell(let effects):
            "所依据的\(FallenGround.articles(effects))已不再有效"
        case .benchmarkFell(let name, let version, let effects):
            "裁量权基准\(name)第\(version)版所依据的\(FallenGround.articles(effects))已不再有效"
        }
    }

    private static func changes(_ effects: [BasisEffect]) -> String {
        Set(effects.map(\.change.text)).sorted().joined(separator: " ")
    }

    private static func articles(_ effects: [BasisEffect]) -> String {
        effects.map { "\($0.basis.chinese)（自\($0.from.chinese)起失效）" }.joined(separator: "、")
    }
}

extension PowerItem {
    /// Returns what fell by `day` under the cases that began under a version; empty while the item stands.
    ///
    /// An ordinary change leaves them as they are.
    ///
    /// - Source: Administrative License Law (行政许可法) art. 4, 8; Administrative Penalty Law (行政处罚法) art. 4, 37.
    package func fallenGrounds(
        underVersion number: Int,
        on day: Day,
        under statutes: [String: Statute]
    ) -> [FallenGround] {
        var grounds: [FallenGround] = []
        if let abolition, abolition.from <= day {
            grounds.append(.abolished(from: abolition.from, ground: abolition.ground))
        }
        guard let version = versions.first(where: { $0.number == number }) else { return grounds }
        let fallen = fallenBases(of: version, on: day, under: statutes)
        if !fallen.isEmpty { grounds.append(.basisFell(fallen)) }
        return grounds
    }
}

extension CommandSession {
    /// Returns what fell by today under the version of an item that a case keeps.
    package func fallenGrounds(of item: String, version number: Int) throws -> [FallenGround] {
        let item = try load(PowerItem.self, item).state
        let rested = try statutes(of: item.versions.first { $0.number == number })
        return item.fallenGrounds(underVersion: number, on: today, under: rested)
    }
}

extension EventReading {
    /// Returns what fell by `day` under the version of an item that a case keeps.
    package func fallenGrounds(of item: String, version number: Int, on day: Day) throws -> [FallenGround] {
        let item = try state(PowerItem.self, item).state
        let rested = try statutes(of: item.versions.first { $0.number == number })
        return item.fallenGrounds(underVersion: number, on: day, under: rested)
    }
}
