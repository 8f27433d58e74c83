import Foundation
import Interchange
import Kernel
import WorkflowEngine

/// What a file of BPMN 2.0 says, in our terms: the processes that can be executed, and what else it holds.
///
/// Nothing here is proved lawful: a definition from a file becomes a draft, and the checker has the word.
package struct BPMNImport: Sendable {
    package let processes: [ImportedProcess]
    /// The program that wrote the file, where it can be told.
    package let program: String?
    /// What belongs to no process that is executed.
    package let remarks: [BPMNRemark]

    /// In bytes.
    package static let greatestFile = 16 << 20

    /// Processes with anything in them: each becomes a draft.
    private static let greatestCount = 50

    /// How much a file of BPMN may hold.
    private static let limits = MarkupLimits(bytes: greatestFile, elements: 300_000)

    /// Reads a file.
    ///
    /// - Throws: `BPMNFault` with line and reason, for a file of which nothing is taken.
    package init(_ bytes: [UInt8]) throws(BPMNFault) {
        let file = try BPMNFile(bytes, limits: BPMNImport.limits)
        program = file.program
        let collaboration = file.root.children.first { $0.isBPMN("collaboration") }
        let pools = Dictionary(
            (collaboration?.children ?? []).filter { $0.isBPMN("participant") }
                .map { ($0["processRef"]?.withoutPrefix ?? "", $0["name"]) }
        ) { first, _ in first }
        var rest = BPMNRest(file.bytes)
        var count = 0
        var found: [ImportedProcess] = []
        var calls: [String: [(to: String, line: Int)]] = [:]
        for element in file.root.children where element.isBPMN("process") {
            let process = try BPMNProcess(element, in: file)
            count += process.nodes.isEmpty ? 0 : 1
            guard count <= BPMNImport.greatestCount else {
                throw BPMNFault(line: element.line, .tooManyProcesses(limit: BPMNImport.greatestCount))
            }
            for node in process.nodes {
                if case .call(let called) = node.kind {
                    calls[process.id, default: []].append((called, node.element.line))
                }
            }
            guard let read = try BPMNImport.read(process, in: file, pool: pools[process.id] ?? nil) else {
                rest.keep(element, .noStart)
                continue
            }
            found.append(read)
        }
        try BPMNImport.refuseCircle(calls)
        guard !found.isEmpty else { throw BPMNFault(line: file.root.line, .noProcess) }
        let known = Set(found.map(\.id))
        for child in file.root.children where !child.isBPMN("process") {
            if child.isBPMN("collaboration") {
                let isPool = child.children.allSatisfy { part in
                    part.isBPMN("participant") && known.contains(part["processRef"]?.withoutPrefix ?? "")
                }
                if !isPool { rest.keep(child, .messages) }
            } else if let reason = BPMNRest.reason(for: child) {
                rest.keep(child, reason)
            }
        }
        rest.take(file.root, isOwnElement: false, childrenToo: false)
        // What the file holds beside its processes goes with the first.
        if !found[0].isUnchanged { found[0] = found[0].keeping(rest.parts) }
        processes = found
        remarks = found[0].isUnchanged ? [] : rest.remarks.sorted { $0.line < $1.line }
    }

    private static func read(
        _ process: BPMNProcess,
        in file: BPMNFile,
        pool: String?
    ) throws(BPMNFault) -> ImportedProcess? {
        let own = try ownDefinition(of: process.element)
        var reading = BPMNReading(process, in: file, pool: pool, own: own)
        guard let definition = try reading.definition() else { return nil }
        let line = process.element.line
        if let own, BPMNGraph(own).isDrawn(by: process), Set(own.returnedParts) == Set(definition.returnedParts) {
            return ImportedProcess(
                id: process.id,
                line: line,
                definition: own,
                isOwn: true,
                isUnchanged: true,
                remarks: []
            )
        }
        return ImportedProcess(
            id: process.id,
            line: line,
            definition: definition,
            isOwn: own != nil,
            isUnchanged: false,
            remarks: reading.remarks
        )
    }

    private static func ownDefinition(of process: MarkupElement) throws(BPMNFault) -> ProcessDefinition? {
        let extensions = process.children.first { $0.isBPMN("extensionElements") }?.children ?? []
        let name = MarkupName(ProcessDefinition.bpmnExtension, "definition")
        guard let element = extensions.first(where: { $0.name == name }) else { return nil }
        do {
            return try JSONDecoder().decode(ProcessDefinition.self, from: Data(element.text.utf8))
        } catch {
            let detail = (error as? DecodingError).map(BPMNImport.detail) ?? "\(error)"
            throw BPMNFault(line: element.line, .ownDefinition(detail))
        }
    }

    private static func detail(_ error: DecodingError) -> String {
        switch error {
        case .keyNotFound(let key, _): "\(key.stringValue)"
        case .typeMismatch(_, let context), .valueNotFound(_, let context), .dataCorrupted(let context):
            context.debugDescription
        @unknown default: "\(error)"
        }
    }

    /// Processes that call each other in a circle would open cases without end.
    private static func refuseCircle(_ calls: [String: [(to: String, line: Int)]]) throws(BPMNFault) {
        var settled: Set<String> = []
        func walk(_ process: String, _ path: [String]) throws(BPMNFault) {
            for call in calls[process] ?? [] where !settled.contains(call.to) {
                if let start = (path + [process]).firstIndex(of: call.to) {
                    throw BPMNFault(line: call.line, .callCycle(Array((path + [process])[start...]) + [call.to]))
                }
                try walk(call.to, path + [process])
            }
            settled.insert(process)
        }
        for process in calls.keys.sorted() where !settled.contains(process) { try walk(process, []) }
    }
}

extension BPMNGraph {
    /// Whether a file still draws the process: the same elements with the same names, connected alike, in the same lanes.
    fileprivate func isDrawn(by process: BPMNProcess) -> Bool {
        guard nodes.count == process.nodes.count, arcs.count == process.flows.count else { return false }
        let drawn = Set(process.nodes.map { "\($0.id) \($0.element.name.local) \($0.element["name"] ?? "")" })
        let lanes = process.lanes.map(\.nodes)
        for node in nodes {
            guard drawn.contains("\(node.id) \("\(node.kind.tag)".withoutPrefix) \(MarkupText.readBack(node.name))"),
                lanes.indices.contains(node.lane), lanes[node.lane].contains(node.id)
            else { return false }
        }
        let connected = Set(
            process.flows.map { flow in
                "\(flow.id) \(process.nodes[flow.from].id) \(process.nodes[flow.to].id) \(flow.element["name"] ?? "")"
            }
        )
        return arcs.allSatisfy { connected.contains("\($0.id) \($0.from) \($0.to) \(MarkupText.readBack($0.name))") }
    }
}
