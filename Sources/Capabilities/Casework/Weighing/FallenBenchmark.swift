package import Catalog
import Discretion
package import EventLog
package import Kernel
import Law
package import Processes

/// What falls under the benchmark in force falls under the penalties that are weighed by it (decision 39).
///
/// A version that another took the place of is left as it was: it counts for acts of its days, beside the newer one.
///
/// - Source: Administrative Penalty Law (行政处罚法) art. 34, 37; 国办发〔2022〕27号 part 3(3).
extension BenchmarkVersion {
    /// Returns what took an article from violations by `day`, a ground a change of law.
    func grounds(of situations: [Situation], on day: Day, under statutes: [String: Statute]) -> [FallenGround] {
        let bases = situations.flatMap(\.rests)
        let fallen = Citations(bases: bases, inForceFrom: inForceFrom, inForceUntil: nil)
            .effects(until: day, under: statutes)
            .filter { $0.outcome == .fell }
        return Set(fallen.map(\.change.text)).sorted().map { change in
            var seen: Set<BasisEffect> = []
            return .benchmarkFell(
                content.issuedAs,
                version: number,
                fallen.filter { $0.change.text == change && seen.insert($0).inserted }
            )
        }
    }
}

extension CaseFile {
    /// The benchmark in force by which a penalty that is not decided yet is or can be weighed, and for which violations:
    /// the weighed one, or any.
    private func weighable(
        by benchmark: ItemBenchmark,
        in definition: ProcessDefinition,
        on day: Day
    ) -> (version: BenchmarkVersion, situations: [Situation])? {
        guard definition.category.isPenalty, decision == nil, let version = benchmark.version(on: day) else {
            return nil
        }
        guard let weighing = weighed?.weighing else { return (version, version.content.situations) }
        guard weighing.version == version.number, let key = weighing.situation else { return nil }
        return version.content.situation(key).map { (version, [$0]) }
    }

    fileprivate func fallenGrounds(
        under benchmark: ItemBenchmark,
        in definition: ProcessDefinition,
        on day: Day,
        _ statutes: ([LegalBasis]) throws -> [String: Statute]
    ) rethrows -> [FallenGround] {
        guard let (version, situations) = weighable(by: benchmark, in: definition, on: day) else { return [] }
        return version.grounds(of: situations, on: day, under: try statutes(situations.flatMap(\.rests)))
    }

    /// Whether acts on the party wait for a decision on it: the fall of a benchmark stops what was weighed by it.
    package func isHeld(by ground: FallenGround) -> Bool {
        switch ground {
        case .abolished, .basisFell: true
        case .benchmarkFell: weighed != nil
        }
    }

    /// Whether a transition decision lets the case go on under what fell.
    func isKept(_ ground: FallenGround) -> Bool {
        transitions.last { $0.grounds.contains(ground.key) }?.law == .former
    }
}

extension CaseRun {
    /// What fell under the case by today: under its item, and under the benchmark of its penalty.
    func fallenGrounds() throws -> [FallenGround] {
        let item = try opening.item
        return try session.fallenGrounds(of: item.id, version: item.version)
            + state.fallenGrounds(
                under: session.load(ItemBenchmark.self, item.id).state,
                in: definition,
                on: session.today,
                session.statutes(citedIn:)
            )
    }

    /// Refuses to weigh by what lost its basis, unless it was decided that the case goes on under the former law.
    ///
    /// - Throws: `WeighingRefusal.benchmarkFell`.
    func requireStanding(_ version: BenchmarkVersion, _ situation: Situation) throws {
        guard version.inForceUntil.map({ session.today < $0 }) ?? true else { return }
        let statutes = try session.statutes(citedIn: situation.rests)
        let fallen = version.grounds(of: [situation], on: session.today, under: statutes)
            .filter { !state.isKept($0) }
        guard fallen.isEmpty else { throw CaseworkError.weighing(.benchmarkFell(fallen)) }
    }
}

extension EventReading {
    /// Returns what fell under a case by `day`: under its item, and under the benchmark of its penalty.
    package func fallenGrounds(
        of caseFile: CaseFile,
        _ definition: ProcessDefinition,
        on day: Day
    ) throws -> [FallenGround] {
        guard let item = caseFile.opening?.item else { return [] }
        return try fallenGrounds(of: item.id, version: item.version, on: day)
            + caseFile.fallenGrounds(
                under: state(ItemBenchmark.self, item.id).state,
                in: definition,
                on: day,
                statutes(citedIn:)
            )
    }
}
