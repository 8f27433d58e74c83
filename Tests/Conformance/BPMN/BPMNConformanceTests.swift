import Kernel
import ProcessTrials
import Processes
import Testing
import WorkflowEngine

/// Whether files of other tools are understood: three thousand of them, made by a grammar in the dialects of vendors.
@Suite("BPMN of other tools")
struct BPMNConformanceTests {
    private static let files = 3_000
    private static let parts = 6

    @Test("what a vendor's tool writes is understood, kept and can be walked to an ending", arguments: 0..<parts)
    func understood(part: Int) throws {
        var numbers = SeededNumbers(UInt64(part))
        var bytes = 0
        for seed in stride(from: part, to: Self.files, by: Self.parts) {
            let specimen = BPMNSpecimen(seed: seed)
            bytes += specimen.text.utf8.count
            let read = try #require(try BPMNImport(Array(specimen.text.utf8)).processes.first, "seed \(seed)")
            let faults = Self.misunderstood(read, specimen)
            #expect(faults.isEmpty, "seed \(seed)")
            #expect(Self.end(of: read.definition, &numbers).isSubset(of: specimen.endings), "seed \(seed)")
        }
        let dialect = BPMNDialect.allCases[part]
        print(
            "BPMN of \(dialect.rawValue) (\(dialect.vendor)): \(Self.files / Self.parts) files, \(bytes >> 10) KB, all understood"
        )
    }

    /// Returns what the reader found otherwise than the grammar made it.
    private static func misunderstood(_ read: ImportedProcess, _ specimen: BPMNSpecimen) -> [String] {
        let definition = read.definition
        var faults: [String] = []
        func compare<Value: Equatable>(_ what: String, _ found: Value, _ made: Value) {
            if found != made { faults.append("\(what): expected \(made), found \(found)") }
        }
        let own = definition.steps.filter { specimen.tasks[$0.name] != nil }
        compare("tasks", Set(own.map(\.name)), Set(specimen.tasks.keys))
        for step in own { compare("post of \(step.name)", definition.post(step.post)?.name, specimen.tasks[step.name]) }
        compare("timers", definition.timers?.count ?? 0, specimen.timers)
        var messages: Set<String> = []
        var calls: Set<String> = []
        for step in definition.steps {
            switch step.performer {
            case .message(let name): messages.insert(name)
            case .subCase(let process): calls.insert(process)
            case .person, nil: continue
            }
        }
        compare("messages", messages, specimen.messages)
        compare("calls", calls, specimen.calls)
        compare("endings", Set(definition.endings.map(\.name)), specimen.endings)
        let names = Set(definition.steps.flatMap(\.outcomes).flatMap { $0.name.split(separator: "、").map(String.init) })
        compare("choices", specimen.labels.subtracting(names), [])
        compare("conditions", read.remarks.count { $0.reason == .condition }, specimen.conditions)
        let kept = (definition.kept ?? []).filter { part in
            own.contains { $0.id == part.at } && part.outcome == nil
                && (part.place == .extensions || part.place == .attributes)
        }
        compare("extensions", kept.count, own.count * specimen.dialect.keptAtTask)
        return faults
    }

    /// Walks a pretended case by chance; returns the endings it came to, or what cannot be one if it came to none.
    private static func end(of definition: ProcessDefinition, _ numbers: inout SeededNumbers) -> Set<String> {
        guard var rehearsal = try? Rehearsal(definition) else { return ["cannot run"] }
        let timers = Set((definition.timers ?? []).map(\.id))
        for _ in 0..<2_000 {
            let places = rehearsal.whereabouts
            let endings = definition.endings.filter { places.contains($0.id) }
            guard endings.isEmpty else { return Set(endings.map(\.name)) }
            guard let place = places.randomElement(using: &numbers) else { return ["nowhere"] }
            do {
                if timers.contains(place) {
                    try rehearsal.take(.fire(place))
                } else {
                    let outcomes = definition.step(place)?.outcomes.map(\.id) ?? []
                    guard let outcome = outcomes.randomElement(using: &numbers) else { return ["no outcome"] }
                    let takesAll = definition.step(place)?.takesSeveral == true && Bool.random(using: &numbers)
                    try rehearsal.take(.complete(place, takesAll ? outcomes : [outcome]))
                }
            } catch {
                return ["\(error)"]
            }
        }
        return ["no end"]
    }

    @Test("what is exported after an import is read as the same definition", arguments: 0..<parts)
    func returned(part: Int) throws {
        for seed in stride(from: part, to: Self.files, by: Self.parts * 25) {
            let specimen = BPMNSpecimen(seed: seed)
            let read = try #require(try BPMNImport(Array(specimen.text.utf8)).processes.first)
            let again = try BPMNImport(Array(read.definition.bpmn().utf8))
            #expect(again.processes.map(\.definition) == [read.definition], "seed \(seed)")
            #expect(again.processes.map(\.isUnchanged) == [true], "seed \(seed)")
        }
    }

    @Test("a file that is cut off or damaged anywhere is refused with its line, or read; nothing breaks")
    func damaged() {
        var numbers = SeededNumbers(7)
        var refused = 0
        for seed in 0..<300 {
            var bytes = Array(BPMNSpecimen(seed: seed).text.utf8)
            if seed.isMultiple(of: 2) {
                bytes.removeLast(1 + Int.random(in: 0..<bytes.count - 2, using: &numbers))
            } else {
                for _ in 0..<3 {
                    bytes[Int.random(in: bytes.indices, using: &numbers)] = UInt8.random(
                        in: .min ... .max,
                        using: &numbers
                    )
                }
            }
            let lines = bytes.count { $0 == UInt8(ascii: "\n") } + 1
            do {
                _ = try BPMNImport(bytes)
            } catch {
                refused += 1
                #expect((1...lines).contains(error.line) && !error.chinese.isEmpty)
            }
        }
        #expect(refused > 150)
    }
}
