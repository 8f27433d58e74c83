import Kernel
import Processes

/// What `hengjian process import` understood of a file, or why it took nothing.
struct ImportedProcessAnswer: Encodable {
    struct Remark: Encodable {
        let line: Int
        let element: String
        let id: String?
        let name: String?
        /// `adapted`, `notExecuted`, `kept` or `dropped`.
        let fate: String
        let code: String
        let reason: String

        init(_ remark: BPMNRemark) {
            line = remark.line
            element = remark.element
            id = remark.id
            name = remark.name
            fate = remark.reason.fate.rawValue
            code = remark.reason.rawValue
            reason = remark.reason.chinese
        }

        var text: String {
            let subject = [element, name ?? id].compactMap(\.self).joined(separator: " ")
            return "\(subject)：\(reason)（\(BPMNRemark.Fate(rawValue: fate)?.chinese ?? fate)）"
        }
    }

    struct Understood: Encodable {
        let id: String
        let line: Int
        let draft: String?
        let isOwn: Bool
        let isUnchanged: Bool
        let definition: ProcessDefinition
        let faults: [ProcessFaultLine]
        let remarks: [Remark]
    }

    struct Refusal: Encodable {
        let line: Int
        let code: String
        let reason: String
    }

    let program: String?
    let processes: [Understood]
    let remarks: [Remark]
    let refused: Refusal?

    init(_ read: BPMNImport, drafts: [String], category: ProcessDefinition.Category) {
        program = read.program
        processes = read.processes.enumerated().map { index, process in
            let definition = process.isOwn ? process.definition : process.definition.classified(as: category)
            return Understood(
                id: process.id,
                line: process.line,
                draft: drafts.indices.contains(index) ? drafts[index] : nil,
                isOwn: process.isOwn,
                isUnchanged: process.isUnchanged,
                definition: definition,
                faults: ProcessDraft.Content(definition: definition).faults.map { ProcessFaultLine($0) },
                remarks: process.remarks.map(Remark.init)
            )
        }
        remarks = read.remarks.map(Remark.init)
        refused = nil
    }

    init(refused fault: BPMNFault) {
        program = nil
        processes = []
        remarks = []
        refused = Refusal(line: fault.line, code: fault.code, reason: fault.chinese)
    }

    func lines(_ path: String) -> [String] {
        let read = processes.flatMap { process in
            let definition = process.definition
            let counts =
                "\(definition.posts.count) 个岗位，\(definition.steps.count) 个环节，\(definition.junctions.count) 处汇合，"
                + "\(definition.timers?.count ?? 0) 处定时，\(definition.endings.count) 个终点"
            let state = process.isUnchanged ? "，与导出时相同" : ""
            let draft = process.draft.map { "；草稿 \($0)" } ?? ""
            return ["\(path):\(process.line): 流程“\(definition.name)”：\(counts)\(state)\(draft)"]
                + process.faults.map { "  不符：\($0.text)" }
                + process.remarks.map { "\(path):\($0.line): \($0.text)" }
        }
        return read + remarks.map { "\(path):\($0.line): \($0.text)" }
    }
}
